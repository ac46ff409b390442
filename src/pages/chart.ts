import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Assertion, Question } from '../ledger/ledger.ts';
import { dayWords, numberWords, unitWords } from '../ledger/words.ts';
import type { Bound } from '../reading/figure.ts';
import { shown } from './shown.ts';

const WIDTH = 720;
const HEIGHT = 260;

/** Figures that span more than this factor are drawn on a logarithmic scale. */
const LOG_FROM = 10;

/** The mark of each kind of bound, and what the legend calls it. */
export const MARKS: Readonly<
  Record<Bound, { readonly symbol: Plot.SymbolType | object; readonly words: string }>
> = {
  exact: { symbol: 'circle', words: 'exact' },
  about: { symbol: 'diamond', words: 'about' },
  'at-least': { symbol: 'triangle', words: 'at least' },
  'more-than': { symbol: 'triangle', words: 'more than' },
  'at-most': { symbol: upsideDown(), words: 'at most' },
  'less-than': { symbol: upsideDown(), words: 'less than' },
  range: { symbol: 'square', words: 'range' },
  vague: { symbol: 'star', words: 'vague' },
};

/** One assertion as a mark. */
interface Mark {
  readonly day: Date;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly size: number;
  readonly colour: string;
  readonly assertion: Assertion;
  readonly title: string;
}

/**
 * A question's figures over time as SVG: a mark an assertion on the day that it was said, shaped by its bound, coloured by
 * originator, larger with more carriers; a bar where the words leave a range; a line from each figure to the one that
 * updates it. `null` where fewer than two assertions have a day and a value.
 */
export function chart(
  question: Question,
  assertions: readonly Assertion[],
  colours: ReadonlyMap<string, number>,
): string | null {
  const marks = assertions.flatMap((assertion) => markOf(assertion, colours));
  if (marks.length < 2) return null;
  const { document } = parseHTML('<html><body></body></html>');
  const values = marks.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const log = least > 0 && most / least > LOG_FROM;
  const days = new Set(marks.map(({ day }) => day.getTime())).size;
  const svg = Plot.plot({
    document: document as never,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 64,
    marginRight: 24,
    marginBottom: 36,
    className: 'chart',
    style: { background: 'transparent' },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    r: { type: 'identity' },
    x: { type: 'utc', label: null, ...(days === 1 && { domain: around(marks[0]!.day) }) },
    y: {
      type: log ? 'log' : 'linear',
      label: unitWords(question.unit, question.per).trim() || null,
      grid: true,
      nice: true,
      tickFormat: (value: number) => numberWords(value),
      ticks: 5,
      ...(log ? { domain: [least, most] } : { domain: [0, most || 1] }),
    },
    marks: marksOf(question, marks),
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute(
    'aria-label',
    `Figures over time, ${numberWords(least)} to ${numberWords(most)}${unitWords(question.unit, question.per)}; the table below has each of them`,
  );
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  return (svg as unknown as { outerHTML: string }).outerHTML;
}

function marksOf(question: Question, marks: readonly Mark[]): Plot.Markish[] {
  const byId = new Map(marks.map((mark) => [mark.assertion.id, mark]));
  const updates = question.relations.flatMap(({ kind, from, to }) => {
    const [later, earlier] = [byId.get(from), byId.get(to)];
    return kind === 'updates' && later && earlier ? [{ earlier, later }] : [];
  });
  return [
    Plot.link(updates, {
      x1: (pair: { earlier: Mark }) => pair.earlier.day,
      y1: (pair: { earlier: Mark }) => pair.earlier.value,
      x2: (pair: { later: Mark }) => pair.later.day,
      y2: (pair: { later: Mark }) => pair.later.value,
      stroke: (pair: { later: Mark }) => pair.later.colour,
      strokeOpacity: 0.6,
    }),
    Plot.ruleX(
      marks.filter(({ low, high }) => low !== high),
      { x: 'day', y1: 'low', y2: 'high', stroke: 'colour', strokeWidth: 3, strokeOpacity: 0.45 },
    ),
    Plot.dot(marks, {
      x: 'day',
      y: 'value',
      r: 'size',
      fill: 'colour',
      stroke: 'var(--paper)',
      symbol: (mark: Mark) => MARKS[mark.assertion.figure.bound].symbol as Plot.SymbolType,
      title: 'title',
      href: (mark: Mark) => `#a-${mark.assertion.id}`,
    }),
  ];
}

function markOf(assertion: Assertion, colours: ReadonlyMap<string, number>): Mark[] {
  const { on, figure, originator, outlets } = assertion;
  const day = on?.to ?? on?.from ?? null;
  const low = figure.low ?? figure.high;
  const high = figure.high ?? figure.low;
  if (day === null || low === null || high === null) return [];
  return [
    {
      day: new Date(`${day}T00:00:00Z`),
      low,
      high,
      value: figure.bound === 'vague' || figure.bound === 'range' ? (low + high) / 2 : low,
      size: 4.5 + Math.min(7, 1.5 * Math.sqrt(Math.max(0, outlets.length - 1))),
      colour: `var(--o${colours.get(originator) ?? 0})`,
      assertion,
      title: shown(
        `${figure.texts[0] ?? ''} — ${originator}, ${dayWords(day)}, carried by ${outlets.length || 1}`,
      ),
    },
  ];
}

/** Three days on either side of a single day. */
function around(day: Date): [Date, Date] {
  const span = 3 * 86_400_000;
  return [new Date(day.getTime() - span), new Date(day.getTime() + span)];
}

/** A triangle that stands on its tip: the value is not above it. */
function upsideDown(): object {
  return {
    draw(
      context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; closePath(): void },
      size: number,
    ) {
      const y = -Math.sqrt(size / (Math.sqrt(3) * 3));
      context.moveTo(0, -y * 2);
      context.lineTo(-Math.sqrt(3) * y, y);
      context.lineTo(Math.sqrt(3) * y, y);
      context.closePath();
    },
  };
}
