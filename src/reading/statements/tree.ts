import { hashOf } from './hash.ts';
import type { Passage } from './passage.ts';

/** The dependency trees of all sentences, with heads as tokens of the passage. */
export interface Tree {
  readonly head: Int32Array;
  readonly relation: Int32Array;
  /** First and last token below each token, itself included. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The relations of a token's dependents, mixed. */
  readonly below: Int32Array;
  /** Bits: 1 subject, 2 clause, 4 object, 8 marker, 16 case, 32 auxiliary. */
  readonly roles: Uint8Array;
}

/** The trees of a passage; a broken one is followed as far as it holds. */
export function treeOf(passage: Passage): Tree {
  const { tokens, sentences } = passage;
  const n = tokens.length;
  const head = new Int32Array(n).fill(-1);
  const relation = new Int32Array(n);
  const below = new Int32Array(n);
  const roles = new Uint8Array(n);
  const first = new Int32Array(n).map((_, i) => i);
  const last = first.slice();
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const { head: local, deprel } = tokens[i]!;
      relation[i] = hashOf(deprel);
      if (local < 0) continue;
      const up = from + local;
      head[i] = up;
      below[up] = (below[up]! + relation[i]!) | 0;
      roles[up]! |= roleOf(deprel);
    }
    for (let i = from; i < to; i++) reach(head, first, last, i, to - from);
  }
  return { head, relation, first, last, below, roles };
}

/** Widens every ancestor of a token so that it covers the token; a broken tree ends the climb. */
function reach(head: Int32Array, first: Int32Array, last: Int32Array, token: number, limit: number): void {
  let up = head[token]!;
  for (let step = 0; up >= 0 && step < limit; step++) {
    if (first[up]! <= token && last[up]! >= token) {
      if (first[up]! < token && last[up]! > token) return;
    }
    if (first[up]! > token) first[up] = token;
    if (last[up]! < token) last[up] = token;
    up = head[up]!;
  }
}

const ROLES: readonly (readonly [RegExp, number])[] = [
  [/^[nc]subj/, 1],
  [/^(?:ccomp|xcomp|parataxis)/, 2],
  [/^i?obj/, 4],
  [/^mark/, 8],
  [/^case/, 16],
  [/^aux/, 32],
];
const roles = new Map<string, number>();

/** The bit of a relation's role; there are some forty relations. */
function roleOf(deprel: string): number {
  const known = roles.get(deprel);
  if (known !== undefined) return known;
  const bits = ROLES.reduce((sum, [pattern, bit]) => (pattern.test(deprel) ? sum | bit : sum), 0);
  roles.set(deprel, bits);
  return bits;
}
