import { JOINED } from './cluster.ts';
import { type Link, linkOf } from './links.ts';
import type { Profile } from './profile.ts';

/** Articles of one component that are compared each with each; more would cost too much each time that one is added. */
const MOST = 24;

/**
 * The links, and those between articles that share no key but are joined through others: what joins them is then judged by all
 * pairs, and not by those that happen to share a key. Depends on the set of articles alone.
 */
export function completed(profiles: readonly Profile[], links: readonly Link[]): readonly Link[] {
  const known = new Set(links.map(({ a, b }) => `${a} ${b}`));
  const more = componentsOf(profiles, links)
    .filter((component) => component.length > 2 && component.length <= MOST)
    .flatMap((component) => {
      const sorted = component.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return sorted.flatMap((a, i) =>
        sorted.slice(i + 1).flatMap((b) => (known.has(`${a.id} ${b.id}`) ? [] : (linkOf(a, b) ?? []))),
      );
    });
  return more.length ? [...links, ...more] : links;
}

/** Articles that links which join lead to from one another. */
function componentsOf(profiles: readonly Profile[], links: readonly Link[]): readonly (readonly Profile[])[] {
  const near = new Map<string, string[]>(profiles.map(({ id }) => [id, []]));
  for (const { a, b, weight } of links) {
    if (weight < JOINED) continue;
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const seen = new Set<string>();
  return profiles.flatMap(({ id }) => {
    if (seen.has(id)) return [];
    const reached = new Set([id]);
    for (const one of reached) for (const next of near.get(one) ?? []) reached.add(next);
    for (const one of reached) seen.add(one);
    return [[...reached].map((one) => byId.get(one)!)];
  });
}
