import type { Story } from '../stories/story.ts';
import type { CorrectionKind } from '../text/correction.ts';
import type { Entry, Ledger } from './ledger.ts';

/** What a correction is about, before it has a note and a time. */
export interface Wish {
  readonly kind: CorrectionKind;
  readonly targets: readonly (readonly string[])[];
}

/** That these stories are one. */
export const mergeStories = (stories: readonly Story[]): Wish => ({
  kind: 'merge-stories',
  targets: stories.map(({ articles }) => articles),
});

/**
 * That these articles are a story of their own.
 * @throws Error where none of the story's articles would stay, or one is not among them
 */
export function splitStory({ id, articles }: Story, leave: readonly string[]): Wish {
  const leaving = new Set(leave);
  const stranger = leave.find((article) => !articles.includes(article));
  if (stranger !== undefined)
    throw new Error(`article ${JSON.stringify(stranger)} is not in the story ${JSON.stringify(id)}`);
  const stay = articles.filter((article) => !leaving.has(article));
  if (!stay.length) throw new Error(`every article of the story ${JSON.stringify(id)} would leave it`);
  return { kind: 'split-story', targets: [[...leaving], stay] };
}

/**
 * That the originators of these claims are one; the first one's name stands.
 * @throws Error where they already are one
 */
export function joinOriginators(ledger: Ledger, claims: readonly string[]): Wish {
  const groups = new Map(claims.map((claim) => [originatorOf(ledger, claim), claim]));
  if (groups.size < 2)
    throw new Error(`the claims have one originator already, ${JSON.stringify([...groups.keys()][0] ?? '')}`);
  return { kind: 'join-originators', targets: [...groups.keys()].map((name) => claimsOf(ledger, name)) };
}

/**
 * That these claims, of one originator, are somebody else's.
 * @throws Error where they are of several originators, or the originator has no others
 */
export function partOriginator(ledger: Ledger, claims: readonly string[]): Wish {
  const names = new Set(claims.map((claim) => originatorOf(ledger, claim)));
  if (names.size !== 1)
    throw new Error(
      `the claims have ${names.size} originators: ${[...names].map((name) => JSON.stringify(name)).join(', ')}`,
    );
  const [name] = names;
  const stay = claimsOf(ledger, name!).filter((claim) => !claims.includes(claim));
  if (!stay.length) throw new Error(`these are all the claims of ${JSON.stringify(name)}`);
  return { kind: 'part-originator', targets: [[...new Set(claims)], stay] };
}

/** That this claim was misread. */
export const wrongClaim = ({ id }: Pick<Entry, 'id'>): Wish => ({ kind: 'wrong-claim', targets: [[id]] });

function originatorOf({ assertions }: Ledger, claim: string): string {
  const found = assertions.find(({ claims }) => claims.includes(claim));
  if (!found) throw new Error(`there is no claim ${JSON.stringify(claim)} in the ledger`);
  return found.originator;
}

const claimsOf = ({ assertions }: Ledger, name: string): readonly string[] =>
  assertions.flatMap(({ originator, claims }) => (originator === name ? claims : []));
