import { readFileSync } from 'node:fs';
import { signsOf } from './likeness.ts';
import type { Profile } from './profile.ts';

/** Two articles that may tell the same story; `a` is the lesser id. */
export interface Link {
  readonly a: string;
  readonly b: string;
  /** Probability that they do, 0 to 1. */
  readonly weight: number;
}

/** Probability from which two articles are linked: less than joins them, since it counts in the mean of their groups. */
export const LINKED = 0.2;

/** Whether two articles tell of the same happenings, as far as the two alone can say; `null` where not. Symmetric. */
export function linkOf(one: Profile, other: Profile): Link | null {
  if (one.id === other.id) return null;
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const weight = chanceOf(a, b);
  return weight >= LINKED ? { a: a.id, b: b.id, weight: Math.round(weight * 1000) / 1000 } : null;
}

/** Probability that two articles tell of the same happenings; weights learned on reports of known incidents. */
export function chanceOf(a: Profile, b: Profile): number {
  const weights = shipped();
  const score = signsOf(a, b).reduce((sum, [sign, strength]) => sum + strength * (weights[sign] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}

type Weights = Readonly<Record<string, number>>;

const FILE = new URL('../../models/stories-links.json', import.meta.url);
let loaded: Weights | null = null;

function shipped(): Weights {
  loaded ??= (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly weights: Weights }).weights;
  return loaded;
}
