import { background } from './background.ts';
import type { PlainSentence } from './own.ts';

/** A term of an article and its weight there. */
export type Term = readonly [term: string, weight: number];

/** What an article is about: its names and its other words, heaviest first. */
export interface Terms {
  readonly names: readonly Term[];
  readonly words: readonly Term[];
}

const KEPT = 48;
/** Terms of less weight in the background tell nothing. */
const TELLING = 1.6;
/** Sentences at the top, whose words count twice. */
const TOP = 3;
/** Share of capitals from which a line is a title in capitals, which tells no names. */
const TITLE_CASE = 0.6;

/** Terms of an article's own sentences; words of the outlet's name are no terms. */
export function termsOf(sentences: readonly PlainSentence[], outlet: string | null): Terms {
  const capitals = namesWithin(sentences);
  const counts = { names: new Map<string, number>(), words: new Map<string, number>() };
  for (const [index, sentence] of sentences.entries())
    countInto(counts, sentence, capitals, index < TOP ? 2 : 1);
  const own = (outlet ?? '').toLowerCase();
  return { names: heaviest(counts.names, own), words: heaviest(counts.words, own) };
}

/** Forms that stand with a capital inside a sentence. */
function namesWithin(sentences: readonly PlainSentence[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { words, headline } of sentences) {
    if (headline || words.filter(({ capital }) => capital).length > words.length * TITLE_CASE) continue;
    for (const { capital, form } of words.slice(1)) if (capital && form.length > 1) names.add(form);
  }
  return names;
}

interface Counts {
  readonly names: Map<string, number>;
  readonly words: Map<string, number>;
}

function countInto(counts: Counts, { words }: PlainSentence, names: ReadonlySet<string>, by: number): void {
  words.forEach(({ form, capital, start }, i) => {
    const isName = capital && names.has(form);
    if (form.length > 1) add(isName ? counts.names : counts.words, form, by);
    const before = words[i - 1];
    if (isName && before?.capital && names.has(before.form) && start - before.end <= 2)
      add(counts.names, `${before.form} ${form}`, by);
  });
}

function add(counts: Map<string, number>, term: string, by: number): void {
  counts.set(term, (counts.get(term) ?? 0) + by);
}

function heaviest(counts: ReadonlyMap<string, number>, outlet: string): readonly Term[] {
  const { weightOf } = background();
  return [...counts]
    .map(([term, count]): Term => [term, rounded(weightOf(term) * (1 + Math.log(count)))])
    .filter(([term]) => weightOf(term) >= TELLING && !outlet?.includes(term))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, KEPT);
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;
