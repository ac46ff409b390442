import type { Measures, Pattern } from './lexicon.ts';
import type { View } from './view.ts';

/** Words of a sentence that speak of a measure, and the measures that they may be of. */
export interface Trigger {
  readonly start: number;
  readonly end: number;
  /** Last token of its first word: a particle may stand after the object ("laid 300 workers off"). */
  readonly verbEnd: number;
  readonly patterns: readonly Pattern[];
}

/** How far a particle may stand from its verb with a figure between them. */
const PARTICLE_REACH = 8;

const known = new WeakMap<View, readonly Trigger[]>();

/** All triggers of a sentence in order; where two overlap, the longer stays. Sought once a sentence. */
export function triggersOf(view: View, measures: Measures): readonly Trigger[] {
  const triggers = known.get(view) ?? triggersIn(view, measures);
  known.set(view, triggers);
  return triggers;
}

function triggersIn(view: View, measures: Measures): readonly Trigger[] {
  const found: Trigger[] = [];
  for (let i = 0; i < view.words.length; i++) {
    const patterns = measures.patterns.get(view.words[i]!);
    const trigger = patterns ? triggerAt(view, i, patterns) : null;
    if (trigger) found.push(trigger);
  }
  return longest(found);
}

/** The longest that begins at a word. */
function triggerAt(view: View, start: number, patterns: readonly Pattern[]): Trigger | null {
  let last = -1;
  let longest: Pattern[] = [];
  for (const pattern of patterns) {
    const end = matchEnd(view, start, pattern);
    if (end > last) longest = [];
    if (end >= 0 && end >= last) longest.push(pattern);
    last = Math.max(last, end);
  }
  return last < 0 ? null : trigger(start, last, longest);
}

function trigger(start: number, end: number, patterns: readonly Pattern[]): Trigger {
  const longestRest = Math.max(...patterns.map((pattern) => pattern.rest.length));
  const verbEnd = end - start > longestRest ? start : end;
  return { start, end, verbEnd, patterns };
}

/** Words that may stand before a pattern's further words: "taken to [a] hospital", "to [area] hospitals". */
const SKIPPED = /^(?:the|a|an|area|local|nearby|their|different)$/;

/** The last token of a pattern that begins at `start`; -1 where it does not stand there. */
function matchEnd({ words, phrases }: View, start: number, { rest, role }: Pattern): number {
  if (!rest.length) return start;
  let at = start;
  for (const word of rest) {
    if (words[at + 1] === word) at++;
    else if (SKIPPED.test(words[at + 1] ?? '') && words[at + 2] === word) at += 2;
    else break;
    if (word === rest.at(-1)) return at;
  }
  if (at > start || role !== 'did') return -1;
  const phrase = phrases.find(({ first }) => first > start && first <= start + 4);
  if (!phrase) return -1;
  for (let i = phrase.end + 1; i <= Math.min(phrase.end + 2, start + PARTICLE_REACH); i++)
    if (rest.every((word, n) => words[i + n] === word)) return i + rest.length - 1;
  return -1;
}

/** Drops those that lie within a longer one. Single pass: they come in order of start. */
function longest(found: readonly Trigger[]): readonly Trigger[] {
  const kept: Trigger[] = [];
  for (const trigger of found) {
    const before = kept.at(-1);
    if (before && trigger.start <= before.verbEnd && trigger.end <= before.end) continue;
    kept.push(trigger);
  }
  return kept;
}
