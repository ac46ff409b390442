import { type Day, isDay } from '../text/interval.ts';
import type { Labelled } from './blocks.ts';
import { dayIn } from './days.ts';

const IN_URL =
  /[/_-]((?:19|20)\d\d)[/_-](\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](\d{1,2})(?=[/_.-]|$)/i;
const PACKED_IN_URL = /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)/;

/** The day that an address names: `/2024/12/26/`, `/2024-dec-26/`, `20241226`. */
export function dayInUrl(url: string | null | undefined): Day | null {
  const found = IN_URL.exec(url ?? '') ?? PACKED_IN_URL.exec(url ?? '');
  if (!found) return null;
  return dayIn(
    /\D/.test(found[2]!) ? `${found[3]} ${found[2]} ${found[1]}` : `${found[1]}-${found[2]}-${found[3]}`,
  );
}

/** The day of an ISO timestamp or of a date written in full; `null` for anything else. */
export function dayOfStamp(stamp: string | null | undefined): Day | null {
  const words = stamp?.trim().slice(0, 80) ?? '';
  const iso = /^((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(words);
  const day = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : null;
  return day && isDay(day) ? day : dayIn(words);
}

/** The day that a text states as its own: on the lines about its title, else in a notice of first publication. */
export function dayStatedIn({ passages, labels }: Labelled): Day | null {
  const first = labels.findIndex(({ kind, kept }) => kind === 'body' && kept);
  const head = first < 0 ? passages.length : first + 1;
  let updated: Day | null = null;
  for (let i = 0; i < passages.length; i++) {
    const { words } = passages[i]!;
    if (!tellsDay(labels[i]!.reason, words, i < head || i >= passages.length - 2)) continue;
    const after = /\b(?:published|posted|created|first)\b(.*)$/is.exec(words)?.[1];
    const day = (after && dayIn(after)) || dayIn(words);
    if (day && (after || !/\b(?:updated|modified)\b/i.test(words))) return day;
    updated ??= day;
  }
  return updated;
}

function tellsDay(reason: string, words: string, head: boolean): boolean {
  if (words.length > 300) return false;
  if (reason === 'notice about the text') return /\b(?:published|posted|updated|date)\b/i.test(words);
  if (!head) return false;
  if (reason === 'date line' || reason === 'outlet line' || reason === 'byline') return true;
  return /\b(?:posted|published|updated)\s*(?:on\b|at\b|:|\w+day\b|\w{3,9}\.? \d)/i.test(words);
}
