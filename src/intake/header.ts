import type { Day } from '../text/interval.ts';
import { dayIn, dayLine } from './days.ts';

/** The line that exports put under a title: the outlet, and often the day. */
export interface Header {
  readonly outlet: string;
  readonly day: Day | null;
}

const HOST = /^(?:www\d?\.)?((?:[\w-]+\.)+[a-z]{2,})$/i;
const PARTS = /^(\S.{1,60}?)\s+[|•·]\s+(\S.{5,40})$/;

/** "example.org | 13 October 2016", "The Example Times | 2016-10-13", "example.org"; `null` for any other line. */
export function headerIn(words: string): Header | null {
  if (words.length > 110) return null;
  const [, name, rest] = PARTS.exec(words) ?? [];
  if (name && rest && dayLine(rest) && !dayLine(name)) {
    return { outlet: HOST.exec(name)?.[1]?.toLowerCase() ?? name, day: dayIn(rest) };
  }
  const host = HOST.exec(words)?.[1];
  return host ? { outlet: host.toLowerCase(), day: null } : null;
}
