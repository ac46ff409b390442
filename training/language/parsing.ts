import type { Hidden } from '../../src/language/hidden.ts';
import { featureRows, type Weights } from '../../src/language/linear.ts';
import {
  LABEL_SLOTS,
  labelSlots,
  type ParserLook,
  parserLook,
  STRUCTURE_SLOTS,
  STRUCTURE_WORDS,
  structureSlots,
  structureWords,
  type TagKinds,
} from '../../src/language/look.ts';
import { labelClass, pairOf, placesIn, STRUCTURE_AT } from '../../src/language/parser.ts';
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
} from '../../src/language/state.ts';
import { INPUTS, LABELS, STRUCTURE } from '../../src/language/templates.ts';
import type { Vectors } from '../../src/language/vectors.ts';
import { randomFrom, shuffled } from '../random.ts';
import { averaged, drop, type Learner, learner, remember, step } from './adagrad.ts';
import { chained } from './chains.ts';
import {
  activateSome,
  averagedHidden,
  type HiddenLearner,
  type HiddenSize,
  hiddenLearner,
  rememberHidden,
  type Seen,
  silence,
  someOutOf,
  stepIn,
  stepOut,
  stepSentence,
  turnOf,
} from './hidden.ts';
import { bestDecisions, type GoldTree, goldTree } from './oracle.ts';
import { addRows } from './rows.ts';
import { gradientsOf } from './softmax.ts';
import type { Tagged } from './tagging.ts';
import type { Gold } from './treebank.ts';

/** Settings of the parser's training; a change changes the weights. */
const STRUCTURE_BITS = 21;
const LABEL_BITS = 17;
const EPOCHS = 13;
const RATE = 0.03;
const DROPOUT = 0.3;
const UNITS = 64;
const HIDDEN_RATE = 0.06;
const INPUT_BITS = 13;
const CHAIN_WIDTH = 32;
const CHAIN_BITS = 13;
/** The weights that count are the average over so many last epochs, taken up after every so many sentences. */
const AVERAGED = 5;
const OFTEN = 3000;
/** From the second epoch on, how often the parser goes its own way rather than the right one. */
const EXPLORE = 0.9;

/** A treebank's sentence ready to learn from: its tags are a tagger's, its heads and labels the treebank's. */
export interface Parsed extends Tagged {
  readonly tree: GoldTree;
  readonly labels: Uint8Array;
}

/** Relations worth a number, by name. */
export function relationNames(golds: readonly Gold[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { deprels } of golds) for (const name of deprels) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 15)
    .map(([name]) => name)
    .sort();
}

/** The sentence with its tree; a relation too rare for a number falls back to what it is a subtype of. */
export function parsedOf({ head, deprels }: Gold, tagged: Tagged, names: readonly string[]): Parsed {
  const number = (name: string): number => {
    const at = names.indexOf(name);
    return at >= 0 ? at : Math.max(0, names.indexOf(name.split(':')[0]!));
  };
  return { ...tagged, tree: goldTree(head), labels: Uint8Array.from(deprels, number) };
}

interface Lesson {
  readonly structure: Learner;
  readonly labels: Learner;
  readonly layer: HiddenLearner;
  readonly relations: readonly Relation[];
  readonly kinds: TagKinds;
  readonly root: number;
  /** The labels other than the root's. */
  readonly names: Uint8Array;
  readonly random: () => number;
  readonly explore: boolean;
}

const sizeFor = (classes: number): HiddenSize => ({
  width: UNITS,
  classes,
  bits: INPUT_BITS,
  places: STRUCTURE_WORDS.length,
  joints: STRUCTURE_AT.length,
  chainWidth: CHAIN_WIDTH,
  chainBits: CHAIN_BITS,
});

/** What a parser has learned. */
export interface TaughtParser {
  readonly structure: Weights;
  readonly labels: Weights;
  readonly hidden: Hidden;
  readonly labelsOf: ReadonlyMap<number, Uint8Array>;
}

/** A parser learned from the sentences, the same each time. */
export function trainParser(
  sentences: readonly Parsed[],
  relations: readonly Relation[],
  root: number,
  kinds: TagKinds,
  vectors: Vectors,
  seed: number,
  onEpoch: (epoch: number) => void,
): TaughtParser {
  const random = randomFrom(seed);
  const structure = learner(STRUCTURE_BITS, 3, RATE);
  const labels = learner(LABEL_BITS, relations.length, RATE);
  const classes = labelClass(RIGHT, relations.length, relations.length);
  const layer = hiddenLearner(sizeFor(classes), vectors, seed, HIDDEN_RATE);
  const names = Uint8Array.from(relations.keys()).filter((label) => label !== root);
  let times = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const lesson = { structure, labels, layer, relations, kinds, root, names, random, explore: epoch > 0 };
    for (const [i, at] of shuffled(
      sentences.map((_, n) => n),
      random,
    ).entries()) {
      learnSentence(lesson, sentences[at]!);
      if (epoch >= EPOCHS - AVERAGED && i % OFTEN === OFTEN - 1) {
        remember(structure);
        remember(labels);
        rememberHidden(layer);
        times++;
      }
    }
    onEpoch(epoch);
  }
  return {
    structure: averaged(structure, times),
    labels: averaged(labels, times),
    hidden: averagedHidden(layer, times),
    labelsOf: labelsMet(sentences, kinds, root),
  };
}

/** Labels that fewer than one in so many arcs of a pair have are taken for mistakes. */
const RARE = 5000;

/** The labels that arcs have, by the coarse tags of head and dependant and the side, the root's left out. */
function labelsMet(
  sentences: readonly Parsed[],
  { coarse }: TagKinds,
  root: number,
): ReadonlyMap<number, Uint8Array> {
  const counts = new Map<number, Map<number, number>>();
  for (const { tags, tree, labels } of sentences)
    for (const [i, head] of tree.head.entries()) {
      if (head === tags.length || labels[i] === root) continue;
      const pair = pairOf(coarse[tags[head]!]!, coarse[tags[i]!]!, head > i ? LEFT : RIGHT);
      const of = counts.get(pair) ?? new Map<number, number>();
      counts.set(pair, of.set(labels[i]!, (of.get(labels[i]!) ?? 0) + 1));
    }
  const inOrder = [...counts].sort((a, b) => a[0] - b[0]);
  return new Map(
    inOrder.flatMap(([pair, of]) => {
      const total = [...of.values()].reduce((sum, n) => sum + n, 0);
      if (total < ENOUGH) return [];
      const met = [...of].filter(([, n]) => n * RARE > total).map(([label]) => label);
      return [[pair, Uint8Array.from(met).sort()] as const];
    }),
  );
}

/** A pair met less often than this may have any label. */
const ENOUGH = 100;

function learnSentence(lesson: Lesson, { words, tags, tree, labels }: Parsed): void {
  const look = parserLook(words, tags, lesson.kinds);
  const state = initialState(words.length);
  const onStack = new Uint8Array(words.length + 2);
  const sentence = chained(lesson.layer.chains, words, tags, lesson.random);
  const seen = { words: STRUCTURE_WORDS, at: STRUCTURE_AT, sentence };
  while (!isDone(state)) {
    const dropout = see(lesson, look, state, seen);
    const decision = learnDecision(lesson, state, tree, onStack, dropout);
    if (decision === SHIFT) {
      stepIn(lesson.layer, ROWS_OF_INPUTS, INPUTS.count, seen);
      onStack[state.counts.next] = 1;
      shift(state);
    } else {
      const child = state.stack[state.counts.depth - 1]!;
      onStack[child] = 0;
      const head = decision === LEFT ? state.counts.next : state.stack[state.counts.depth - 2]!;
      const right = head === tree.head[child] ? labels[child]! : -1;
      const label = learnLabel(lesson, look, state, decision, right, dropout);
      stepIn(lesson.layer, ROWS_OF_INPUTS, INPUTS.count, seen);
      attach(state, decision, lesson.relations[label]!);
    }
  }
  stepSentence(lesson.layer, sentence);
}

/**
 * Fills the rows of the decision and the hidden layer's units, or lets one of the two models learn alone; returns the chance
 * by which a row of the linear one is left out.
 */
function see({ structure, layer, random }: Lesson, look: ParserLook, state: State, seen: Seen): number {
  structureSlots(look, state);
  featureRows(STRUCTURE, STRUCTURE_SLOTS, STRUCTURE_BITS, structure.weights.width, ROWS);
  featureRows(INPUTS, STRUCTURE_SLOTS, layer.hidden.bits, layer.hidden.width, ROWS_OF_INPUTS);
  structureWords(look, state);
  placesIn(state);
  const turn = turnOf(random);
  if (turn === 'linear') silence(layer);
  else activateSome(layer, ROWS_OF_INPUTS, INPUTS.count, seen, random);
  return turn === 'hidden' ? 1 : DROPOUT;
}

/** Where the weights of the current features begin, and the rows of the hidden layer's inputs. */
const ROWS = new Int32Array(256);
const ROWS_OF_INPUTS = new Int32Array(INPUTS.count);
/** Scores of the decisions and of the labels, and gradients. */
const SUMS = new Float64Array(3);
const LABEL_SCORES = new Float64Array(128);
const GRADIENTS = new Float64Array(128);
/** Gradients below this are not worth a step. */
const LEAST = 0.003;
/** The decisions of each set of bits. */
const DECISIONS = Array.from({ length: 8 }, (_, bits) =>
  Uint8Array.from([0, 1, 2].filter((d) => bits & (1 << d))),
);

/** Learns from one decision and returns the one to go on with. */
function learnDecision(
  { structure, layer, random, explore }: Lesson,
  state: State,
  tree: GoldTree,
  onStack: Uint8Array,
  dropout: number,
): number {
  const bits = allowed(state);
  const can = DECISIONS[bits]!;
  if (can.length === 1) return can[0]!;
  const count = drop(ROWS, STRUCTURE.count, dropout, random);
  score(structure, layer, count);
  const said = bestOf(bits);
  const target = bestOf(bestDecisions(state, tree, onStack));
  gradientsOf(SUMS, can, target, LEAST, GRADIENTS);
  for (const d of can) {
    if (GRADIENTS[d] === 0) continue;
    step(structure, ROWS, count, d, GRADIENTS[d]!);
    stepOut(layer, d, GRADIENTS[d]!);
  }
  return explore && random() < EXPLORE ? said : target;
}

function score({ weights: { values } }: Learner, layer: HiddenLearner, count: number): void {
  for (let d = 0; d < 3; d++) {
    let sum = someOutOf(layer, d);
    for (let i = 0; i < count; i++) sum += values[ROWS[i]! + d]!;
    SUMS[d] = sum;
  }
}

function bestOf(bits: number): number {
  let best = -1;
  for (let d = 0; d < 3; d++) if (bits & (1 << d) && (best < 0 || SUMS[d]! > SUMS[best]!)) best = d;
  return best;
}

/** Learns the label of a right arc (`right` is -1 for a wrong one) and returns the label to go on with. */
function learnLabel(
  { labels, layer, root, names, random }: Lesson,
  look: ParserLook,
  state: State,
  decision: number,
  right: number,
  dropout: number,
): number {
  if (state.counts.next === state.size && state.counts.depth === 1) return root;
  labelSlots(look, state, decision);
  featureRows(LABELS, LABEL_SLOTS, LABEL_BITS, labels.weights.width, ROWS);
  const count = drop(ROWS, LABELS.count, right < 0 && dropout < 1 ? 0 : dropout, random);
  LABEL_SCORES.fill(0, 0, labels.weights.width);
  addRows(labels.weights.values, ROWS, count, labels.weights.width, LABEL_SCORES);
  const first = labelClass(decision, 0, labels.weights.width);
  let said = names[0]!;
  for (const c of names) {
    LABEL_SCORES[c] = LABEL_SCORES[c]! + someOutOf(layer, first + c);
    if (LABEL_SCORES[c]! > LABEL_SCORES[said]!) said = c;
  }
  if (right < 0 || right === root) return said;
  gradientsOf(LABEL_SCORES, names, right, LEAST, GRADIENTS);
  for (const c of names) {
    if (GRADIENTS[c] === 0) continue;
    step(labels, ROWS, count, c, GRADIENTS[c]!);
    stepOut(layer, first + c, GRADIENTS[c]!);
  }
  return said;
}
