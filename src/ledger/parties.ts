import type { SpeakerKind } from '../reading/statement.ts';
import { folded, wordsIn } from './fold.ts';

/** Those whose bodies speak in a story: countries that no list knows, movements, towns; by the root of their names. */
export type Parties = ReadonlySet<string>;

interface Named {
  readonly name: string;
  readonly kind: SpeakerKind;
}

/** Kinds of speakers that speak for a party. */
const BODIES: ReadonlySet<SpeakerKind> = new Set(['official', 'government', 'military']);

/** The parties of a story: the names of which its bodies are called, "Varonia" of "Varonia's army". */
export const partiesOf = (speakers: readonly Named[]): Parties =>
  new Set(
    speakers
      .filter(({ kind }) => BODIES.has(kind))
      .flatMap(({ name }) => wordsIn(possessor(name)).map(partyRoot)),
  );

/** The parties that the capitalised words of a text name. */
export const partiesIn = (text: string, parties: Parties): ReadonlySet<string> =>
  new Set(
    (text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]*/gu) ?? [])
      .map((word) => partyRoot(folded(word)))
      .filter((root) => parties.has(root)),
  );

/** One capitalised word before a body's own words: "Varonia's defence ministry", "the Varonian army". */
const possessor = (name: string): string =>
  /^(?:the )?(\p{Lu}[\p{L}-]+)(?:['’]s?)?\s(?=\p{Ll})/u.exec(name)?.[1] ?? '';

/** A name without what makes a people of a land: Varonia, Varonian and Varonians are one. */
export const partyRoot = (name: string): string =>
  name.length > 5 ? name.replace(/(?:ians?|ans?|ia|ese|ish|is?|a|s)$/, '') : name;
