import { agencyNamed } from './agencies.ts';
import type { Label } from './blocks.ts';
import { dayLine } from './days.ts';
import { headerIn } from './header.ts';
import { isOutletName } from './outlet.ts';
import type { Passage } from './passage.ts';

/** A name as bylines write it, in capitals throughout or at each word's start. */
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|van|von|der|den|la|le|al|bin|el|da|di|du)\s+)?\p{Lu}[\p{L}.'’-]*){1,3}`;
const BYLINE =
  /^(?:by|written by|story by|reported by|posted by|words by|author)\s*:?\s+(?:the\s+)?\p{Lu}[^.!?]{2,120}$/iu;
/** "From Ilse Marn, in Aldmoor"; "From sunrise to dusk" is none. */
const FROM = new RegExp(
  String.raw`^(?:from|FROM|From)\s*:?\s+(?:[Tt]he\s+)?${NAME}(?:,?\s+in\s+\p{Lu}[\p{L} ,]{2,40})?$`,
  'u',
);
/** "Pages: 1 2 3". */
const PAGES = /^(?:article\s+)?pages?\s*:?(?:\s*\d{1,2})+\s*(?:next|›|»|>)?$/i;
const NAME_AND_ROLE = new RegExp(
  String.raw`^${NAME}\s*[,|/·-]\s*(?:the\s+)?(?:[\p{Lu}][\p{L}'’-]+\s+){0,4}(?:staff|reporter|correspondent|editor|writer|bureau|news service|digital|wire)\b.{0,60}$`,
  'iu',
);
const REPORTING =
  /^[([\s]*(?:additional\s+)?(?:reporting|writing|editing|compiled|written|produced|translated|contributing|contributed|research|graphics|filming|video)\b(?:\s+(?:and|&)\s+\w+)?\s*(?:by\b|:)[^\n]{2,300}$/i;
const COPYRIGHT =
  /^[([\s]*(?:(?:source|from)\s*:.{0,40})?(?:©|\(c\)|copyright\b|&copy;)|©\s*(?:19|20)\d\d|^\(?(?:19|20)\d\d\s+\S+\/\S+$/i;
const ADDRESS =
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}(?:\s+\S+){0,3}$|^(?:https?:\/\/|www\.)\S+$|^@\w+$|^(?:twitter|x|instagram|facebook)(?:\.com\/|:\s*@?)\S+$/i;
const PHONE = /^[+(\d][\d\s().-]{6,20}$/;

/**
 * What a short line is by its form: a masthead, a date line, a byline, a credit, an address. `null` where it is none of these.
 * @param first whether the line is the capture's first
 */
export function noticeOf(passage: Passage, first: boolean): Label | null {
  const reason = first && isMasthead(passage) ? 'masthead' : reasonOf(passage);
  return reason === null ? null : { kind: 'furniture', kept: false, reason };
}

/** Whether a capture's first line is an outlet's name and no more. */
const isMasthead = ({ words, count, closed }: Passage): boolean =>
  count >= 2 && count <= 5 && !closed && !/[\d:,!?]/.test(words) && isOutletName(words);

/** Whether a line holds nothing but marks. */
export const isNotice = ({ words }: Passage): boolean => !/[\p{L}\p{N}]/u.test(words);

function reasonOf(passage: Passage): string | null {
  const { words, count } = passage;
  if (isNotice(passage)) return 'separator';
  if (count > 60 || words.length > 500) return null;
  if (headerIn(words)) return 'outlet line';
  if (dayLine(words)) return 'date line';
  if (count <= 45 && COPYRIGHT.test(words)) return 'rights notice';
  if (count <= 45 && REPORTING.test(words)) return 'credit line';
  if (isCreditLine(words, count)) return 'credit line';
  if (ADDRESS.test(words) || PHONE.test(words)) return 'contact';
  if (count <= 18 && !passage.closed && isByline(words)) return 'byline';
  if (PAGES.test(words)) return 'site navigation';
  if (isDateline(words)) return 'dateline';
  return null;
}

const isByline = (words: string): boolean =>
  BYLINE.test(words) || FROM.test(words) || NAME_AND_ROLE.test(words);

const CREDIT_LINES = [
  /^(?:additional sources?|sources?|with agencies|agencies|with (?:reporting|files|input|inputs|additional reporting|contributions?) (?:from|by))\b.{0,80}$/i,
  /^[^.!?]{2,160}\b(?:contributed|contributing) (?:to|reporting|reporting to)\s+(?:this|the)\s+(?:report|story|article|post)\.?$/i,
  /^[^.!?]{2,160}\bcontributed\.?$/i,
  /^(?:information from|contributing):/i,
];
const SIGNATURE = new RegExp(String.raw`^[-–—―]{1,2}\s*(?:with\s+)?(?:the\s+)?${NAME}\.?$`, 'u');
const ONE_NAME = /^[-–—―]{1,2}\s*\p{Lu}[\p{L}\d.’'-]+\.?$/u;

/** "Additional sources • AP", "— Reuters", "AP contributed to this report.", "With files from AFP". */
function isCreditLine(words: string, count: number): boolean {
  if (count > 45) return false;
  if (CREDIT_LINES.some((pattern) => pattern.test(words))) return true;
  if (count > 8) return false;
  return (
    SIGNATURE.test(words) ||
    ONE_NAME.test(words) ||
    agencyNamed(words.replace(/[^\p{L}\p{N}]+$/u, '')) !== null
  );
}

/** A place in capitals by itself, as reports are headed: "KIEV", "GREENVILLE, PITT COUNTY -". */
const isDateline = (words: string): boolean =>
  /^\p{Lu}[\p{Lu}.'’ -]{2,30}(?:,\s*\p{Lu}[\p{L}. ]{1,24}){0,2}\s*(?:\([\p{L}. -]{2,30}\)\s*)?[-–—]+\s*$/u.test(
    words,
  ) || /^\p{Lu}{3,20}(?:[ -]\p{Lu}{3,20})?$/u.test(words);
