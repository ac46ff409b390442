import { type Chooser, chooseAlone, chooserOf, chooseWith, leadOf, putSlots, type Table } from './choice.ts';
import { activate, follow, type Hidden, type Layer, layerOf } from './hidden.ts';
import { type Kernel, reserve } from './kernel.ts';
import type { Lexeme } from './lexeme.ts';
import {
  FIRST_COARSE,
  LABEL_SLOTS,
  labelSlots,
  type ParserLook,
  parserLook,
  STRUCTURE_SLOTS,
  STRUCTURE_WORDS,
  structureSlots,
  structureWords,
  type TagKinds,
} from './look.ts';
import {
  allowed,
  attach,
  initialState,
  isDone,
  LEFT,
  type Relation,
  RIGHT,
  SHIFT,
  type State,
  shift,
} from './state.ts';
import { INPUTS, LABELS, STRUCTURE } from './templates.ts';
import type { PlacedVectors } from './vectors.ts';

/**
 * A greedy arc-hybrid parser: first what to do, then, for an arc, its label. Both are scored by linear models over
 * combinations of what it sees, and by one hidden layer over the same, the words' vectors and what chains tell of the sentence
 * before and after the words in question.
 */
export interface Parser {
  readonly structure: Chooser;
  readonly labels: Chooser;
  /** Classes: the decisions, then the labels of arcs to the left, then those of arcs to the right. */
  readonly layer: Layer;
  readonly relations: readonly Relation[];
  readonly kinds: TagKinds;
  readonly root: number;
  /** The labels that an arc may have, by `pairOf`; and all but the root's, for pairs that training has not met. */
  readonly labelsOf: ReadonlyMap<number, Uint8Array>;
  readonly all: Uint8Array;
}

/** How the parser's linear models choose; how large a lead is sure was measured: docs/decisions/cascade.md. */
const LEAD = 2.25;

/** What a parser is besides what its tables hold. */
export type ParserFrame = Omit<Parser, 'structure' | 'labels' | 'layer'>;

/** A parser of what was learned, in a kernel whose memory holds the tables and vectors. */
export function parserOf(
  kernel: Kernel,
  tables: { readonly structure: Table; readonly labels: Table },
  hidden: Hidden,
  vectors: PlacedVectors,
  frame: ParserFrame,
): Parser {
  const slots = reserve(kernel, STRUCTURE_SLOTS.byteLength);
  return {
    ...frame,
    structure: chooserOf(kernel, STRUCTURE, slots, tables.structure, LEAD),
    labels: chooserOf(kernel, LABELS, reserve(kernel, LABEL_SLOTS.byteLength), tables.labels, LEAD),
    layer: layerOf(kernel, hidden, INPUTS, slots, vectors),
  };
}

/** A parsed sentence: for each word its head (-1 for the root), relation and margin (in natural logarithms). */
export interface Parse {
  readonly head: Int32Array;
  readonly label: Uint8Array;
  readonly margin: Float32Array;
}

/** A parse at work. */
interface Work {
  readonly parser: Parser;
  readonly look: ParserLook;
  readonly state: State;
}

/** The dependency tree of a tagged sentence. */
export function parse(parser: Parser, words: readonly Lexeme[], tags: Uint8Array): Parse {
  const state = initialState(words.length);
  const look = parserLook(words, tags, parser.kinds);
  follow(parser.layer, words, tags);
  const work = { parser, look, state };
  const margin = new Float32Array(words.length);
  while (!isDone(state)) {
    const decision = decide(work);
    if (decision === SHIFT) shift(state);
    else {
      margin[state.stack[state.counts.depth - 1]!] = Math.min(SURE, leadOf(parser.structure));
      attach(state, decision, parser.relations[labelOf(work, decision)]!);
    }
  }
  const head = state.head.slice(0, words.length);
  for (let i = 0; i < head.length; i++) if (head[i] === words.length) head[i] = -1;
  return { head, label: state.label.slice(0, words.length), margin };
}

/** Margin of a decision that had no rival. */
const SURE = 1e4;

/** The words whose chains count in a decision, filled by `placesIn`. */
export const STRUCTURE_AT = new Int32Array(4);

/** Fills `STRUCTURE_AT`: the three on top of the stack and the next word. */
export function placesIn({ stack, none, counts: { depth, next } }: State): void {
  STRUCTURE_AT[0] = depth > 0 ? stack[depth - 1]! : none;
  STRUCTURE_AT[1] = depth > 1 ? stack[depth - 2]! : none;
  STRUCTURE_AT[2] = next;
  STRUCTURE_AT[3] = depth > 2 ? stack[depth - 3]! : none;
}

/** Whether the layer's units are those of the current decision. */
let lit = false;

function decide(work: Work): number {
  const { parser, look, state } = work;
  const can = DECISIONS[allowed(state)]!;
  lit = false;
  structureSlots(look, state);
  const best = chooseAlone(parser.structure, STRUCTURE_SLOTS, can);
  if (best >= 0) return best;
  light(work);
  return chooseWith(parser.structure, parser.layer, 0);
}

/** Works out the layer's units for the current decision, once. */
function light({ parser: { structure, layer }, look, state }: Work): void {
  if (lit) return;
  lit = true;
  structureWords(look, state);
  placesIn(state);
  putSlots(structure, STRUCTURE_SLOTS);
  activate(layer, STRUCTURE_WORDS, STRUCTURE_AT);
}

/** The decisions of each set of bits. */
const DECISIONS = Array.from({ length: 8 }, (_, bits) =>
  Uint8Array.from([SHIFT, LEFT, RIGHT].filter((decision) => bits & (1 << decision))),
);

/** The class of the hidden layer that stands for a label. */
export const labelClass = (decision: number, label: number, relations: number): number =>
  3 + (decision === LEFT ? label : relations + label);

/** The key in `labelsOf` of an arc to the left or right between words of these coarse tags. */
export const pairOf = (head: number, child: number, decision: number): number =>
  (head * COARSE + child) * 2 + (decision === LEFT ? 0 : 1);

/** More than there are coarse tags. */
const COARSE = 32;

function labelOf(work: Work, decision: number): number {
  const { parser, look, state } = work;
  const { stack, size, counts } = state;
  const { depth, next } = counts;
  if (next === size && depth === 1) return parser.root;
  const { labels, layer, relations, labelsOf, all } = parser;
  const head = decision === LEFT ? next : stack[depth - 2]!;
  const can =
    labelsOf.get(
      pairOf(look.coarse[head]! - FIRST_COARSE, look.coarse[stack[depth - 1]!]! - FIRST_COARSE, decision),
    ) ?? all;
  labelSlots(look, state, decision);
  const best = chooseAlone(labels, LABEL_SLOTS, can);
  if (best >= 0) return best;
  light(work);
  return chooseWith(labels, layer, labelClass(decision, 0, relations.length));
}
