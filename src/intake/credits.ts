import type { Credit } from '../text/article.ts';
import { agenciesIn, agencyNamed } from './agencies.ts';
import type { Labelled } from './blocks.ts';
import { isOutletName } from './outlet.ts';

const CONTRIBUTED =
  /\b(?:contributed|contributing|additional (?:sources?|reporting|material)|with (?:agencies|reporting|files|inputs?|contributions?|material)|information from:|also contributed|drew on|material from)\b/i;
const REPUBLISHED =
  /\b(?:(?:originally|first) (?:published|appeared|ran|posted|reported)|republished|reprinted|reposted|syndicated)(?: with permission)?(?: here)? (?:by|on|in|at|from|of)\s+(?:the )?(\p{Lu}[\p{L}\d.&’'-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}\d.&’'-]*)){0,5})/u;
/** "First reported in July" names no outlet. */
const A_TIME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|\d+)\b/;
const REPORTERS = /\b(?:reporting|writing|written|by)\s+by\s+([^;.)\n]{3,160})/i;
const SIGNED =
  /(?:^|[.!?"”’)]\s*)[—–―-]{1,2}\s*((?:The )?\p{Lu}[\p{L}\d.&’'-]*(?: (?:of |the |and )?\p{Lu}[\p{L}\d.&’'-]*){0,4})\W*$/u;
const PERSON =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|den|la|le|al|bin|el|da|di|du) )?\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** Who else had a hand in the text, by its datelines, bylines, signatures, rights notices and credit lines. */
export function creditsOf(labelled: Labelled, byline: string | null): Credit[] {
  const credits: Credit[] = [];
  labelled.passages.forEach(({ words, count }, i) => {
    const { reason, kind } = labelled.labels[i]!;
    if (kind === 'caption' || kind === 'teaser') return;
    if (words.length > 4000 && kind !== 'body') return;
    credits.push(...passageCredits(words, count, kind === 'body', reason, i < 16));
  });
  for (const name of peopleOf(byline)) credits.push({ name, role: 'byline' });
  return settled(credits);
}

function passageCredits(
  words: string,
  count: number,
  body: boolean,
  reason: string,
  head: boolean,
): Credit[] {
  const tail = words.slice(-120);
  if (body) return [...datelineCredit(words, head), ...signedCredit(tail)];
  if (count > 70) return [];
  if (CONTRIBUTED.test(words)) return additionalCredits(words);
  const origin = REPUBLISHED.exec(words)?.[1]?.replace(/^The\s+|[.'’]+$/g, '');
  if (origin && !A_TIME.test(origin)) return [{ name: agencyNamed(origin) ?? origin, role: 'origin' }];
  if (reason === 'credit line' || reason === 'byline' || reason === 'dateline')
    return lineCredits(words, head);
  if (reason === 'rights notice' || reason === 'notice about the text') return rightsCredits(words);
  return head ? datelineCredit(words, true) : [];
}

/** "(Reuters) -", "KYIV, Dec 26 (Reuters) –", "HOUSTON (AP) Police said". */
const IN_DATELINE = /^\W{0,3}(?:\p{Lu}[^()\n]{1,70}?)?\(\s*([^()\n]{2,40}?)\s*\)\s*([-–—―]+|\p{Lu}|$)/u;

/** An agency in brackets behind the place that a report is sent from, or at its very beginning. */
function datelineCredit(words: string, head: boolean): Credit[] {
  const [, found, mark = ''] = (head && IN_DATELINE.exec(words.slice(0, 160))) || [];
  const name = found ? (agencyNamed(found) ?? (/^[-–—―]/.test(mark) ? unknownAgency(found) : null)) : null;
  return name ? [{ name, role: 'wire' }] : [];
}

/** A name in a dateline's brackets that no list has; initials may be the outlet's own call sign. */
const unknownAgency = (name: string): string | null =>
  /^\p{Lu}\p{Ll}{3,}[\p{L}-]*(?: \p{Lu}[\p{L}-]+){0,3}$/u.test(name) &&
  !/day$|^(?:photo|video|updated|file)/i.test(name)
    ? name
    : null;

function signedCredit(tail: string): Credit[] {
  const name = SIGNED.exec(tail)?.[1]?.trim();
  if (!name) return [];
  const agency = agencyNamed(name);
  if (agency) return [{ name: agency, role: 'wire' }];
  if (isOutletName(name)) return [{ name, role: 'origin' }];
  return PERSON.test(name) ? [{ name, role: 'byline' }] : [];
}

/** Bylines, "— Reuters", "Source: AP", "(Reporting by …; Editing by …)". */
function lineCredits(words: string, head: boolean): Credit[] {
  const wire = datelineCredit(words, head);
  if (wire.length) return wire;
  const signed = signedCredit(words);
  if (signed.length) return signed;
  const people = peopleOf(REPORTERS.exec(words)?.[1] ?? null).map(
    (name): Credit => ({ name, role: 'byline' }),
  );
  if (people.length) return people;
  const agencies = namesIn(words);
  const joint = agencies.length > 1 || /\bstaff\b|\bagencies\b|,\s*with\b/i.test(words);
  return agencies.map((name) => ({ name, role: joint ? 'additional' : 'wire' }));
}

const additionalCredits = (words: string): Credit[] => {
  const from = /^\W*information from:\s*([^,;:.]{3,50})/i.exec(words)?.[1];
  const agencies = namesIn(words);
  const named = from && !agencies.length ? [from.trim()] : agencies;
  return named.map((name) => ({ name, role: 'additional' }));
};

/** "Copyright 2016 The Associated Press." is that agency's text; one that names others too is not its alone. */
function rightsCredits(words: string): Credit[] {
  const notice = /©|\(c\)|copyright|^\W*(?:source|from|via)\b/i.exec(words);
  const [agency] = agenciesIn(words);
  if (!agency || (notice && agency.start > notice.index + 60) || (!notice && agency.start > 4)) return [];
  const before = words.slice(0, agency.start);
  const after = words.slice(agency.end);
  const joint = /^\s*(?:\/|&|and\b)/i.test(after) || /(?:\/|&|\band)\s*(?:the\s+)?$/i.test(before);
  return [{ name: agency.name, role: joint ? 'additional' : 'wire' }];
}

const namesIn = (words: string): string[] => [...new Set(agenciesIn(words).map(({ name }) => name))];

/** The people that a byline names. */
export function peopleOf(byline: string | null): string[] {
  if (!byline) return [];
  const bare = byline.replace(/^\s*(?:by|written by|story by|reported by|words by|author)\b\s*:?\s*/i, '');
  return bare
    .split(/\s*(?:,|;|\||\/|•|\band\b|&)\s*/)
    .map((name) => name.trim())
    .filter(
      (name) =>
        PERSON.test(name) &&
        name.length < 50 &&
        !agencyNamed(name) &&
        !isOutletName(name) &&
        !ROLE.test(name),
    );
}

const ROLE =
  /\b(?:staff|reporter|correspondent|editor|writer|bureau|news|wire|agency|service|press|updated|published|posted|special)\b/i;

/** Each name once, the weightiest role first: a wire's text is not also drawn on by itself. */
function settled(credits: readonly Credit[]): Credit[] {
  const order: readonly Credit['role'][] = ['wire', 'origin', 'additional', 'byline'];
  const known = new Map<string, Credit>();
  for (const role of order) {
    for (const credit of credits)
      if (credit.role === role && !known.has(credit.name)) known.set(credit.name, credit);
  }
  return [...known.values()];
}
