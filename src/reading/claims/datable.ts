import type { Sentence } from '../../language/sentence.ts';
import { dayNumber } from '../../text/interval.ts';
import type { Time } from '../time.ts';

/** How far into its sentence a dateline's day may end, in UTF-16 units. */
const DATELINE = 60;
/** What follows a dateline's day: "MAREK, Nov 4 (Agency) -". */
const DASH = /^[^\p{L}\d]{0,3}(?:\([^()\n]{1,40}\)\s*)?[-–—]{1,2}\s/u;
/** What stands before it: names alone. */
const NAMES = /^(?:[\p{Lu}(][\p{L}.'’)]*[\s,./]*)+$/u;
/** Words between two days of one span: "on Saturday and Sunday". */
const JOIN = /^\s*(?:and|to|through|until|or|[-–—])\s+(?:on\s+|in\s+)?$/i;
/** What stands before a span, however long: "between March 2021 and May 2024". */
const SPAN = /\b(?:between|from)\s+(?:the\s+)?$/i;
/** Two days further apart are two events, in days. */
const WIDEST = 400;

/**
 * The times of a sentence that may date what it says, in order: not the day of its dateline, nor a contract's month; days that one phrase
 * joins ("between Saturday and Sunday") as one span.
 */
export function datable(text: string, sentence: Sentence, times: readonly Time[]): readonly Time[] {
  const said = times.filter(
    (time) => !isDateline(text, sentence, time) && !isDayless(time) && !isContract(text, time),
  );
  const joined: Time[] = [];
  for (const time of said) {
    const before = joined.at(-1);
    if (before && joins(text, before, time)) joined[joined.length - 1] = spanOf(text, before, time);
    else joined.push(time);
  }
  return joined;
}

/** Words that make a part of a day that of a day: "this morning", "Monday evening", "overnight". */
const DAY =
  /\b(?:this|last|that|to|yester|the (?:next|previous|same|following)|earlier|mon|tues?|wednes|thurs?|fri|satur|sun|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|night$|\b\d{1,2}(?:st|nd|rd|th)\b/i;

/** "6 p.m.", "dawn", "recently", "now": no day by their own words. */
const isDayless = ({ type, value, text }: Time): boolean =>
  value.endsWith('_REF') ||
  (type === 'TIME' && (!DAY.test(text) || /^(?:the middle of )?the night$|^night$/i.test(text)));

/** "crude for November delivery", "the March contract": a month by which goods are traded dates no price. */
const isContract = (text: string, { start, end, value }: Time): boolean =>
  /^\d{4}-\d{2}$/.test(value) &&
  (/^\s+(?:deliver(?:y|ies)|contracts?|futures|settlement|loadings?)\b/i.test(text.slice(end, end + 14)) ||
    /\bfor (?:delivery|settlement|loading)\s+(?:in\s+)?$/i.test(text.slice(Math.max(0, start - 24), start)));

function isDateline(text: string, { start, headline }: Sentence, time: Time): boolean {
  if (headline || time.end - start > DATELINE || time.type !== 'DATE') return false;
  return NAMES.test(text.slice(start, time.start)) && DASH.test(text.slice(time.end, time.end + DATELINE));
}

const joins = (text: string, first: Time, second: Time): boolean =>
  first.type === 'DATE' &&
  second.type === 'DATE' &&
  first.from !== null &&
  second.to !== null &&
  first.from <= second.to &&
  (dayNumber(second.to) - dayNumber(first.from) <= WIDEST ||
    SPAN.test(text.slice(Math.max(0, first.start - 10), first.start))) &&
  JOIN.test(text.slice(first.end, second.start));

const spanOf = (text: string, first: Time, second: Time): Time => ({
  ...first,
  ...(dayNumber(second.to!) - dayNumber(first.from!) > WIDEST ? { type: 'DURATION', relation: 'in' } : {}),
  end: second.end,
  text: text.slice(first.start, second.end),
  to: second.to,
});
