import { lexiconFiles } from '../../text/lexicon.ts';
import type { Stance } from '../claim.ts';
import type { Passage, Run } from '../statements/passage.ts';
import { wordsIn } from '../statements/verbs.ts';

interface Blocking {
  readonly forms: string;
  readonly next: string;
  readonly before: string;
}

interface ResponseFile {
  readonly skipped: string;
  readonly stances: Readonly<Record<Stance, readonly string[]>>;
  readonly blocked: Readonly<Partial<Record<Stance, Blocking>>>;
}

/** Words that take a stance, found in a text. */
export interface Match extends Run {
  readonly stance: Stance;
}

type Element = (word: string) => boolean;

interface Pattern {
  readonly stance: Stance;
  /** `null` is a gap of up to five words. */
  readonly elements: readonly (Element | null)[];
}

interface Blocks {
  readonly forms: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

interface Compiled {
  readonly patterns: readonly Pattern[];
  readonly skipped: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<Stance, Blocks>;
  /** Patterns that can begin with a word, filled as words are met. */
  readonly byFirst: Map<string, readonly Pattern[]>;
}

const GAP = 5;
const compiled = new WeakMap<readonly unknown[], Compiled>();

/**
 * The words of a sentence that take a stance, by the patterns of the lexicon: alternatives divided by `|`, `*` for any
 * ending, `_` for up to five words; the lexicon's skipped words may stand between any two. Of matches that share words
 * the longest is kept.
 */
export function stancesIn(passage: Passage, sentence: Run): readonly Match[] {
  const rules = rulesOf();
  const found: Match[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    for (const pattern of startingWith(rules, passage.words[i]!)) {
      const to = matchEnd(rules, pattern, passage, sentence, i);
      if (to > 0 && !isBlocked(rules, pattern.stance, passage, sentence, i))
        found.push({ from: i, to, stance: pattern.stance });
    }
  }
  return longest(found);
}

function longest(found: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  const size = ({ from, to }: Run): number => to - from;
  for (const match of [...found].sort((a, b) => size(b) - size(a) || a.from - b.from))
    if (!kept.some(({ from, to }) => match.from < to && from < match.to)) kept.push(match);
  return kept.sort((a, b) => a.from - b.from);
}

function matchEnd(
  rules: Compiled,
  { elements }: Pattern,
  passage: Passage,
  sentence: Run,
  from: number,
): number {
  let i = from + 1;
  let gap = 0;
  for (const element of elements.slice(1)) {
    if (!element) {
      gap = GAP;
      continue;
    }
    let limit = gap;
    while (i < sentence.to && !element(passage.words[i]!)) {
      if (limit > 0) limit--;
      else if (!rules.skipped.has(passage.words[i]!)) return -1;
      i++;
    }
    if (i >= sentence.to) return -1;
    i++;
    gap = 0;
  }
  return i;
}

/** Senses of a stance's verb that take none: "denied bail", "confirmed cases", "was denied". */
function isBlocked(
  { blocks, skipped }: Compiled,
  stance: Stance,
  { words }: Passage,
  sentence: Run,
  i: number,
): boolean {
  const block = blocks.get(stance);
  if (!block) return false;
  if (!block.forms.has(words[i]!)) return true;
  for (let j = i - 1; j >= sentence.from; j--) {
    if (block.before.has(words[j]!)) return true;
    if (!skipped.has(words[j]!)) break;
  }
  return i + 1 < sentence.to && block.next.has(words[i + 1]!);
}

function startingWith(rules: Compiled, word: string): readonly Pattern[] {
  const known = rules.byFirst.get(word);
  if (known) return known;
  const patterns = rules.patterns.filter(({ elements }) => elements[0]?.(word));
  rules.byFirst.set(word, patterns);
  return patterns;
}

function rulesOf(): Compiled {
  const files = lexiconFiles<ResponseFile>('statements-responses');
  const known = compiled.get(files);
  if (known) return known;
  const rules = {
    patterns: files.flatMap(patternsOf),
    skipped: new Set(files.flatMap((file) => wordsIn(file.skipped))),
    blocks: new Map(files.flatMap(blocksOf)),
    byFirst: new Map<string, readonly Pattern[]>(),
  };
  compiled.set(files, rules);
  return rules;
}

const patternsOf = ({ stances }: ResponseFile): readonly Pattern[] =>
  Object.entries(stances ?? {}).flatMap(([stance, lines]) =>
    lines.map((line) => ({ stance: stance as Stance, elements: line.split(' ').map(elementOf) })),
  );

const blocksOf = ({ blocked }: ResponseFile): readonly (readonly [Stance, Blocks])[] =>
  Object.entries(blocked ?? {}).map(([stance, { forms, next, before }]) => [
    stance as Stance,
    { forms: new Set(wordsIn(forms)), next: new Set(wordsIn(next)), before: new Set(wordsIn(before)) },
  ]);

function elementOf(words: string): Element | null {
  if (words === '_') return null;
  const alternatives = words.split('|');
  const whole = new Set(alternatives.filter((word) => !word.endsWith('*')));
  const stems = alternatives.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return (word) => whole.has(word) || stems.some((stem) => word.startsWith(stem));
}
