/**
 * The share of the English Number and NumberWithUnit specs of Recognizers-Text that readFigures meets.
 *
 *   node bench/figures-recognizers.ts FOLDER [--misses]     FOLDER holds Number/ and NumberWithUnit/
 *
 * A spec is met where every number that it expects is the low or the high of a figure that overlaps its words (in the
 * unit that it expects), and where, when it expects none, no figure of its kind is read. Spans need not be equal: a
 * figure covers its bounding words. A spec that is not met is put under the first reason of REASONS that fits.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseText } from '../src/language/analyse.ts';
import type { Figure } from '../src/reading/figure.ts';
import { readFigures } from '../src/reading/figures.ts';

interface Expected {
  readonly Text: string;
  readonly Start: number;
  readonly End: number;
  readonly Resolution?: { readonly value?: string | null; readonly unit?: string; readonly subtype?: string };
}

interface Spec {
  readonly Input: string;
  readonly Results: readonly Expected[];
}

type Kind = 'number' | 'range' | 'percent' | 'money' | 'measure' | 'temperature' | 'age';

const FILES: readonly (readonly [string, Kind])[] = [
  ['Number/NumberModel', 'number'],
  ['Number/NumberRangeModel', 'range'],
  ['Number/PercentModel', 'percent'],
  ['NumberWithUnit/CurrencyModel', 'money'],
  ['NumberWithUnit/DimensionModel', 'measure'],
  ['NumberWithUnit/TemperatureModel', 'temperature'],
  ['NumberWithUnit/AgeModel', 'age'],
];

const TIME =
  /^(?:ns|µs|ms|s|min|h|day|night|weekend|week|fortnight|month|quarter|season|year|decade|century|millennium)$/;

/** Which figures a kind of spec speaks of. */
const OF_KIND: Readonly<Record<Kind, (figure: Figure) => boolean>> = {
  number: (figure) => figure.unit === 'person' || figure.unit === 'item' || figure.unit === 'percent',
  range: (figure) => figure.bound !== 'exact' && figure.bound !== 'about',
  percent: (figure) => figure.unit === 'percent',
  money: (figure) => /^[A-Z]{3}$/.test(figure.unit),
  measure: (figure) => !/^(?:person|item|percent|[A-Z]{3})$/.test(figure.unit) && !TIME.test(figure.unit),
  temperature: (figure) => figure.unit.startsWith('°'),
  age: (figure) => TIME.test(figure.unit),
};

/** Why a spec asks for what a reader of figures in news does not want; the first that fits. */
const REASONS: readonly (readonly [string, (spec: Spec, kind: Kind) => boolean])[] = [
  ['ages are no figures', (_, kind) => kind === 'age'],
  ['a unit without a number', (spec) => spec.Results.some((r) => r.Resolution && r.Resolution.value == null)],
  [
    'written calculation (powers, e-notation, "1 over 3", "x>10")',
    (spec) => /\d\s*[\^*=<>]|\de\d|[<>=~]|\bover\b|\bequal/i.test(spec.Input),
  ],
  [
    'signed number without a unit',
    (spec) => spec.Results.some((r) => /^[-−]|^(?:minus|negative)/i.test(r.Text)),
  ],
  [
    'ordinal or fraction no news uses (trillionths, "thirty one sevenths")',
    (spec) =>
      /(?:illionths?|andths?|redths?|fifths?|thirds?|eighths?|sevenths?|quarters?|fourths?)\b/i.test(
        spec.Input,
      ) || /\b(?:first|second|third|\w+th)\b/i.test(spec.Input),
  ],
  [
    'two bounds put into one range ("more than 10 and less than 20")',
    (spec, kind) => kind === 'range' && /\b(?:and|but)\b/.test(spec.Input),
  ],
  [
    'number in a code, date, label or name',
    (spec) => /\d[-/.:]\d|\d{3,4} \d{4}|[A-Z]-?\d|\bin (?:19|20)\d\d/.test(spec.Input),
  ],
  [
    'command to a device or a chat ("set a timer")',
    (spec) =>
      /^(?:set|turn|rotate|convert|let|make|lower|raise|change|how|what|send|find|get|put|go|keep|can you)\b/i.test(
        spec.Input,
      ),
  ],
  ['pronoun, idiom or small print', (spec) => /\bone\b/i.test(spec.Input)],
];

function scoreFile(path: string, file: string, kind: Kind) {
  const specs: readonly Spec[] = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  const missed = specs.filter((spec) => !isMet(spec, kind));
  for (const spec of missed) {
    const reason = REASONS.find(([, fits]) => fits(spec, kind))?.[0] ?? 'other';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    if (flags.includes('--misses')) print(`${file}\t${reason}\t${describe(spec)}`);
  }
  return { file, met: specs.length - missed.length, all: specs.length };
}

function isMet(spec: Spec, kind: Kind): boolean {
  const figures = readFigures(spec.Input, analyseText(spec.Input));
  if (!spec.Results.length) return !figures.some(OF_KIND[kind]);
  return spec.Results.every((expected) =>
    figures.some(
      (figure) => figure.start <= expected.End && expected.Start < figure.end && fits(figure, expected, kind),
    ),
  );
}

function fits(figure: Figure, expected: Expected, kind: Kind): boolean {
  const value = expected.Resolution?.value ?? '';
  const ends =
    kind === 'range'
      ? value
          .slice(1, -1)
          .split(',')
          .map((end) => (end ? Number(end) : null))
      : [Number.parseFloat(value)];
  const own =
    kind === 'range'
      ? ends[0] === ends[1]
        ? [figure.low, figure.low]
        : [figure.low, figure.high]
      : [figure.low ?? figure.high];
  const scales =
    figure.unit === 'percent' && kind !== 'percent'
      ? [1, 0.01]
      : /cent|pence|penn|paise/i.test(expected.Text)
        ? [1, 100]
        : [1];
  const same = scales.some((scale) =>
    ends.every((end, i) => close(end, own[i] ?? null, scale) || close(end, figure.high, scale)),
  );
  return (
    same &&
    (kind === 'number' ||
      OF_KIND[kind](figure) ||
      (kind === 'range' && figure.bound === 'exact') ||
      (kind === 'temperature' && figure.unit === 'K'))
  );
}

const close = (a: number | null, b: number | null, scale: number): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b * scale) <= 1e-6 * Math.max(1e-6, Math.abs(a));

function share({ met, all }: { readonly met: number; readonly all: number }): string {
  return `${((100 * met) / all).toFixed(1)} %`;
}

function describe(spec: Spec): string {
  const own = readFigures(spec.Input, analyseText(spec.Input)).map(
    (figure) => `${figure.text}=${figure.low}–${figure.high} ${figure.unit}`,
  );
  return `${spec.Input.slice(0, 150)}\t${spec.Results.map((r) => `${r.Text}=${r.Resolution?.value} ${r.Resolution?.unit ?? ''}`).join(' | ')}\t${own.join(' | ')}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [folder, ...flags] = process.argv.slice(2);
if (!folder) throw new Error('name the folder that holds Number/ and NumberWithUnit/');
const counts = new Map<string, number>();
const rows = FILES.map(([file, kind]) => scoreFile(join(folder, `${file}.json`), file, kind));
const total = rows.reduce((sum, row) => ({ met: sum.met + row.met, all: sum.all + row.all }), {
  met: 0,
  all: 0,
});
for (const row of [...rows, { file: 'all', ...total }])
  print(
    `${row.file.padEnd(34)} ${String(row.met).padStart(4)} of ${String(row.all).padStart(4)}  ${share(row)}`,
  );
print('\nnot met, by reason');
for (const [reason, count] of [...counts].sort((a, b) => b[1] - a[1]))
  print(`${String(count).padStart(5)}  ${reason}`);
