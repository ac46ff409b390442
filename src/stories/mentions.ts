import { lexiconFiles } from '../text/lexicon.ts';
import { background } from './background.ts';
import type { PlainSentence } from './own.ts';

/** What a sentence tells of its day: an evening or night, a morning or afternoon, that somebody spoke, or none of these. */
export type Part = 'night' | 'morning' | 'said' | 'day';

/** "on Thursday": the words of its sentence that tell most are `about`. */
export interface WeekdayMention {
  readonly kind: 'weekday';
  /** 0 for Sunday. */
  readonly weekday: number;
  /** Whether the day is still to come. */
  readonly ahead: boolean;
  readonly lead: boolean;
  readonly part: Part;
  readonly about: readonly string[];
}

/** "Dec. 20"; the year where it is said. */
export interface DateMention {
  readonly kind: 'date';
  /** 0 for January. */
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
  readonly ahead: boolean;
  readonly about: readonly string[];
}

/** "tomorrow", with the weekday where the article tells it: its own day plus `offset` is that weekday. */
export interface NearMention {
  readonly kind: 'near';
  readonly offset: number;
  readonly weekday: number | null;
  readonly about: readonly string[];
}

/** "over the weekend": the last Saturday and Sunday, where it is not still to come. */
export interface WeekendMention {
  readonly kind: 'weekend';
  readonly ahead: boolean;
  readonly about: readonly string[];
}

/** Words that tie an article to the calendar. */
export type Mention = WeekdayMention | DateMention | NearMention | WeekendMention;

interface Words {
  readonly weekdays: readonly (readonly string[])[];
  readonly months: readonly (readonly string[])[];
  readonly near: Readonly<Record<string, number>>;
  readonly weekend: readonly string[];
  readonly ahead: readonly string[];
  readonly said: readonly string[];
  readonly night: readonly string[];
  readonly morning: readonly string[];
}

/** Words before a day in which a sign of what is to come is looked for. */
const REACH = 8;
/** Words on either side of a day that tell its part. */
const BESIDE = 4;
/** Sentences that make the lead. */
const LEAD = 5;
/** Telling words kept of a sentence, and mentions kept of an article. */
const ABOUT = 8;
const MOST = 40;
const YEAR = /^(?:19|20)\d\d$/u;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/u;

/** The calendar words of sentences in order, at most {@link MOST}. */
export function mentionsIn(sentences: readonly PlainSentence[]): readonly Mention[] {
  const calendar = known();
  const found = sentences.map((sentence, index) => scan(sentence, index < LEAD, calendar));
  return found.flatMap((mentions, i) => tied(mentions, found[i + 1] ?? [])).slice(0, MOST);
}

/** Weekdays named in a run of words, 0 for Sunday. */
export function weekdaysIn(forms: readonly string[]): readonly number[] {
  const { weekday } = known();
  return forms.flatMap((form) => weekday.get(form) ?? []);
}

interface Calendar {
  readonly weekday: ReadonlyMap<string, number>;
  readonly month: ReadonlyMap<string, number>;
  readonly near: ReadonlyMap<string, number>;
  readonly weekend: ReadonlySet<string>;
  readonly ahead: ReadonlySet<string>;
  readonly parts: readonly (readonly [Part, ReadonlySet<string>])[];
}

let cached: { readonly files: readonly Words[]; readonly calendar: Calendar } | null = null;

function known(): Calendar {
  const files = lexiconFiles<Words>('stories');
  if (cached?.files !== files) cached = { files, calendar: calendarOf(files) };
  return cached.calendar;
}

function calendarOf(files: readonly Partial<Words>[]): Calendar {
  const numbered = (lists: readonly (readonly string[])[]) =>
    lists.flatMap((words, i) => words.map((word): [string, number] => [word, i]));
  const words = (name: 'weekend' | 'ahead' | 'said' | 'night' | 'morning') =>
    new Set(files.flatMap((file) => file[name] ?? []));
  return {
    weekday: new Map(files.flatMap(({ weekdays }) => numbered(weekdays ?? []))),
    month: new Map(files.flatMap(({ months }) => numbered(months ?? []))),
    near: new Map(files.flatMap(({ near }) => Object.entries(near ?? {}))),
    weekend: words('weekend'),
    ahead: words('ahead'),
    parts: (['night', 'morning', 'said'] as const).map((part) => [part, words(part)] as const),
  };
}

function scan({ words }: PlainSentence, lead: boolean, calendar: Calendar): readonly Mention[] {
  const { weekday, month, near, weekend } = calendar;
  const forms = words.map(({ form }) => form);
  const places = forms.flatMap((form, i) =>
    near.has(form) || weekend.has(form) || (words[i]!.capital && (weekday.has(form) || month.has(form)))
      ? [i]
      : [],
  );
  if (!places.length) return [];
  const about = aboutOf(forms, calendar);
  return places.flatMap((i): readonly Mention[] => {
    const form = forms[i]!;
    const offset = near.get(form);
    if (offset !== undefined) return [{ kind: 'near', offset, weekday: null, about }];
    const ahead = forms.slice(Math.max(0, i - REACH), i).some((before) => calendar.ahead.has(before));
    if (weekend.has(form)) return [{ kind: 'weekend', ahead, about }];
    const day = weekday.get(form);
    if (day !== undefined)
      return [{ kind: 'weekday', weekday: day, ahead, lead, part: partOf(forms, i, calendar), about }];
    return datesAt(forms, i, month.get(form)!).map((date) => ({ kind: 'date', ...date, ahead, about }));
  });
}

function partOf(forms: readonly string[], at: number, { parts }: Calendar): Part {
  const beside = forms.slice(Math.max(0, at - BESIDE), at + BESIDE);
  return parts.find(([, words]) => beside.some((form) => words.has(form)))?.[0] ?? 'day';
}

/** The words that weigh most in the background, calendar words aside. */
function aboutOf(forms: readonly string[], { weekday, month, near }: Calendar): readonly string[] {
  const { weightOf } = background();
  const telling = [...new Set(forms)].filter(
    (form) => !weekday.has(form) && !month.has(form) && !near.has(form) && !YEAR.test(form),
  );
  return telling.sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1)).slice(0, ABOUT);
}

type Date = Pick<DateMention, 'month' | 'day' | 'year'>;

/** "Dec. 20, 2024", "20 December 2024", "Dec. 20 and 21"; "on 2 March, 21 people" is the second of March. */
function datesAt(forms: readonly string[], at: number, month: number): readonly Date[] {
  const before = dayNumberOf(forms[at - 1]);
  const following = dayNumberOf(forms[at + 1]);
  const after = before !== null && following !== null && !YEAR.test(forms[at + 2] ?? '') ? null : following;
  const day = after ?? before;
  if (day === null) return [];
  const year = forms[after === null ? at + 1 : at + 2] ?? '';
  const second = after !== null && forms[at + 2] === 'and' ? dayNumberOf(forms[at + 3]) : null;
  const days = second !== null && second > day ? [day, second] : [day];
  return days.map((one) => ({ month, day: one, year: YEAR.test(year) ? Number(year) : null }));
}

function dayNumberOf(form: string | undefined): number | null {
  const day = Number(DAY.exec(form ?? '')?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** The mentions of a sentence, "tomorrow" with the weekday that it or the next sentence says is still to come. */
function tied(mentions: readonly Mention[], next: readonly Mention[]): readonly Mention[] {
  const coming = (some: readonly Mention[]) =>
    some.flatMap((one) => (one.kind === 'weekday' && one.ahead ? [one.weekday] : []));
  const weekday = coming(mentions)[0] ?? coming(next)[0] ?? null;
  return mentions.map((one) => (one.kind === 'near' && one.offset > 0 ? { ...one, weekday } : one));
}
