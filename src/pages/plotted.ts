import type { Assertion, Question } from '../ledger/ledger.ts';
import type { Day } from '../text/interval.ts';
import { type Axis, dayAxis, figureAxis } from './scales.ts';

/** The drawing's size and the frame of the plot within it, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Two or three figures need less room than thirty. */
const frameFor = (marks: number): Frame => {
  const height = marks < 4 ? 180 : marks < 12 ? 250 : 320;
  return { width: 820, height, left: 68, right: 780, top: 18, bottom: height - 32 };
};

/** A chart of more marks than this shows those that most outlets carry. */
const MOST = 120;

/** Room between the lines of periods that would cover each other. */
const LANE = 4;

/** One assertion on its place. Lengths and places are pixels of the drawing. */
export interface Mark {
  readonly assertion: Assertion;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Where the words' lower and upper numbers lie; both are `y` for a single number. */
  readonly low: number;
  readonly high: number;
  /** What the figure covers, where that is not the day of the saying; clamped to the frame, with what is cut off. */
  readonly period: Period | null;
  /** Days after its own on which others carried it. */
  readonly repeats: readonly number[];
  readonly contested: boolean;
}

export interface Period {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Whether it begins before the frame, or nobody says when. */
  readonly open: boolean;
}

export interface Plotted {
  readonly frame: Frame;
  readonly marks: readonly Mark[];
  readonly days: Axis<Day>;
  readonly figures: ReturnType<typeof figureAxis>;
  readonly least: number;
  readonly most: number;
  /** Figures with a day and a number for which there was no room. */
  readonly left: number;
}

interface Point {
  readonly assertion: Assertion;
  readonly day: Day;
  readonly low: number;
  readonly high: number;
  readonly value: number;
}

/** Where each assertion with a day and a value lies; `null` where fewer than two have both. */
export function plotted(
  question: Question,
  assertions: readonly Assertion[],
  carried: ReadonlyMap<string, readonly Day[]>,
): Plotted | null {
  const all = assertions.flatMap(pointOf);
  const points = all.length > MOST ? all.toSorted(byCarriers).slice(0, MOST) : all;
  if (points.length < 2) return null;
  const frame = frameFor(points.length);
  const values = points.flatMap(({ low, high }) => [low, high]);
  const figures = figureAxis(values, [frame.bottom, frame.top]);
  const days = dayAxis(
    points.flatMap(({ assertion, day }) => [day, ...(carried.get(assertion.id) ?? [])]),
    [frame.left, frame.right],
  );
  const contested = new Set(
    question.relations.filter(({ kind }) => kind === 'differs').flatMap(({ from, to }) => [from, to]),
  );
  const marks = apart(
    points.map(({ assertion, day, low, high, value }) => ({
      assertion,
      x: days.at(day),
      y: figures.at(value),
      r: radius(assertion),
      low: figures.at(low),
      high: figures.at(high),
      period: periodOf(assertion, day, days, figures.at(value), frame),
      repeats: (carried.get(assertion.id) ?? []).filter((one) => one > day).map(days.at),
      contested: contested.has(assertion.id),
    })),
    frame,
  );
  return {
    frame,
    marks: inLanes(marks),
    days,
    figures,
    least: Math.min(...values),
    most: Math.max(...values),
    left: all.length - points.length,
  };
}

const byCarriers = (a: Point, b: Point): number =>
  b.assertion.outlets.length - a.assertion.outlets.length || (a.assertion.id < b.assertion.id ? -1 : 1);

function pointOf(assertion: Assertion): Point[] {
  const { on, figure } = assertion;
  const day = on?.to ?? on?.from ?? null;
  const low = figure.low ?? figure.high;
  const high = figure.high ?? figure.low;
  if (day === null || low === null || high === null) return [];
  const spread = figure.bound === 'vague' || figure.bound === 'range';
  const value = !spread ? low : low > 0 && high / low > 10 ? Math.sqrt(low * high) : (low + high) / 2;
  return [{ assertion, day, low, high, value }];
}

/** The area grows with the outlets that carry it. */
const radius = ({ outlets }: Assertion): number =>
  Math.min(12, 4.5 * Math.sqrt(1 + 0.45 * Math.max(0, outlets.length - 1)));

function periodOf(
  { when }: Assertion,
  day: Day,
  days: Axis<Day>,
  y: number,
  { left, right }: Frame,
): Period | null {
  if (!when || (when.from === null && when.to === null)) return null;
  if (when.from === when.to && when.from === day) return null;
  const clamp = (x: number): number => Math.max(left, Math.min(right, x));
  const from = when.from === null ? left : days.at(when.from);
  const to = when.to === null ? days.at(day) : days.at(when.to);
  if (to < left || from > right) return null;
  return { from: clamp(from), to: clamp(to), y, open: from < left || when.from === null };
}

/** Marks that would hide each other are moved sideways, as little as shows them all. */
function apart(marks: readonly Mark[], { left, right }: Frame): readonly Mark[] {
  const placed: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.x - b.x || b.r - a.r)) {
    const steps = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => mark.x + step * mark.r * 1.9);
    const free = steps.find(
      (x) => x > left + 4 && x < right - 4 && !placed.some((other) => touches({ ...mark, x }, other)),
    );
    placed.push({ ...mark, x: free ?? mark.x });
  }
  return placed;
}

/** Periods of equal figures one below the other. */
function inLanes(marks: readonly Mark[]): readonly Mark[] {
  const taken: Period[] = [];
  return marks.map((mark) => {
    if (!mark.period) return mark;
    let period = mark.period;
    const meets = (one: Period): boolean =>
      Math.abs(one.y - period.y) < LANE && one.from <= period.to && period.from <= one.to;
    while (taken.some(meets) && period.y < mark.y + 5 * LANE) period = { ...period, y: period.y + LANE };
    taken.push(period);
    return { ...mark, period };
  });
}

const touches = (a: Mark, b: Mark): boolean => Math.hypot(a.x - b.x, a.y - b.y) < (a.r + b.r) * 0.95;
