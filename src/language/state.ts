/**
 * The state of an arc-hybrid parse of one sentence: a stack, a buffer whose last item is the root (numbered as many as
 * there are words), and the arcs drawn so far. Arrays are changed in place: a parse makes one state and no more.
 * Where a place is empty, its number is `none`, one more than the root's.
 */
export interface State {
  readonly size: number;
  readonly none: number;
  readonly stack: Int32Array;
  readonly counts: { depth: number; next: number };
  readonly head: Int32Array;
  readonly label: Uint8Array;
  /** Outermost and last but outermost dependants on either side. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Uint8Array;
  readonly rights: Uint8Array;
  /** Bits of the groups of relations that a word's dependants have. */
  readonly groups: Int32Array;
  /** The preposition or conjunction that marks a word. */
  readonly marker: Int32Array;
}

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Stands where a place is empty. */
const NO_LABEL = 126;

/** The state before the first decision. */
export function initialState(size: number): State {
  const none = size + 1;
  const places = (): Int32Array => new Int32Array(size + 2).fill(none);
  return {
    size,
    none,
    stack: new Int32Array(size + 1),
    counts: { depth: 0, next: 0 },
    head: places(),
    label: new Uint8Array(size + 2).fill(NO_LABEL, none),
    left1: places(),
    left2: places(),
    right1: places(),
    right2: places(),
    lefts: new Uint8Array(size + 2),
    rights: new Uint8Array(size + 2),
    groups: new Int32Array(size + 2),
    marker: places(),
  };
}

/** Whether the tree is whole. */
export const isDone = ({ size, counts }: State): boolean => counts.next === size && counts.depth === 0;

/** Bits (1 << decision) of what may be done; the root takes exactly one dependant. */
export function allowed({ size, counts: { depth, next } }: State): number {
  let bits = 0;
  if (next < size) bits |= 1 << SHIFT;
  if (depth > 0 && (next < size || depth === 1)) bits |= 1 << LEFT;
  if (depth > 1) bits |= 1 << RIGHT;
  return bits;
}

/** Moves the next word onto the stack. */
export function shift({ stack, counts }: State): void {
  stack[counts.depth++] = counts.next++;
}

/** What an arc does besides naming its head: bits of the relation's group, and whether it marks its head. */
export interface Relation {
  readonly number: number;
  readonly group: number;
  readonly marks: boolean;
}

/** Takes the top of the stack off, as a dependant of the next word (left) or of the one below (right). */
export function attach(state: State, decision: number, { number, group, marks }: Relation): void {
  const { stack, counts } = state;
  const child = stack[--counts.depth]!;
  const head = decision === LEFT ? counts.next : stack[counts.depth - 1]!;
  state.head[child] = head;
  state.label[child] = number;
  state.groups[head] = state.groups[head]! | group;
  if (marks) state.marker[head] = child;
  if (decision === LEFT) {
    state.left2[head] = state.left1[head]!;
    state.left1[head] = child;
    state.lefts[head] = Math.min(255, state.lefts[head]! + 1);
  } else {
    state.right2[head] = state.right1[head]!;
    state.right1[head] = child;
    state.rights[head] = Math.min(255, state.rights[head]! + 1);
  }
}
