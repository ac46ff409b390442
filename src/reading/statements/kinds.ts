import type { SpeakerKind } from '../statement.ts';
import { headKinds, isHouse, listed } from './speakers.ts';

const ENDS_HEAD = new Set([
  'of',
  'for',
  'at',
  'in',
  'with',
  'from',
  'on',
  'who',
  'which',
  'that',
  ',',
  '(',
  'to',
  'by',
  'about',
  'close',
  'familiar',
]);

/** The head noun of a noun phrase in lower case: "spokesman" of "a spokesman for the port". */
export function headOf(words: readonly string[]): string {
  const cut = words.findIndex((word, i) => i > 0 && ENDS_HEAD.has(word));
  const own = cut < 0 ? words : words.slice(0, cut);
  return own.at(-1) === "'s" ? (own.at(-2) ?? '') : (own.at(-1) ?? '');
}

/**
 * What a speaker is, by the words of the source (lower case) and whether the name is a person's.
 * People who are named are `person` unless their title or apposition makes them speak for a body.
 */
export function kindOf(words: readonly string[], titles: readonly string[], person: boolean): SpeakerKind {
  const name = words.join(' ');
  if (person) return titles.some(isOffice) || apposition(words).some(isOffice) ? 'official' : 'person';
  if (isHouse(name)) return 'government';
  const head = headOf(words);
  if (listed('mediaNames', head) || listed('mediaNames', words[0] ?? '')) return 'media';
  if (listed('agencyNames', head)) return 'agency';
  if (listed('capitals', head) || listed('countries', head) || isCountry(words)) return 'government';
  return byHead(words, head);
}

/** An office that speaks for a body; heads of state speak for themselves. */
const isOffice = (word: string): boolean =>
  !listed('heads_of_state', word) && headKinds(word)[0] === 'official';

function apposition(words: readonly string[]): readonly string[] {
  const comma = words.indexOf(',');
  return comma < 0 ? [] : words.slice(comma + 1);
}

const isCountry = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.every((word) => listed('countryWords', word) || listed('countries', word)) &&
  words.some((word) => !ENDS_HEAD.has(word) && word !== 'the');

function byHead(words: readonly string[], head: string): SpeakerKind {
  const kinds = headKinds(head);
  if (kinds.includes('agency') && kinds.includes('media') && words.includes('news')) return 'media';
  for (const kind of kinds) if (kind !== 'document') return kind;
  if (listed('mediaHeads', head) && words.length > 1) return 'media';
  const among = words
    .flatMap((word) => headKinds(word))
    .find((kind) => kind !== 'document' && kind !== 'unnamed');
  return among ?? 'organisation';
}
