import { writeFileSync } from 'node:fs';
import { packed } from '../../src/stories/background.ts';
import { ownSentences } from '../../src/stories/own.ts';
import { shinglesOf } from '../../src/stories/shingles.ts';
import { type Group, groupsOf } from './corpus.ts';

/** Terms in fewer texts tell too little of their rarity to be kept. */
const LEAST_TERM = 3;
/** Shingles in as many unrelated texts are formulas. */
const LEAST_FORMULA = 4;
const BODY_LINES = 400;

/** Counts the terms and formulas of the texts under `folder` and writes them to `out`. */
export function trainBackground(folder: string, out: string, log: (line: string) => void): void {
  const groups = groupsOf(folder);
  const counts: Counts = { terms: new Map(), formulas: new Map() };
  for (const group of groups) countInto(counts, group);
  const formulas = common(counts);
  writeFileSync(
    out,
    `${JSON.stringify({ documents: groups.length, terms: byFrequency(counts), formulas: packed(formulas) }, null, 1)}\n`,
  );
  log(`${groups.length} texts, ${formulas.length} formulas → ${out}`);
}

/** In how many texts each term and shingle stands. */
interface Counts {
  readonly terms: Map<string, number>;
  readonly formulas: Map<number, number>;
}

function countInto({ terms, formulas }: Counts, { articles }: Group): void {
  const sentences = articles.flatMap((article) => ownSentences(article).slice(0, BODY_LINES));
  const seen = new Set<string>();
  for (const { words } of sentences)
    words.forEach(({ form, capital }, i) => {
      const before = words[i - 1];
      seen.add(form);
      if (capital && before?.capital) seen.add(`${before.form} ${form}`);
    });
  for (const term of seen) terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const shingle of new Set(sentences.flatMap((sentence) => shinglesOf(sentence))))
    formulas.set(shingle, (formulas.get(shingle) ?? 0) + 1);
}

function byFrequency({ terms }: Counts): Readonly<Record<string, string>> {
  const lists = new Map<number, string[]>();
  for (const [term, count] of [...terms].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (count >= LEAST_TERM) lists.set(count, [...(lists.get(count) ?? []), term]);
  return Object.fromEntries(
    [...lists].sort(([a], [b]) => a - b).map(([count, list]) => [count, list.join(' ')]),
  );
}

function common({ formulas }: Counts): readonly number[] {
  return [...formulas]
    .filter(([, count]) => count >= LEAST_FORMULA)
    .map(([shingle]) => shingle)
    .sort((a, b) => a - b);
}
