import { type Day, dayNumber } from '../text/interval.ts';
import { background } from './background.ts';
import { dateNear, since, toldDay } from './calendar.ts';
import type { Mention, WeekdayMention } from './mentions.ts';
import type { Profile, Said } from './profile.ts';

/** Days are counted from 1 January 1970 throughout this file. */
const WEEK = 7;
/** Days beyond which a date that an article speaks of as past is taken for another year's. */
const HALF_YEAR = 183;
/** Days around an article's own within which the day of a happening is told by weekday. */
const FORTNIGHT = 14;

/** Shares of telling words from which two sentences tell of the same, surely and perhaps. */
const ALIKE = 0.4;
const ROUGHLY = 0.2;

/** Saturday and Sunday. */
const WEEKEND: readonly number[] = [6, 0];

/** Another article of the story. */
export interface Sibling {
  readonly profile: Profile;
  /** `null` where it is not known yet. */
  readonly day: number | null;
  /** How alike the two articles are, 0 to 1; 1 for a copy. */
  readonly likeness: number;
}

/** A sign of the model and how strongly it shows. */
export type Sign = readonly [name: string, strength: number];

/** A weekday of the article and a day on which a sibling tells of something in like words. */
interface Tie {
  readonly weekday: number;
  readonly day: number;
  readonly likeness: number;
}

/**
 * What holds if the article were published on a day, as signs of the model: how fresh its weekdays and dates would
 * be, and how the day would sit with the days, happenings and statements of its siblings.
 */
export function signsFor(profile: Profile, siblings: readonly Sibling[]): (day: number) => readonly Sign[] {
  const { mentions } = profile;
  const anchor = anchorOf(siblings);
  const ties = tiesOf(mentions, siblings, anchor);
  const statements = statedDays(profile.said, siblings);
  return (day) => [
    ...weekdaySigns(day, mentions),
    ...dateSigns(day, mentions),
    ...nearSigns(day, mentions),
    ...siblingSigns(day, siblings),
    ...tieSigns(day, ties),
    ...statementSigns(day, statements),
  ];
}

/** Days near which an undated article of the story may lie: its siblings' own, and the past dates that they all tell. */
export function anchorsOf(profile: Profile, siblings: readonly Sibling[]): readonly number[] {
  const anchor = anchorOf(siblings);
  const own = siblings.flatMap(({ day }) => day ?? []);
  const told = [profile, ...siblings.map((sibling) => sibling.profile)].flatMap(({ mentions }) =>
    mentions.flatMap((one) => (one.kind === 'date' && !one.ahead ? [dateNear(anchor, one)] : [])),
  );
  return [...own, ...told.filter((day) => own.some((one) => Math.abs(one - day) <= FORTNIGHT * 2))];
}

/** The middle one of the days that are known. */
function anchorOf(siblings: readonly Sibling[]): number {
  const days = siblings.flatMap(({ day }) => day ?? []).sort((a, b) => a - b);
  return days[days.length >> 1] ?? 0;
}

function weekdaySigns(day: number, mentions: readonly Mention[]): readonly Sign[] {
  const weekdays = mentions.flatMap((one) => (one.kind === 'weekday' ? [one] : []));
  const past = weekdays.filter(({ ahead }) => !ahead);
  const age = ({ weekday }: WeekdayMention): number => since(weekday, day);
  return [
    ...least('fresh', past.map(age)),
    ...least('lead', past.filter(({ lead }) => lead).map(age)),
    ...least('said', past.filter(({ part }) => part === 'said').map(age)),
    ...least('night', past.filter(({ part }) => part === 'night').map(age)),
    ...least('morning', past.filter(({ part }) => part === 'morning').map(age)),
    ...least(
      'ahead',
      weekdays.filter(({ ahead }) => ahead).map((one) => (WEEK - age(one)) % WEEK),
    ),
  ];
}

const least = (name: string, gaps: readonly number[]): readonly Sign[] =>
  gaps.length ? [[`${name} ${Math.min(...gaps)}`, 1]] : [];

function dateSigns(day: number, mentions: readonly Mention[]): readonly Sign[] {
  const ages = (ahead: boolean) =>
    mentions
      .flatMap((one) => (one.kind === 'date' && one.ahead === ahead ? [day - dateNear(day, one)] : []))
      .filter((age) => Math.abs(age) < HALF_YEAR);
  const past = ages(false);
  const known = past.filter((age) => age >= 0);
  const recent = new Set(known.filter((age) => age <= WEEK)).size;
  return [
    ...(known.length ? [[`date ${rangeOf(Math.min(...known))}`, 1] as const] : []),
    ...(recent ? [['recent dates', Math.min(3, recent)] as const] : []),
    ...(past.some((age) => age < 0) ? [['before a past date', 1] as const] : []),
    ...(ages(true).some((age) => age > 0) ? [['after a coming date', 1] as const] : []),
  ];
}

function nearSigns(day: number, mentions: readonly Mention[]): readonly Sign[] {
  return mentions.flatMap((one) => {
    if (one.kind !== 'near' || one.weekday === null) return [];
    return [[`tomorrow is that weekday: ${since(one.weekday, day + one.offset) === 0}`, 1] as const];
  });
}

function siblingSigns(day: number, siblings: readonly Sibling[]): readonly Sign[] {
  const dated = siblings.flatMap((one) =>
    one.day === null ? [] : [{ ...one, gap: Math.abs(day - one.day) }],
  );
  if (!dated.length) return [];
  const nearest = Math.min(...dated.map(({ gap }) => gap));
  const alike = dated.reduce((best, one) => (one.likeness > best.likeness ? one : best));
  const kind = alike.likeness >= 1 ? 'copy' : alike.likeness >= 0.5 ? 'close' : 'alike';
  return [
    [`nearest ${rangeOf(nearest)}`, 1],
    [`${kind} ${rangeOf(alike.gap)}`, 1],
  ];
}

/** Every past weekday of the article, "yesterday" too, against the days that siblings tell. */
function tiesOf(mentions: readonly Mention[], siblings: readonly Sibling[], anchor: number): readonly Tie[] {
  const theirs = siblings.flatMap(({ profile, day }) =>
    profile.mentions.flatMap((one) => {
      const told = toldDay(one, day, anchor);
      return told === null ? [] : [{ day: told, about: one.about }];
    }),
  );
  const past = mentions.flatMap((one) => {
    if (one.kind !== 'weekday' && one.kind !== 'weekend') return [];
    const days = one.kind === 'weekday' ? [one.weekday] : WEEKEND;
    return one.ahead ? [] : days.map((weekday) => ({ weekday, about: one.about }));
  });
  return past.flatMap(({ weekday, about }) =>
    theirs
      .filter(({ day }) => since(weekday, day) === 0)
      .map(({ day, about: other }) => ({ weekday, day, likeness: likenessOf(about, other) }))
      .filter(({ likeness }) => likeness > 0),
  );
}

/** Share of the weight of two sentences' telling words that they have in common. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  const { weightOf } = background();
  const weigh = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);
  const shared = weigh(a.filter((word) => b.includes(word)));
  return shared && (2 * shared) / (weigh(a) + weigh(b));
}

/** For each weekday of the article, whether the likest sentence of a sibling tells of the very day or of another. */
function tieSigns(day: number, ties: readonly Tie[]): readonly Sign[] {
  const weekdays = [...new Set(ties.map(({ weekday }) => weekday))];
  return weekdays.map((weekday): Sign => {
    const meant = day - since(weekday, day);
    const own = ties.filter((tie) => tie.weekday === weekday);
    const best = own.reduce((most, tie) => (tie.likeness > most.likeness ? tie : most));
    const here = own.some((tie) => tie.day === meant && tie.likeness === best.likeness);
    return [`told ${alikeOf(best.likeness)} of ${here ? 'that day' : 'another day'}`, 1];
  });
}

const alikeOf = (likeness: number): string =>
  likeness >= ALIKE ? 'alike' : likeness >= ROUGHLY ? 'roughly alike' : 'otherwise';

/** Days on which a sibling says that a figure was put which the article has too, where the weekday is the same. */
function statedDays(said: readonly Said[], siblings: readonly Sibling[]): readonly number[] {
  return said.flatMap(({ what, weekdays }) =>
    siblings.flatMap(({ profile }) =>
      profile.said.flatMap(({ what: theirs, on }) => {
        const day = on?.from && on.from === on.to ? dayNumber(on.from as Day) : null;
        const meant = day !== null && weekdays.some((weekday) => since(weekday, day) === 0);
        return theirs === what && meant ? [day] : [];
      }),
    ),
  );
}

function statementSigns(day: number, days: readonly number[]): readonly Sign[] {
  if (!days.length) return [];
  const age = day - Math.max(...days);
  const within = age >= 0 && age < WEEK;
  return [[within ? `shared statement ${rangeOf(age)}` : 'not in the week of a shared statement', 1]];
}

function rangeOf(days: number): string {
  if (days <= 1) return String(days);
  return days <= 3 ? '2–3' : days <= 7 ? '4–7' : days <= 14 ? '8–14' : days <= 31 ? '15–31' : 'more';
}
