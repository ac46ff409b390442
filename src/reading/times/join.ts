import { addDays, type Day, type Interval } from '../../text/interval.ts';
import type { Atom } from './atoms.ts';
import { dayPeriod, shiftDay, type Unit } from './period.ts';
import type { Context, Draft } from './rule.ts';

/** What the clock times of a sentence hang on. */
type Told = Pick<Context, 'day' | 'published'>;

/** Joins each clock time with a day beside it; one that stands alone falls on the day last named. */
export function joinClocks(atoms: readonly Atom[], drafts: readonly Draft[], story: Told): readonly Draft[] {
  const joined: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    const next = drafts[i + 1];
    const last = joined.at(-1);
    if (draft.clock === undefined) {
      joined.push(draft);
      continue;
    }
    const part = last && partOfHour(last, draft);
    if (part) joined[joined.length - 1] = part;
    else if (last && isDayLike(last) && beside(atoms, last, draft))
      joined[joined.length - 1] = withClock(last, draft, draft.clock);
    else if (next && isDayLike(next) && beside(atoms, draft, next)) {
      joined.push(withClock(next, draft, draft.clock));
      i++;
    } else joined.push(alone(draft, story));
  }
  return joined;
}

/** Lengths with a place in the period that "of" puts behind them: "the first six months of 2019", "the last week of the month". */
export function joinLengths(atoms: readonly Atom[], drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, i) => {
    const whole = drafts[i + 1];
    const length = /^P(\d+)([DWMQ])$/.exec(draft.value);
    if (!length || !whole?.from || !whole.to || whole.first !== draft.end + 1) return draft;
    if (atoms[draft.end]?.lower !== 'of') return draft;
    const words = atoms.slice(draft.first, draft.end).map(({ lower }) => lower);
    const [count, unit] = [Number(length[1]), length[2] as Unit];
    if (words.includes('first'))
      return within(draft, whole, { from: whole.from, to: lastDay(whole.from, count, unit) });
    if (words.includes('last') || words.includes('final'))
      return within(draft, whole, { from: firstDay(whole.to, count, unit), to: whole.to });
    return draft;
  });
}

/**
 * "the day before last Tuesday" is one time; "two weeks after March 3" is a length and a day, and the length ends on the
 * day that they lead to.
 */
export function joinSides(atoms: readonly Atom[], drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft, i) => {
    const side = SIDES[atoms[draft.end]?.lower ?? ''];
    const next = drafts[i + 1];
    const length = /^P(\d+)([DWMY])$/.exec(draft.value);
    if (side && length && next?.from && isDayLike(next) && next.first === draft.end + 1) {
      const day = shiftDay(next.from, side * Number(length[1]), length[2] as Unit);
      return [{ ...draft, from: day, to: day }];
    }
    return [besideDay(atoms, draft, drafts[i - 1]?.end ?? 0)];
  });
}

const SIDES: Readonly<Record<string, number>> = { before: -1, after: 1 };

/** A day with "the day before" or "the day after" in front of it, where those are of no time before `from`. */
function besideDay(atoms: readonly Atom[], draft: Draft, from: number): Draft {
  const side = SIDES[atoms[draft.first - 1]?.lower ?? ''];
  if (!side || draft.from === null || !isDayLike(draft) || atoms[draft.first - 2]?.lower !== 'day')
    return draft;
  const first = atoms[draft.first - 3]?.lower === 'the' ? draft.first - 3 : draft.first - 2;
  if (first < from) return draft;
  return { ...draft, first, ...dayPeriod(addDays(draft.from, side)) };
}

const lastDay = (from: Day, count: number, unit: Unit): Day => addDays(shiftDay(from, count, unit), -1);
const firstDay = (to: Day, count: number, unit: Unit): Day => shiftDay(addDays(to, 1), -count, unit);

const within = (draft: Draft, whole: Interval, part: { readonly from: Day; readonly to: Day }): Draft =>
  part.from >= whole.from! && part.to <= whole.to! ? { ...draft, ...part } : draft;

const isDayLike = (draft: Draft): boolean => draft.type === 'DATE' && draft.grain === 'day';

/** "1:21 on Tuesday afternoon": the part of the day behind a clock time with its day tells which half of the day. */
function partOfHour(last: Draft, part: Draft): Draft | null {
  const hour = /^(.{10}T)(\d\d)(:\d\d)$/.exec(last.value);
  if (!hour || last.end !== part.first || !/^T(?:MO|AF|EV|NI)$/.test(part.clock ?? '')) return null;
  const said = Number(hour[2]);
  const late = part.clock !== 'TMO' && said < 12 && !(part.clock === 'TNI' && said < 6);
  return { ...last, end: part.end, value: `${hour[1]}${late ? said + 12 : hour[2]}${hour[3]}` };
}

/** Whether only a comma or a small word parts the two. */
function beside(atoms: readonly Atom[], left: Draft, right: Draft): boolean {
  const between = atoms.slice(left.end, right.first).map((atom) => atom.lower);
  return between.length <= 2 && between.every((word) => /^(,|on|at|of|in|the|about|around)$/.test(word));
}

const withClock = (date: Draft, clock: Draft, suffix: string): Draft => ({
  first: Math.min(date.first, clock.first),
  end: Math.max(date.end, clock.end),
  type: 'TIME',
  value: date.value + suffix,
  grain: 'clock',
  from: date.from,
  to: date.to,
});

/** A clock time on the day last named; "overnight", told from publication, is the night that led to it. */
function alone(draft: Draft, { day, published }: Told): Draft {
  if (day === null) return { ...draft, value: `XXXX-XX-XX${draft.clock}` };
  const from = draft.overnight && day === published ? addDays(day, -1) : day;
  return { ...draft, value: from + draft.clock!, from, to: day };
}

/**
 * The drafts with "today" and its like, inside quotation marks, told from the day on which the sentence says that it was
 * said: in "'We freed five today,' she said on Monday" today is that Monday.
 */
export function quoted(atoms: readonly Atom[], drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some((draft) => draft.offset !== undefined)) return drafts;
  const inside = quotations(atoms);
  const said = drafts.find((draft) => !inside[draft.first] && isDayLike(draft) && draft.offset === undefined);
  if (!said?.from) return drafts;
  return drafts.map((draft) =>
    inside[draft.first] && draft.offset !== undefined && draft.from !== null
      ? toldFrom(draft, said.from!)
      : draft,
  );
}

function toldFrom(draft: Draft, said: Day): Draft {
  const day = addDays(said, draft.offset!);
  const { from, to } = dayPeriod(day);
  return { ...draft, from, to, value: day + draft.value.slice(day.length) };
}

/** Whether each atom stands inside quotation marks. */
function quotations(atoms: readonly Atom[]): readonly boolean[] {
  let open = false;
  return atoms.map(({ lower }) => {
    if (lower === '“' || lower === '«') open = true;
    else if (lower === '”' || lower === '»') open = false;
    else if (lower === '"') open = !open;
    return open;
  });
}
