import type { Token } from '../../language/sentence.ts';
import { lexiconFiles } from '../../text/lexicon.ts';
import type { Span } from '../../text/span.ts';
import type { Statement } from '../statement.ts';
import { kindOf } from '../statements/kinds.ts';
import type { Time } from '../time.ts';
import { inCueList, weightOf } from './cues.ts';
import { type Phrase, tokenAt, type View } from './view.ts';

interface CueFile {
  readonly verbs?: Readonly<Record<string, string>>;
}

/** How sure such a statement is: below all that the statements reader is sure of. */
const CONFIDENCE = 0.35;
/** Tokens that a speaker's name takes at most. */
const LONGEST = 8;

let loaded: { readonly files: readonly CueFile[]; readonly verbs: ReadonlySet<string> } | undefined;

/** Verbs of speech in their dictionary form. */
export function speechVerbs(): ReadonlySet<string> {
  const files = lexiconFiles<CueFile>('statements');
  if (loaded?.files !== files)
    loaded = { files, verbs: new Set(files.flatMap(({ verbs }) => (verbs?.speech ?? '').split(' '))) };
  return loaded.verbs;
}

/**
 * The statement over a figure by its sentence's plainest words: "according to …", "police say …", "…, officials said";
 * `null` for none. It is asked where the statements reader gives the figure to nobody.
 */
export function spokenOver(view: View, phrase: Phrase, text: string): Statement | null {
  return (
    accordingTo(view, text) ??
    counting(view, phrase, text) ??
    byCount(view, text) ??
    saying(view, phrase, text) ??
    trailing(view, phrase, text) ??
    signed(view, text)
  );
}

function accordingTo(view: View, text: string): Statement | null {
  const { words } = view;
  const at = words.findIndex((word, i) => word === 'according' && words[i + 1] === 'to');
  if (at < 0) return null;
  let last = at + 1;
  while (last + 1 < words.length && last - at < LONGEST + 4 && !/^[,.;:"”—]$/.test(words[last + 1]!)) last++;
  return statement(view, at, [at + 2, last], 'accord', text);
}

/** "The ministry put the dead at 40", "the coastguard lowered the toll to 20", "the union speaks of 300": who gives the number is the subject. */
function counting(view: View, { first }: Phrase, text: string): Statement | null {
  const { tokens, words } = view;
  for (let i = 0; i < first; i++) {
    const { upos, lemma } = tokens[i]!;
    if (upos !== 'VERB') continue;
    const between = words.slice(i + 1, first + 1);
    const told = inCueList('tellsOf', lemma) && isOf(between.slice(0, -1));
    const placed = inCueList('places', lemma) && between.some((word) => PLACED.test(word));
    const revised = inCueList('revises', lemma) && between.some((word) => inCueList('counts', word));
    const subject = told || placed || revised ? subjectBefore(view, i) : -1;
    if (subject >= 0) return statement(view, i, nameAround(view, subject), lemma, text);
  }
  return null;
}

/** Only "of" and marks of quotation stand between. */
const isOf = (between: readonly string[]): boolean =>
  between.filter((word) => !/^["“”']$/.test(word)).join(' ') === 'of';

/** The subject that the tree gives a verb, else the noun phrase that the sentence, behind a dateline, begins with. */
function subjectBefore({ tokens, words }: View, verb: number): number {
  const dash = words.findIndex((word, i) => i > 0 && i < LONGEST && /^[-–—]{1,2}$/.test(word));
  const from = dash < verb ? dash + 1 : 0;
  const subject = tokens.findIndex(({ head, deprel }, i) => i >= from && head === verb && deprel === 'nsubj');
  if (subject >= 0 && subject < verb) return subject;
  let last = from;
  while (last < verb && /^(?:NN.*|JJ.*|DT|POS)$/.test(tokens[last]!.xpos)) last++;
  return last > from && /^NN/.test(tokens[last - 1]!.xpos) ? last - 1 : -1;
}

const PLACED = /^(?:at|below|above|between|under|over|around)$/;

/** "… at least 40, by the ministry's count". */
function byCount(view: View, text: string): Statement | null {
  const { words } = view;
  const owner = words.findIndex((word, i) => word === "'s" && inCueList('counts', words[i + 1] ?? ''));
  const by = words.lastIndexOf('by', owner);
  if (owner < 0 || by < 0 || owner - by > LONGEST) return null;
  return statement(view, owner + 1, [by + 1, owner - 1], 'count', text);
}

/** The nearest verb of speech with a subject of its own, the figure in what it says. */
function saying(view: View, phrase: Phrase, text: string): Statement | null {
  const { tokens, words } = view;
  const order = [...tokens.keys()];
  for (const i of [...order.slice(0, phrase.first).reverse(), ...order.slice(phrase.first)]) {
    if (tokens[i]!.upos !== 'VERB' || !speechVerbs().has(tokens[i]!.lemma)) continue;
    if (weightOf(tokens[i]!.lemma) !== 'said') continue;
    const subject = tokens.findIndex(({ head, deprel }) => head === i && deprel === 'nsubj');
    if (subject < 0 || /^(?:who|which|that|it|he|she|they|i|we|you|there)$/.test(words[subject]!)) continue;
    const before = phrase.first > i && subject < i;
    const after =
      phrase.end < Math.min(i, subject) &&
      words.slice(phrase.end + 1, Math.min(i, subject)).some((word) => /^[,"”]$/.test(word));
    if (before ? !says(view, i) || isAddressed(view, phrase, i) : !after || goesOn(view, i)) continue;
    return statement(view, i, nameAround(view, subject), tokens[i]!.lemma, text);
  }
  return null;
}

/** "…, a local official told reporters", "…, said two witnesses": a short last part of the sentence. */
function trailing(view: View, phrase: Phrase, text: string): Statement | null {
  const { words } = view;
  const comma = words.findLastIndex(
    (word, i) => /^[,”"]$/.test(word) && i < words.length - 2 && !/^[,”"]$/.test(words[i + 1]!),
  );
  if (comma <= phrase.end || words.length - comma > LONGEST + 8) return null;
  const said = words.findIndex((word, i) => i > comma && SAID.test(word));
  if (said < 0 || said - comma > LONGEST || goesOn(view, said)) return null;
  const inverted = said === comma + 1;
  const from = inverted ? said + 1 : comma + 1;
  let to = inverted ? from : said - 1;
  while (
    inverted &&
    to + 1 < words.length &&
    to - from < LONGEST &&
    !/^(?:[,.;]|on|in|at|after|during|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(
      words[to + 1]!,
    )
  )
    to++;
  if (
    words.slice(from, to + 1).some((word) => /^(?:who|which|that|it|he|she|they|i|we|you|and|as)$/.test(word))
  )
    return null;
  return to >= from ? statement(view, said, [from, to], 'say', text) : null;
}

const SAID = /^(?:said|says|say|told|reported|reports|announced|confirmed|added|estimated|estimates)$/;

/** "Forty dead, survivors say no alarm rang": what is said comes after the verb, so that nothing before it is. */
const goesOn = ({ tokens }: View, verb: number): boolean =>
  tokens.some(({ head, deprel }, i) => i > verb && head === verb && deprel === 'ccomp');

/** The verb has a clause as its object, and is no passive. */
function says({ tokens }: View, verb: number): boolean {
  const own = tokens.filter(({ head }) => head === verb);
  return (
    own.some(({ deprel }) => deprel === 'ccomp') &&
    !own.some(({ deprel, xpos }) => deprel === 'aux:pass' || (deprel === 'obj' && !xpos.startsWith('W')))
  );
}

/** "told envoys of 30 countries": the figure is of those who were told. */
function isAddressed({ tokens }: View, { head, first }: Phrase, verb: number): boolean {
  for (let at = Math.max(head, first), steps = 0; at >= 0 && steps < tokens.length; steps++) {
    if (tokens[at]!.head === verb) return /^i?obj/.test(tokens[at]!.deprel);
    at = tokens[at]!.head;
  }
  return false;
}

/** The noun phrase around a subject: what leads to it and its flat names. */
function nameAround({ tokens }: View, subject: number): readonly [number, number] {
  let first = subject;
  while (
    first > 0 &&
    subject - first < LONGEST &&
    /^(?:NN.*|JJ.*|DT|POS|PRP\$|HYPH)$/.test(tokens[first - 1]!.xpos)
  )
    first--;
  let last = subject;
  while (last + 1 < tokens.length && last - subject < LONGEST && isName(tokens[last + 1]!)) last++;
  return [first, last];
}

const isName = ({ deprel, xpos }: Token): boolean => deprel === 'flat' || /^(?:NN.*|VBG|JJ|POS)$/.test(xpos);

/** "… — Maria Lopez (@mlopez)": a post with its writer at the end. */
function signed(view: View, text: string): Statement | null {
  const { end } = view.sentence;
  const line = text.slice(end - 1, end + 400).split('\n')[0] ?? '';
  const own = text.slice(view.sentence.start, end);
  if (!own.includes('(@') && !line.includes('(@')) return null;
  const found = SIGNATURE.exec(own) ?? SIGNATURE.exec(line);
  if (!found) return null;
  const base = SIGNATURE.test(own) ? view.sentence.start : end - 1;
  const start = base + found.index + found[0].indexOf(found[1]!);
  const source = { start, end: start + found[1]!.length };
  return {
    source: [source],
    cue: [source],
    content: [view.sentence],
    name: found[1]!,
    kind: 'person',
    cueLemma: 'post',
    on: null,
    confidence: CONFIDENCE,
  };
}

const SIGNATURE = /[—–-]\s*(\p{L}[\p{L}\p{M}.' -]{1,60}?)\s*\(@\w+\)/u;

function statement(
  view: View,
  cue: number,
  [from, to]: readonly [number, number],
  cueLemma: string,
  text: string,
): Statement | null {
  const { tokens, words, sentence } = view;
  let first = from;
  while (first < to && /^(?:the|a|an)$/.test(words[first]!)) first++;
  if (
    first > to ||
    first >= tokens.length ||
    NOBODY.test(words[first]!) ||
    /^(?:[mb]illion|hundreds?|thousands?|\d.*)$/.test(words[to]!)
  )
    return null;
  const source = { start: tokens[first]!.start, end: tokens[to]!.end };
  return {
    source: [source],
    cue: [{ start: tokens[cue]!.start, end: tokens[cue]!.end }],
    content: [{ start: sentence.start, end: sentence.end }],
    name: text.slice(source.start, source.end),
    kind: kindOf(words.slice(first, to + 1), [], false),
    cueLemma,
    on: cueTime(view, [tokens[cue]!]),
    confidence: CONFIDENCE,
  };
}

/** Words that open no speaker's name here. */
const NOBODY =
  /^(?:is|are|was|were|be|been|their|its|this|that|these|those|it|they|he|she|we|i|you|who|which)$/;

/** The time that the tree puts with a cue: "told reporters last month". */
export function cueTime(view: View, cue: readonly Span[]): Statement['on'] {
  const verbs = new Set(cue.map(({ start }) => tokenAt(view.tokens, start)));
  const time = view.times.find(
    (one) =>
      one.type !== 'DURATION' &&
      one.type !== 'SET' &&
      one.from !== null &&
      one.to !== null &&
      verbs.has(over(view, one)),
  );
  return time ? { from: time.from, to: time.to } : null;
}

/** The verb that a time hangs on at once, past the nouns of its own phrase. */
function over({ tokens }: View, time: Time): number {
  let at = tokenAt(tokens, time.end - 1);
  for (let steps = 0; at >= 0 && steps < 3; steps++) {
    if (tokens[at]!.upos === 'VERB') return at;
    at = tokens[at]!.head;
  }
  return -1;
}
