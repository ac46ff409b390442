import { readFileSync, writeFileSync } from 'node:fs';
import { normalised } from '../../src/language/lexeme.ts';
import { tokenize } from '../../src/language/tokenize.ts';

/** Words seen less often get no class. */
const FREQUENT = 5;
const CLASSES = 400;
const ROUNDS = 12;

/**
 * Classes of words that stand in like company, learned from plain text: each word in turn moves to the class under
 * which the words before it are told best by their neighbour's class (exchange clustering: Uszkoreit & Brants 2008,
 * here over neighbours on both sides). The same texts give the same classes.
 */
export function learnClusters(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = countPairs(texts);
  const { words, neighbours } = counts;
  const classes = new Int32Array(words.length);
  for (let w = 0; w < words.length; w++) classes[w] = w % CLASSES;
  const pairs = new Float64Array(words.length * 2 * CLASSES);
  const sizes = new Float64Array(2 * CLASSES);
  for (let w = 0; w < words.length; w++) count(w, classes[w]!, 1);
  const scores = new Float64Array(CLASSES);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let w = 0; w < words.length; w++) {
      const from = classes[w]!;
      count(w, from, -1);
      const to = bestClass(w);
      if (to !== from) moved++;
      classes[w] = to;
      count(w, to, 1);
    }
    if (moved * 200 < words.length) break;
  }
  return new Map(words.map((word, w) => [word, classes[w]!]));

  /** Counts a word's neighbours into a class, or out of it. */
  function count(w: number, cls: number, sign: number): void {
    for (const [v, n] of neighbours[w]!) {
      pairs[v * CLASSES + cls] = pairs[v * CLASSES + cls]! + sign * n;
      const side = v >= words.length ? CLASSES : 0;
      sizes[side + cls] = sizes[side + cls]! + sign * n;
    }
  }

  /** The class whose neighbours a word's are most like, by the gain in log likelihood. */
  function bestClass(w: number): number {
    scores.fill(0);
    const sums = [0, 0];
    for (const [v, n] of neighbours[w]!) {
      sums[v >= words.length ? 1 : 0]! += n;
      for (let c = 0; c < CLASSES; c++) {
        const before = pairs[v * CLASSES + c]!;
        scores[c] = scores[c]! + entropy(before + n) - entropy(before);
      }
    }
    let best = 0;
    for (let c = 0; c < CLASSES; c++) {
      for (const side of [0, 1]) {
        const before = sizes[side * CLASSES + c]!;
        scores[c] = scores[c]! - entropy(before + sums[side]!) + entropy(before);
      }
      if (scores[c]! > scores[best]!) best = c;
    }
    return best;
  }
}

/** n log n, from a table where n is small. */
const entropy = (n: number): number => (n < TABLE.length ? TABLE[n]! : n * Math.log(n));
const TABLE = Float64Array.from({ length: 4096 }, (_, n) => (n < 2 ? 0 : n * Math.log(n)));

interface PairCounts {
  readonly words: readonly string[];
  /** For each word its neighbours with how often: v for a word before it, v + the number of words for one after it. */
  readonly neighbours: readonly (readonly (readonly [number, number])[])[];
}

function countPairs(texts: Iterable<string>): PairCounts {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const stream: number[] = [];
  for (const text of texts)
    for (const line of new Set(text.split(/[\r\n]+/))) {
      for (const { start, end } of tokenize(line, 0, line.length)) {
        const word = normalised(line.slice(start, end));
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        frequency[number] = (frequency[number] ?? 0) + 1;
        stream.push(number);
      }
      stream.push(-1);
    }
  return frequentPairs([...numbers.keys()], frequency, stream);
}

function frequentPairs(
  all: readonly string[],
  frequency: readonly number[],
  stream: readonly number[],
): PairCounts {
  const kept = all
    .map((_, i) => i)
    .filter((i) => frequency[i]! >= FREQUENT)
    .sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  const place = new Map(kept.map((i, at) => [i, at]));
  const counts: Map<number, number>[] = kept.map(() => new Map());
  const add = (w: number, v: number): void => void counts[w]!.set(v, (counts[w]!.get(v) ?? 0) + 1);
  let before: number | undefined;
  for (const i of stream) {
    const here = place.get(i);
    if (here !== undefined && before !== undefined) {
      add(here, before);
      add(before, here + kept.length);
    }
    before = here;
  }
  return {
    words: kept.map((i) => all[i]!),
    neighbours: counts.map((of) => [...of].sort((a, b) => a[0] - b[0])),
  };
}

/** Writes the classes, the words of each on a line. */
export function writeClusters(file: string, clusters: ReadonlyMap<string, number>): void {
  const byClass: string[][] = [];
  for (const [word, cls] of clusters) {
    byClass[cls] ??= [];
    byClass[cls]!.push(word);
  }
  const lines = byClass.filter((words) => words?.length).map((words) => JSON.stringify(words.join(' ')));
  writeFileSync(file, `{"classes": [\n${lines.join(',\n')}\n]}\n`);
}

/** The classes of a file that `writeClusters` wrote: the words of each, with blanks between them. */
export function readClusters(file: string): readonly string[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly classes: readonly string[] }).classes;
}
