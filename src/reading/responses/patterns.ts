import { madeOf } from '../../text/lexicon.ts';
import type { Stance } from '../claim.ts';
import type { Passage, Run } from '../statements/passage.ts';
import { wordsIn } from '../statements/verbs.ts';

interface Blocking {
  readonly forms: string;
  readonly next: string;
  readonly before: string;
  /** Objects of the verb, by the tree. */
  readonly objects: string;
}

interface ResponseFile {
  readonly skipped: string;
  readonly stances: Readonly<Record<Stance, readonly string[]>>;
  /** Words that take a stance only where somebody is said to say them. */
  readonly spoken: Readonly<Partial<Record<Stance, readonly string[]>>>;
  readonly blocked: Readonly<Partial<Record<Stance, Blocking>>>;
}

/** Words that take a stance, found in a text. */
export interface Match extends Run {
  readonly stance: Stance;
  /** Whether it is one only in somebody's words. */
  readonly spoken: boolean;
}

/** Alternatives for one word: whole words, and what words begin with. */
interface Element {
  readonly whole: ReadonlySet<string>;
  readonly stems: readonly string[];
}

interface Pattern {
  readonly stance: Stance;
  readonly spoken: boolean;
  /** `null` is a gap of up to five words. */
  readonly elements: readonly (Element | null)[];
}

interface Blocks {
  readonly forms: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
}

interface Compiled {
  readonly skipped: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<Stance, Blocks>;
  /** By the first letters of words, `letters` of them: the patterns that can begin with such a word. */
  readonly starting: ReadonlyMap<string, readonly Pattern[]>;
  readonly letters: number;
}

const GAP = 5;

/**
 * The words of a sentence that take a stance, by the patterns of the lexicon: alternatives divided by `|`, `*` for any
 * ending, `_` for up to five words; the lexicon's skipped words may stand between any two. Of matches that share words
 * the longest is kept.
 */
export function stancesIn(passage: Passage, sentence: Run): readonly Match[] {
  const rules = rulesOf();
  const found: Match[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = passage.words[i]!;
    for (const pattern of rules.starting.get(word.slice(0, rules.letters)) ?? []) {
      if (!fits(pattern.elements[0]!, word)) continue;
      const to = matchEnd(rules, pattern, passage, sentence, i);
      const match = { from: i, to, stance: pattern.stance, spoken: pattern.spoken };
      if (to > 0 && !isBlocked(rules, match, passage, sentence)) found.push(match);
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
    while (i < sentence.to && !fits(element, passage.words[i]!)) {
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

/** Senses of a stance's verb that take none: "denied bail", "confirmed cases", "was denied", "to confirm the judge". */
function isBlocked(
  { blocks, skipped }: Compiled,
  { stance, from, to, spoken }: Match,
  passage: Passage,
  sentence: Run,
): boolean {
  const block = spoken ? undefined : blocks.get(stance);
  if (!block) return false;
  const { words } = passage;
  if (to - from === 1 && (isUnreal(passage, sentence, from) || hasObject(passage, sentence, from, block)))
    return true;
  if (to - from > 1) return false;
  if (!block.forms.has(words[from]!)) return true;
  for (let j = from - 1; j >= sentence.from; j--) {
    if (block.before.has(words[j]!)) return true;
    if (!skipped.has(words[j]!)) break;
  }
  return to < sentence.to && block.next.has(words[to]!);
}

/** A participle that describes a noun, or an infinitive behind "to" or a modal verb. */
function isUnreal({ tokens, words }: Passage, sentence: Run, at: number): boolean {
  const { deprel, xpos } = tokens[at]!;
  if (deprel === 'amod' || (deprel.startsWith('acl') && xpos === 'VBN')) return true;
  const near = words.slice(Math.max(sentence.from, at - 4), at);
  return xpos === 'VB' && near.some((word) => UNREAL.test(word));
}

const UNREAL = /^(?:to|could|can|would|will|may|might|must|should|not|n't)$/;

/** Whether a thing that is granted or refused follows, or the tree names whom it is refused: "denied them a hearing". */
function hasObject({ tokens, words }: Passage, sentence: Run, verb: number, { objects }: Blocks): boolean {
  for (let i = verb + 1; i < Math.min(sentence.to, verb + OBJECT); i++) {
    if (words[i] === 'that') return false;
    if (objects.has(words[i]!)) return true;
    if (tokens[i]!.deprel === 'iobj' && sentence.from + tokens[i]!.head === verb) return true;
  }
  return false;
}

/** How far behind its verb an object is sought, in tokens. */
const OBJECT = 8;

const rulesOf = madeOf(
  'statements-responses',
  (files: readonly ResponseFile[]): Compiled => ({
    ...byStart(files.flatMap(patternsOf)),
    skipped: new Set(files.flatMap((file) => wordsIn(file.skipped))),
    blocks: new Map(files.flatMap(blocksOf)),
  }),
);

/** How many first letters tell most patterns apart. */
const LETTERS = 3;

function byStart(patterns: readonly Pattern[]): Pick<Compiled, 'starting' | 'letters'> {
  const stemsOf = ({ elements }: Pattern): readonly string[] => elements[0]?.stems ?? [];
  const letters = Math.min(LETTERS, ...patterns.flatMap(stemsOf).map((stem) => stem.length));
  const starting = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const firsts = [...(pattern.elements[0]?.whole ?? []), ...stemsOf(pattern)];
    for (const start of new Set(firsts.map((word) => word.slice(0, letters))))
      starting.set(start, [...(starting.get(start) ?? []), pattern]);
  }
  return { starting, letters };
}

const patternsOf = ({ stances, spoken }: ResponseFile): readonly Pattern[] =>
  [stances ?? {}, spoken ?? {}].flatMap((lists, kind) =>
    Object.entries(lists).flatMap(([stance, lines]) =>
      lines.map((line) => ({
        stance: stance as Stance,
        spoken: kind === 1,
        elements: line.split(' ').map(elementOf),
      })),
    ),
  );

const blocksOf = ({ blocked }: ResponseFile): readonly (readonly [Stance, Blocks])[] =>
  Object.entries(blocked ?? {}).map(([stance, { forms, next, before, objects }]) => [
    stance as Stance,
    {
      forms: new Set(wordsIn(forms)),
      next: new Set(wordsIn(next)),
      before: new Set(wordsIn(before)),
      objects: new Set(wordsIn(objects)),
    },
  ]);

function elementOf(words: string): Element | null {
  if (words === '_') return null;
  const alternatives = words.split('|');
  const whole = new Set(alternatives.filter((word) => !word.endsWith('*')));
  const stems = alternatives.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return { whole, stems };
}

const fits = ({ whole, stems }: Element, word: string): boolean =>
  whole.has(word) || stems.some((stem) => word.startsWith(stem));
