import { activate, addOut, type Layer, outOf } from './hidden.ts';
import type { Lexeme } from './lexeme.ts';
import { addRows, type Weights } from './linear.ts';
import {
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
 * combinations of what it sees, and by one hidden layer over the same and the words' vectors.
 */
export interface Parser {
  readonly structure: Weights;
  readonly labels: Weights;
  /** Classes: the decisions, then the labels of arcs to the left, then those of arcs to the right. */
  readonly layer: Layer;
  readonly relations: readonly Relation[];
  readonly kinds: TagKinds;
  /** Relations that a coarse pair may have are not limited, except that only the root's dependant is the root. */
  readonly root: number;
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
  const state = initialState(words.length);
  const margin = new Float32Array(words.length);
  while (!isDone(state)) {
    const decision = decide(parser, look, state);
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

function decide(parser: Parser, look: ParserLook, state: State): number {
  const can = allowed(state);
  const { structure, layer } = parser;
  structureRows(look, state, structure);
  structureInputs(look, state, layer.hidden);
  activate(layer, STRUCTURE_INPUTS, STRUCTURE_INPUT_COUNT, STRUCTURE_WORDS);
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

/** Scores of the labels, filled by `scoreLabels`. */
export const LABEL_SCORES = new Float64Array(128);

/** Adds up the weights of the labels at the first rows of `ROWS`. */
export function scoreLabels({ values, width }: Weights, count: number): void {
  LABEL_SCORES.fill(0, 0, width);
  addRows(values, ROWS, count, width, LABEL_SCORES);
}

function labelOf(parser: Parser, look: ParserLook, state: State, decision: number): number {
  if (state.counts.next === state.size && state.counts.depth === 1) return parser.root;
  const { labels, layer, relations, root } = parser;
  labelRows(look, state, decision, labels);
  scoreLabels(labels, LABEL_FEATURES);
  for (let label = 0; label < labels.width; label++) LABEL_SCORES[label] = LABEL_SCORES[label]! * labels.unit;
  addOut(layer, labelClass(decision, 0, relations.length), relations.length, LABEL_SCORES);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < relations.length; label++) {
    if (label === root) continue;
    if (LABEL_SCORES[label]! <= most) continue;
    most = LABEL_SCORES[label]!;
    best = label;
  }
  return best;
}
