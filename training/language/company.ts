import { classOf, normalised } from '../../src/language/lexeme.ts';
import { tokenize } from '../../src/language/tokenize.ts';

/** Words seen less often are counted together with the others of their casing and ending. */
const FREQUENT = 4;
/** How many of the most frequent words count as company. */
const NEIGHBOURS = 4000;
/** Where company is looked for: two words before to two after. */
const PLACES = [-2, -1, 1, 2];
/** Longer lines are counted once: reports of one agency repeat them. */
const LINE = 80;

/** A sparse matrix, row by row: row r has its entries from `starts[r]` up to `starts[r + 1]`. */
export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
}

/** Words, and kinds of rare words, with the company that each keeps. */
export interface Company {
  readonly words: readonly string[];
  /**
   * For each word and each neighbour at each place, by how much more often they meet than chance would have it, in natural
   * logarithms; what is not more often is left out (positive pointwise mutual information, with the neighbours' counts
   * to the power of 0.75: Levy, Goldberg & Dagan 2015).
   */
  readonly ties: Sparse;
}

/** The company of the words of plain texts. */
export function companyOf(texts: Iterable<string>): Company {
  const { words, stream } = numbered(texts);
  const neighbours = Math.min(NEIGHBOURS, words.length);
  const column = columnsOf(stream, words.length);
  const counts: Map<number, number>[] = words.map(() => new Map());
  for (let i = 0; i < stream.length; i++) {
    const row = counts[stream[i]!];
    if (!row) continue;
    for (const [p, place] of PLACES.entries()) {
      const at = column[stream[i + place] ?? NOBODY];
      if (at === undefined || at < 0) continue;
      const key = p * neighbours + at;
      row.set(key, (row.get(key) ?? 0) + 1);
    }
  }
  return { words, ties: tiesOf(counts, neighbours * PLACES.length) };
}

/** Stands between lines, as often as a place reaches. */
const NOBODY = -1;

interface Numbered {
  readonly words: readonly string[];
  /** The texts' words by number. */
  readonly stream: Int32Array;
}

/** Numbers words, the frequent ones first; a rare one has its kind's number. */
function numbered(texts: Iterable<string>): Numbered {
  const { forms, stream } = read(texts);
  const frequency = new Map<string, number>();
  for (const number of stream)
    if (number !== NOBODY) {
      const { lower } = forms[number]!;
      frequency.set(lower, (frequency.get(lower) ?? 0) + 1);
    }
  const words = [...frequency]
    .filter(([word, count]) => word && count >= FREQUENT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
  const numbers = new Map(words.map((word, i) => [word, i]));
  const numberOf = forms.map(({ lower, kind }) => {
    const name = numbers.has(lower) ? lower : kind;
    const number = numbers.get(name) ?? words.push(name) - 1;
    numbers.set(name, number);
    return number;
  });
  return { words, stream: Int32Array.from(stream, (form) => (form === NOBODY ? NOBODY : numberOf[form]!)) };
}

interface Form {
  readonly lower: string;
  readonly kind: string;
}

/** The texts' forms, and where they stand. */
function read(texts: Iterable<string>): { forms: readonly Form[]; stream: readonly number[] } {
  const numbers = new Map<string, number>();
  const forms: Form[] = [];
  const stream: number[] = [];
  const met = new Set<string>();
  for (const text of texts)
    for (const line of text.split(/[\r\n]+/)) {
      if (met.has(line)) continue;
      if (line.length > LINE) met.add(line);
      for (const { start, end } of tokenize(line, 0, line.length)) {
        const form = line.slice(start, end);
        const number = numbers.get(form) ?? numbers.size;
        if (number === forms.length) {
          numbers.set(form, number);
          forms.push({ lower: normalised(form), kind: classOf(form, normalised(form)) });
        }
        stream.push(number);
      }
      stream.push(NOBODY, NOBODY);
    }
  return { forms, stream };
}

/** The column of each word that counts as company, -1 for the others. */
function columnsOf(stream: Int32Array, size: number): Int32Array {
  const frequency = new Int32Array(size);
  for (const number of stream) if (number !== NOBODY) frequency[number] = frequency[number]! + 1;
  const columns = new Int32Array(size).fill(-1);
  const order = [...frequency.keys()].sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  for (const [column, number] of order.slice(0, NEIGHBOURS).entries()) columns[number] = column;
  return columns;
}

function tiesOf(counts: readonly ReadonlyMap<number, number>[], columns: number): Sparse {
  const chance = new Float64Array(columns);
  for (const row of counts) for (const [column, n] of row) chance[column] = chance[column]! + n;
  for (let c = 0; c < columns; c++) chance[c] = chance[c]! ** 0.75;
  const whole = chance.reduce((sum, n) => sum + n, 0);
  const starts = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of counts) {
    const total = [...row.values()].reduce((sum, n) => sum + n, 0);
    for (const [c, n] of [...row].sort((a, b) => a[0] - b[0])) {
      const tie = Math.log(((n / total) * whole) / chance[c]!);
      if (tie <= 0) continue;
      column.push(c);
      value.push(tie);
    }
    starts.push(column.length);
  }
  return {
    rows: counts.length,
    columns,
    starts: Int32Array.from(starts),
    column: Int32Array.from(column),
    value: Float32Array.from(value),
  };
}
