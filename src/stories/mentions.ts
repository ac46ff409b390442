import { lexiconFiles } from '../text/lexicon.ts';
import type { OwnSentence } from './own.ts';

/**
 * Words that tie an article to the calendar. `weekday`: "on Thursday"; `date`: "Dec. 20", the year where it is said;
 * `near`: a weekday that the article itself ties to its own day, "tomorrow … on Wednesday", so that the publication
 * day plus `offset` is that weekday.
 */
export type Mention =
  | { readonly kind: 'weekday'; readonly weekday: number; readonly ahead: boolean; readonly lead: boolean }
  | {
      readonly kind: 'date';
      readonly month: number;
      readonly day: number;
      readonly year: number | null;
      readonly ahead: boolean;
    }
  | { readonly kind: 'near'; readonly weekday: number; readonly offset: number };

interface Words {
  readonly weekdays: readonly (readonly string[])[];
  readonly months: readonly (readonly string[])[];
  readonly near: Readonly<Record<string, number>>;
  readonly ahead: readonly string[];
  readonly back: readonly string[];
}

/** Words before a day in which a sign of what is to come is looked for. */
const REACH = 8;
/** Sentences that make the lead. */
const LEAD = 5;
const YEAR = /^(?:19|20)\d\d$/u;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/u;

/** The calendar words of sentences in order. */
export function mentionsIn(sentences: readonly OwnSentence[]): readonly Mention[] {
  const lexicon = calendar();
  const found = sentences.map((sentence, index) => scan(sentence, index < LEAD, lexicon));
  return found.flatMap(({ mentions, near }, i) => [
    ...mentions,
    ...near.flatMap((offset) => tied(offset, [mentions, found[i + 1]?.mentions ?? []])),
  ]);
}

/** Weekdays named in a run of text. */
export function weekdaysIn(forms: readonly string[]): readonly number[] {
  const { weekday } = calendar();
  return forms.flatMap((form) => weekday.get(form) ?? []);
}

interface Calendar {
  readonly weekday: ReadonlyMap<string, number>;
  readonly month: ReadonlyMap<string, number>;
  readonly near: ReadonlyMap<string, number>;
  readonly ahead: ReadonlySet<string>;
  readonly back: ReadonlySet<string>;
}

let known: { readonly files: readonly Words[]; readonly calendar: Calendar } | null = null;

function calendar(): Calendar {
  const files = lexiconFiles<Words>('stories');
  if (known?.files !== files) known = { files, calendar: calendarOf(files) };
  return known.calendar;
}

function calendarOf(files: readonly Words[]): Calendar {
  const numbered = (lists: readonly (readonly string[])[]) =>
    lists.flatMap((words, i) => words.map((word): [string, number] => [word, i]));
  return {
    weekday: new Map(files.flatMap(({ weekdays }) => numbered(weekdays ?? []))),
    month: new Map(files.flatMap(({ months }) => numbered(months ?? []))),
    near: new Map(files.flatMap(({ near }) => Object.entries(near ?? {}))),
    ahead: new Set(files.flatMap(({ ahead }) => ahead ?? [])),
    back: new Set(files.flatMap(({ back }) => back ?? [])),
  };
}

interface Scanned {
  readonly mentions: readonly Mention[];
  readonly near: readonly number[];
}

function scan({ words }: OwnSentence, lead: boolean, { weekday, month, near, ahead }: Calendar): Scanned {
  const mentions: Mention[] = [];
  const offsets: number[] = [];
  const forms = words.map(({ form }) => form);
  forms.forEach((form, i) => {
    const isAhead = () => forms.slice(Math.max(0, i - REACH), i).some((before) => ahead.has(before));
    const capital = words[i]!.capital;
    const day = capital ? weekday.get(form) : undefined;
    if (day !== undefined) mentions.push({ kind: 'weekday', weekday: day, ahead: isAhead(), lead });
    const named = capital ? month.get(form) : undefined;
    const date = named === undefined ? null : dateAt(forms, i, named);
    if (date) mentions.push({ kind: 'date', ...date, ahead: isAhead() });
    const offset = near.get(form);
    if (offset !== undefined) offsets.push(offset);
  });
  return { mentions, near: offsets };
}

/** "Dec. 20, 2024", "20 December 2024", "Dec. 20". */
function dateAt(forms: readonly string[], at: number, month: number) {
  const after = dayNumberOf(forms[at + 1]);
  const day = after ?? dayNumberOf(forms[at - 1]);
  if (day === null) return null;
  const year = forms[after === null ? at + 1 : at + 2] ?? '';
  return { month, day, year: YEAR.test(year) ? Number(year) : null };
}

function dayNumberOf(form: string | undefined): number | null {
  const day = Number(DAY.exec(form ?? '')?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** The one weekday, told in the same sentence or the next, that looks the same way as "tomorrow" or "yesterday". */
function tied(offset: number, nearby: readonly (readonly Mention[])[]): readonly Mention[] {
  const fitting = nearby.map((mentions) =>
    mentions.flatMap((mention) =>
      mention.kind === 'weekday' && mention.ahead === offset > 0 ? [mention.weekday] : [],
    ),
  );
  const weekday = fitting.find((days) => days.length > 0)?.[0];
  return weekday === undefined ? [] : [{ kind: 'near', weekday, offset }];
}
