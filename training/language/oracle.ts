import { allowed, LEFT, RIGHT, SHIFT, type State } from '../../src/language/state.ts';

/** A sentence's right heads, and for each place its right dependants in order. */
export interface GoldTree {
  readonly head: Int32Array;
  readonly children: readonly (readonly number[])[];
}

export function goldTree(head: Int32Array): GoldTree {
  const children: number[][] = Array.from({ length: head.length + 1 }, () => []);
  for (const [i, h] of head.entries()) children[h]!.push(i);
  return { head, children };
}

/**
 * Bits of the allowed decisions that lose the fewest right arcs (Goldberg & Nivre 2013, arc-hybrid). `onStack` has 1 for
 * each word on the stack.
 */
export function bestDecisions(state: State, gold: GoldTree, onStack: Uint8Array): number {
  const can = allowed(state);
  let least = Number.POSITIVE_INFINITY;
  let bits = 0;
  for (const decision of [SHIFT, LEFT, RIGHT]) {
    if (!(can & (1 << decision))) continue;
    const cost = decision === SHIFT ? costOfShift(state, gold, onStack) : costOfArc(state, gold, decision);
    if (cost < least) bits = 0;
    if (cost <= least) bits |= 1 << decision;
    least = Math.min(least, cost);
  }
  return bits;
}

/** Right arcs that the next word can have no more once it is on the stack. */
function costOfShift({ stack, counts }: State, { head, children }: GoldTree, onStack: Uint8Array): number {
  const next = counts.next;
  const top = counts.depth > 0 ? stack[counts.depth - 1]! : -1;
  const h = head[next]!;
  let cost = h !== top && h < next && onStack[h] ? 1 : 0;
  for (const child of children[next]!) if (child < next && onStack[child]) cost++;
  return cost;
}

/** Right arcs that the top of the stack can have no more once it is taken off. */
function costOfArc({ stack, counts }: State, { head, children }: GoldTree, decision: number): number {
  const { depth, next } = counts;
  const top = stack[depth - 1]!;
  const below = depth > 1 ? stack[depth - 2]! : -1;
  const h = head[top]!;
  const lost = decision === LEFT ? h === below || h > next : h >= next;
  let cost = lost ? 1 : 0;
  for (const child of children[top]!) if (child >= next) cost++;
  return cost;
}
