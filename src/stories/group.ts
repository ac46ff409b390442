import type { Correction } from '../text/correction.ts';
import { idOf } from '../text/id.ts';
import { cluster } from './cluster.ts';
import { completed } from './complete.ts';
import { copyOf } from './copies.ts';
import { correctedGroups } from './corrected.ts';
import { type Link, linkOf } from './links.ts';
import type { Profile } from './profile.ts';
import type { Copy, Story } from './story.ts';

export { type Link, linkOf } from './links.ts';

/**
 * Stories of the articles that links join. Dated articles are grouped first; undated ones join their groups, or one
 * another, but never bridge two. The user's corrections have the last word. A story's id is that of its least article; its title the first carrier's.
 */
export function groupStories(
  profiles: readonly Profile[],
  links: readonly Link[],
  copies: readonly Copy[],
  corrections: readonly Correction[] = [],
): readonly Story[] {
  const dated = [...profiles].sort((a, b) => late(a) - late(b) || (a.id < b.id ? -1 : 1));
  const place = new Map(dated.map(({ id }, i) => [id, i]));
  const all = completed(profiles, links);
  const edges = all
    .map(({ a, b, weight }) => ({ a: place.get(a)!, b: place.get(b)!, weight }))
    .sort((x, y) => x.a - y.a || x.b - y.b);
  const early = dated.filter(({ published }) => published !== null).length;
  const carried = new Set(copies.map(({ to }) => to));
  const found = cluster(dated.length, early, edges).map((members) => members.map((i) => dated[i]!.id));
  return correctedGroups(found, all, corrections)
    .map((ids) =>
      storyOf(
        ids.map((id) => dated[place.get(id)!]!),
        carried,
      ),
    )
    .sort(byId);
}

const late = ({ published }: Profile): number => (published === null ? 1 : 0);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function storyOf(profiles: readonly Profile[], carried: ReadonlySet<string>): Story {
  const sorted = [...profiles].sort(byId);
  const days = profiles.flatMap(({ published }) => published ?? []).sort();
  const rank = ({ id, published }: Profile): string =>
    `${carried.has(id) ? 1 : 0} ${published ?? '9999'} ${id}`;
  const titled = sorted.filter(({ title }) => title).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return {
    id: idOf('story', sorted[0]!.id),
    title: titled[0]?.title ?? '',
    articles: sorted.map(({ id }) => id),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}

/** Copies and stories of a set of articles: what a store does step by step, at once and in memory. */
export function storiesOf(profiles: readonly Profile[]): {
  readonly stories: readonly Story[];
  readonly copies: readonly Copy[];
} {
  const sorted = [...profiles].sort(byId);
  const links: Link[] = [];
  const copies: Copy[] = [];
  for (const [a, b] of candidatePairs(sorted)) {
    const link = linkOf(a, b);
    const copy = copyOf(a, b);
    if (link) links.push(link);
    if (copy) copies.push(copy);
  }
  return { stories: groupStories(sorted, links, copies), copies };
}

/** Every pair that shares a key, once. */
export function* candidatePairs(profiles: readonly Profile[]): Generator<readonly [Profile, Profile]> {
  const holders = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const others = new Set<Profile>();
    for (const key of profile.keys) {
      const list = holders.get(key);
      if (!list) holders.set(key, [profile]);
      else {
        for (const other of list) others.add(other);
        list.push(profile);
      }
    }
    for (const other of others) yield [other, profile];
  }
}
