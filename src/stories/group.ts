import { idOf } from '../text/id.ts';
import { dayNumber } from '../text/interval.ts';
import { copyOf } from './copies.ts';
import type { Profile } from './profile.ts';
import type { Copy, Story } from './story.ts';
import type { Term } from './terms.ts';

/** Two articles that may tell the same story; `a` is the lesser id. */
export interface Link {
  readonly a: string;
  readonly b: string;
  /** From 0 to 1. */
  readonly weight: number;
}

const LEAST = 0.25;
const SPAN = 45;

/** How strongly two articles tell of the same happenings; `null` where they do not. */
export function linkOf(one: Profile, other: Profile): Link | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  if (a.id === b.id) return null;
  if (a.published && b.published && Math.abs(dayNumber(a.published) - dayNumber(b.published)) > SPAN)
    return null;
  const weight = 0.6 * cosine(a.names, b.names) + 0.4 * cosine(a.words, b.words);
  return weight >= LEAST ? { a: a.id, b: b.id, weight: Math.round(weight * 1000) / 1000 } : null;
}

function cosine(a: readonly Term[], b: readonly Term[]): number {
  const weights = new Map(b);
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (weights.get(term) ?? 0);
  return dot && dot / Math.sqrt(squares(a) * squares(b));
}

const squares = (terms: readonly Term[]): number =>
  terms.reduce((sum, [, weight]) => sum + weight * weight, 0);

/**
 * Stories of articles that links and copies join: pairs of groups are joined while the mean link between them is
 * strong, undated articles last, so that they join stories but never bridge them.
 */
export function groupStories(
  profiles: readonly Profile[],
  links: readonly Link[],
  copies: readonly Copy[],
): readonly Story[] {
  const weights = new Map<string, number>();
  for (const { a, b, weight } of links) weights.set(`${a} ${b}`, weight);
  for (const { from, to, overlap, kind } of copies)
    if (kind !== 'excerpt')
      weights.set(from < to ? `${from} ${to}` : `${to} ${from}`, Math.max(0.5, overlap));
  const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = joined(
    sorted.map((profile) => [profile]),
    weights,
  );
  return groups.map(storyOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function joined(
  start: readonly (readonly Profile[])[],
  weights: ReadonlyMap<string, number>,
): readonly (readonly Profile[])[] {
  let groups = start;
  for (;;) {
    let best: readonly [number, number, number] = [LEAST, -1, -1];
    groups.forEach((a, i) => {
      groups.slice(i + 1).forEach((b, j) => {
        const mean = meanOf(a, b, weights);
        if (mean > best[0]) best = [mean, i, i + 1 + j];
      });
    });
    const [, i, j] = best;
    if (i < 0) return groups;
    groups = [...groups.filter((_, at) => at !== i && at !== j), [...groups[i]!, ...groups[j]!]];
  }
}

function meanOf(a: readonly Profile[], b: readonly Profile[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const { id: x } of a)
    for (const { id: y } of b) sum += weights.get(x < y ? `${x} ${y}` : `${y} ${x}`) ?? 0;
  return sum / (a.length * b.length);
}

function storyOf(profiles: readonly Profile[]): Story {
  const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const days = profiles.flatMap(({ published }) => published ?? []).sort();
  return {
    id: idOf('story', sorted[0]!.id),
    title: sorted.find(({ title }) => title !== null)?.title ?? '',
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
  const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const holders = new Map<string, Profile[]>();
  const links: Link[] = [];
  const copies: Copy[] = [];
  for (const profile of sorted) {
    for (const other of new Set(profile.keys.flatMap((key) => holders.get(key) ?? []))) {
      const link = linkOf(other, profile);
      const copy = copyOf(other, profile);
      if (link) links.push(link);
      if (copy) copies.push(copy);
    }
    for (const key of profile.keys) holders.set(key, [...(holders.get(key) ?? []), profile]);
  }
  return { stories: groupStories(sorted, links, copies), copies };
}
