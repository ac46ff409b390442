import type { Day } from '../text/interval.ts';
import { dayIn, dayLine, daysIn } from './days.ts';

/** A line that says which outlet a capture is from, or of which day, and nothing of the story. */
export interface Header {
  readonly outlet: string | null;
  readonly day: Day | null;
}

const HOST = /^(?:www\d?\.)?((?:[\w-]+\.)+[a-z]{2,})$/i;
const BEFORE_DAY = /^(.{0,70}?)(?:^|\s*[,|·•–—]\s*|\s+-\s+|\bon\s+|:\s*|\s)(?:\p{L}{3,9}day,?\s+)?$/u;
/** First words of lines that tell when and how a text was put up. */
const NOT_A_NAME =
  /^(?:posted|published|updated|transcript|issued|printed|analysis|opinion|comment|news|date|edition|page|vol|last)\b/i;
const PARTED = /\s*[|·•]\s*|,\s+/;

/** "example.org | 13 October 2016", "The Example Times, 13 October 2016", "example.org"; `null` for any other line. */
export function headerIn(words: string): Header | null {
  if (words.length > 110 || /^by\b/i.test(words)) return null;
  const host = HOST.exec(words)?.[1];
  if (host) return { outlet: host.toLowerCase(), day: null };
  const [named] = daysIn(words);
  if (!named || words.slice(named.end).split(/\s+/).length > 7 || /[.!?]$/.test(words)) return null;
  const before = BEFORE_DAY.exec(words.slice(0, named.start))?.[1]?.trim() ?? null;
  if (!before || dayLine(before)) return null;
  return NOT_A_NAME.test(before) ? stampOf(before, words) : signed(before, words, named.start);
}

/** "Posted on November 7, 2025 by ilse". */
const stampOf = (before: string, words: string): Header | null =>
  before.split(/\s+/).length <= 4 ? { outlet: null, day: dayIn(words) } : null;

/** The outlet's name stands apart from the day by a mark, and is short. */
function signed(before: string, words: string, day: number): Header | null {
  const between = words.slice(before.length, day);
  if (!/[,|·•–—-]/.test(between)) return null;
  const [name = ''] = before.split(PARTED);
  const short =
    before.split(/\s+/).length <= 6 && name.split(/\s+/).length <= 5 && /^[\p{Lu}\p{N}]|\./u.test(name);
  return short ? { outlet: HOST.exec(name)?.[1]?.toLowerCase() ?? name, day: dayIn(words) } : null;
}
