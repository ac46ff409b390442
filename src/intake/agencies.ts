import { lexiconFiles } from '../text/lexicon.ts';

interface AgencyFile {
  /** Names by which each agency signs, the one to print first. */
  readonly agencies: readonly (readonly string[])[];
}

/** An agency named in a text, and where. */
export interface NamedAgency {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** No alias has more words. */
const MOST_WORDS = 6;
/** Aliases up to this length are initials: they count only as they are written. */
const INITIALS = 5;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’/]*(?:-[\p{L}\p{N}]+)*/gu;

let byName: ReadonlyMap<string, string> | null = null;

/** The agency of that name or alias, as it is printed; `null` for none. */
export function agencyNamed(words: string): string | null {
  return known().get(keyOf(words.trim().replace(/^the\s+/i, ''))) ?? null;
}

/** The agencies that a text names, in order, the longest name at each place. */
export function agenciesIn(text: string): NamedAgency[] {
  const words = [...text.matchAll(WORD)];
  const found: NamedAgency[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i]![0])) continue;
    for (let n = Math.min(MOST_WORDS, words.length - i); n > 0; n--) {
      const agency = agencyAt(text, words[i]!.index, words[i + n - 1]!);
      if (!agency) continue;
      found.push(agency);
      i += n - 1;
      break;
    }
  }
  return found;
}

function agencyAt(text: string, start: number, last: RegExpExecArray): NamedAgency | null {
  const end = last.index + last[0].length;
  const written = text.slice(start, end);
  const name = known().get(keyOf(written)) ?? known().get(keyOf(written.replace(/(?:['’]s|\.|\/\S*)$/, '')));
  return name ? { name, start, end } : null;
}

function known(): ReadonlyMap<string, string> {
  byName ??= new Map(
    lexiconFiles<AgencyFile>('intake-agencies')
      .flatMap((file) => file.agencies)
      .flatMap((aliases) => aliases.map((alias) => [keyOf(alias), aliases[0]!] as const)),
  );
  return byName;
}

/** Names meet whatever their case and dashes, initials only as written. */
function keyOf(words: string): string {
  const bare = words.replace(/[\s\-–—]+/g, ' ').trim();
  return bare.length <= INITIALS ? bare : bare.toLowerCase();
}
