import { activate, bestOf, type Layer, outOf, type Sight, sightOf } from './hidden.ts';
import type { Lexeme } from './lexeme.ts';
import type { Weights } from './linear.ts';
import {
  FIRST_COARSE,
  LABEL_FEATURES,
  labelRows,
  type ParserLook,
  parserLook,
  ROWS,
  STRUCTURE_FEATURES,
  STRUCTURE_INPUT_COUNT,
  STRUCTURE_INPUTS,
  STRUCTURE_WORDS,
  structureInputs,
  structureRows,
  type TagKinds,
} from './look.ts';
import {
  allowed,
  attach,
  initialState,
  isDone,
  LEFT,
  type Relation,
  SHIFT,
  type State,
  shift,
} from './state.ts';

/**
 * A greedy arc-hybrid parser: first what to do, then, for an arc, its label. Both are scored by linear models over
 * combinations of what it sees, and by one hidden layer over the same, the words' vectors and what chains tell of the sentence
 * before and after the words in question.
 */
export interface Parser {
  readonly structure: Weights;
  readonly labels: Weights;
  /** Classes: the decisions, then the labels of arcs to the left, then those of arcs to the right. */
  readonly layer: Layer;
  readonly relations: readonly Relation[];
  readonly kinds: TagKinds;
  readonly root: number;
  /** The labels that an arc may have, by `pairOf`; and all but the root's, for pairs that training has not met. */
  readonly labelsOf: ReadonlyMap<number, Uint8Array>;
  readonly all: Uint8Array;
}

/** A parsed sentence: for each word its head (-1 for the root), relation and margin (in natural logarithms). */
export interface Parse {
  readonly head: Int32Array;
  readonly label: Uint8Array;
  readonly margin: Float32Array;
}

/** The dependency tree of a tagged sentence. */
export function parse(parser: Parser, words: readonly Lexeme[], tags: Uint8Array): Parse {
  const look = parserLook(words, tags, parser.kinds);
  const sight = sightOf(parser.layer, words, tags);
  const state = initialState(words.length);
  const margin = new Float32Array(words.length);
  while (!isDone(state)) {
    const decision = decide(parser, look, state, sight);
    if (decision === SHIFT) shift(state);
    else {
      margin[state.stack[state.counts.depth - 1]!] = sureness;
      attach(state, decision, parser.relations[labelOf(parser, look, state, decision)]!);
    }
  }
  const head = state.head.slice(0, words.length);
  for (let i = 0; i < head.length; i++) if (head[i] === words.length) head[i] = -1;
  return { head, label: state.label.slice(0, words.length), margin };
}

/** Scores of the three decisions; only those allowed count. */
const SCORES = new Float64Array(3);
/** By how much the last decision won. */
let sureness = 0;

/** The words whose chains count in a decision, filled by `placesIn`. */
export const STRUCTURE_AT = new Int32Array(4);

/** Fills `STRUCTURE_AT`: the three on top of the stack and the next word. */
export function placesIn({ stack, none, counts: { depth, next } }: State): void {
  STRUCTURE_AT[0] = depth > 0 ? stack[depth - 1]! : none;
  STRUCTURE_AT[1] = depth > 1 ? stack[depth - 2]! : none;
  STRUCTURE_AT[2] = next;
  STRUCTURE_AT[3] = depth > 2 ? stack[depth - 3]! : none;
}

function decide(parser: Parser, look: ParserLook, state: State, sight: Sight): number {
  const can = allowed(state);
  if (can === 1 << SHIFT) {
    sureness = SURE;
    return SHIFT;
  }
  const { structure, layer } = parser;
  structureRows(look, state, structure);
  structureInputs(look, state, layer.hidden);
  placesIn(state);
  activate(layer, STRUCTURE_INPUTS, STRUCTURE_INPUT_COUNT, STRUCTURE_WORDS, sight, STRUCTURE_AT);
  scoreStructure(parser);
  let best = -1;
  let second = -1;
  for (let d = 0; d < 3; d++) {
    if (!(can & (1 << d))) continue;
    if (best < 0 || SCORES[d]! > SCORES[best]!) {
      second = best;
      best = d;
    } else if (second < 0 || SCORES[d]! > SCORES[second]!) second = d;
  }
  sureness = second < 0 ? SURE : SCORES[best]! - SCORES[second]!;
  return best;
}

/** Margin of a decision that had no rival. */
const SURE = 1e4;

/** The class of the hidden layer that stands for a label. */
export const labelClass = (decision: number, label: number, relations: number): number =>
  3 + (decision === LEFT ? label : relations + label);

/** Fills `SCORES` from `ROWS` and the hidden layer. */
function scoreStructure({ structure: { values, unit }, layer }: Parser): void {
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = 0; i < STRUCTURE_FEATURES; i++) {
    const row = ROWS[i]!;
    a += values[row]!;
    b += values[row + 1]!;
    c += values[row + 2]!;
  }
  SCORES[0] = a * unit + outOf(layer, 0);
  SCORES[1] = b * unit + outOf(layer, 1);
  SCORES[2] = c * unit + outOf(layer, 2);
}

/** The key in `labelsOf` of an arc to the left or right between words of these coarse tags. */
export const pairOf = (head: number, child: number, decision: number): number =>
  (head * COARSE + child) * 2 + (decision === LEFT ? 0 : 1);

/** More than there are coarse tags. */
const COARSE = 32;

function labelOf(parser: Parser, look: ParserLook, state: State, decision: number): number {
  const { stack, size, counts } = state;
  const { depth, next } = counts;
  if (next === size && depth === 1) return parser.root;
  const { labels, layer, relations, labelsOf, all } = parser;
  const head = decision === LEFT ? next : stack[depth - 2]!;
  const can =
    labelsOf.get(
      pairOf(look.coarse[head]! - FIRST_COARSE, look.coarse[stack[depth - 1]!]! - FIRST_COARSE, decision),
    ) ?? all;
  if (can.length === 1) return can[0]!;
  labelRows(look, state, decision, labels);
  const first = labelClass(decision, 0, relations.length);
  return bestOf(labels, ROWS, LABEL_FEATURES, can, layer, first);
}
