import { lexiconFiles } from '../text/lexicon.ts';

interface AgencyFile {
  /** Names by which each agency signs, the one to print first. */
  readonly agencies: readonly (readonly string[])[];
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');

let names: ReadonlyMap<string, string> | null = null;
let source: string | null = null;

/** The agency of that name or alias, as it is printed; `null` for none. */
export function agencyNamed(words: string): string | null {
  names ??= new Map(
    lexiconFiles<AgencyFile>('intake-agencies')
      .flatMap((file) => file.agencies)
      .flatMap((aliases) => aliases.map((alias) => [folded(alias), aliases[0]!] as const)),
  );
  return names.get(folded(words)) ?? null;
}

/** Source of a pattern, without groups that capture, that matches any agency's name. */
export function agencyPattern(): string {
  source ??= lexiconFiles<AgencyFile>('intake-agencies')
    .flatMap((file) => file.agencies.flat())
    .sort((a, b) => b.length - a.length)
    .map((alias) => `(?<![\\p{L}\\p{N}])${escaped(alias)}(?![\\p{L}\\p{N}])`)
    .join('|');
  return `(?:${source})`;
}

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[\s.\-–—]+/g, ' ')
    .trim();
