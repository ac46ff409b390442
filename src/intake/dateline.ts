import type { Labelled } from './blocks.ts';
import { isOutletName } from './outlet.ts';

const PLACE = String.raw`\p{Lu}[\p{Lu}.'’]*(?:[ -]\p{Lu}[\p{Lu}.'’]*){0,4}(?:(?:,\s*|\/)\p{Lu}[\p{L}. ]{1,24}){0,2}`;
const BEFORE_TEXT = new RegExp(
  String.raw`^\W{0,2}(${PLACE})(?:,?\s+(?:\p{Lu}\p{Ll}{2,8}\.?)\s+\d{1,2})?\s*(?:\([^()]{2,40}\)\s*)?(?:[-–—―]{1,2}(?=\s)|:\s)`,
  'u',
);
const ALONE = new RegExp(String.raw`^(${PLACE})\s*(?:\([^()]{2,40}\)\s*)?[-–—―]*$`, 'u');

/** The place that a report is sent from, where its first lines say so in capitals. */
export function datelineOf({ passages, labels }: Labelled): string | null {
  let bodies = 0;
  for (const [i, { words }] of passages.entries()) {
    const { kind, reason } = labels[i]!;
    if (reason === 'dateline') return ALONE.exec(words)?.[1]?.trim() ?? null;
    if (kind !== 'body') continue;
    const place = BEFORE_TEXT.exec(words.slice(0, 120))?.[1]?.trim();
    if (place && /\p{Lu}{3}/u.test(place) && !isOutletName(place)) return place;
    if (++bodies === 3) return null;
  }
  return null;
}
