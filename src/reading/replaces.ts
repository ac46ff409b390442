import { lexiconFiles } from '../text/lexicon.ts';
import type { Claim } from './claim.ts';

interface ReplaceFile {
  readonly changing?: string;
  readonly lead?: string;
  readonly instead?: readonly string[];
}

interface Lexicon {
  readonly changing: ReadonlySet<string>;
  /** Words that may stand between "to" and the number: "to at least 18". */
  readonly lead: ReadonlySet<string>;
  readonly instead: readonly string[];
}

/** Characters between two numbers of which one replaces the other. */
const REACH = 160;
/** Words before the first number among which the changing verb may stand: "revised the number of dead from 64 to 59". */
const BEFORE = 8;

let lexicon: Lexicon | null = null;

/**
 * The claims of one article, each with those whose number the words say it takes the place of: "rose to 18, up from 12",
 * "corrected the figure of 21 to 20", "20, not 21". Only neighbours of one unit whose numbers differ are compared.
 */
export function withReplaced(claims: readonly Claim[], text: string): readonly Claim[] {
  const inOrder = claims.toSorted((a, b) => a.figure.start - b.figure.start);
  const replaced = new Map<string, string[]>();
  inOrder.slice(1).forEach((later, i) => {
    const earlier = inOrder[i]!;
    const newer = newerOf(earlier, later, text);
    if (!newer) return;
    const older = newer === later ? earlier : later;
    replaced.set(newer.id, [...(replaced.get(newer.id) ?? []), older.id]);
  });
  if (!replaced.size) return claims;
  return claims.map((claim) =>
    replaced.has(claim.id) ? { ...claim, replaces: replaced.get(claim.id)! } : claim,
  );
}

/** Which of two neighbours takes the other's place; `null` where the words say no such thing. */
function newerOf(earlier: Claim, later: Claim, text: string): Claim | null {
  const [a, b] = [earlier.figure, later.figure];
  if (a.unit !== b.unit || a.per !== b.per || (a.low === b.low && a.high === b.high)) return null;
  if (b.start < a.end || b.start - a.end > REACH || a.unit === 'percent') return null;
  const between = text.slice(a.end, b.start);
  if (/\n\s*\n/.test(between)) return null;
  const { changing, lead, instead } = theLexicon();
  const words = wordsOf(between);
  const said = ` ${words.join(' ')} `;
  if (
    /^[,;]? not (?:the )?$/.test(between.toLowerCase()) ||
    instead.some((phrase) => said.includes(` ${phrase} `))
  )
    return earlier;
  if (words.findLast((word) => !lead.has(word)) !== 'to') return null;
  const before = wordsOf(text.slice(earlier.sentence.start, a.start)).slice(-BEFORE);
  return [...before, ...words].some((word) => changing.has(word)) ? later : null;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

function theLexicon(): Lexicon {
  lexicon ??= load();
  return lexicon;
}

function load(): Lexicon {
  const files = lexiconFiles<ReplaceFile>('replaces');
  const words = (key: 'changing' | 'lead'): ReadonlySet<string> =>
    new Set(files.flatMap((file) => (file[key] ?? '').split(' ').filter(Boolean)));
  return {
    changing: words('changing'),
    lead: words('lead'),
    instead: files.flatMap(({ instead = [] }) => instead),
  };
}
