import { layerOf, type Vectors } from '../../src/language/hidden.ts';
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
} from '../../src/language/look.ts';
import { LABEL_SCORES, labelClass, type Parser, scoreLabels } from '../../src/language/parser.ts';
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
import { randomFrom, shuffled } from '../random.ts';
import { averaged, drop, type Learner, learner, remember, step } from './adagrad.ts';
import {
  activateSome,
  averagedHidden,
  type HiddenLearner,
  hiddenLearner,
  rememberHidden,
  someOutOf,
  stepIn,
  stepOut,
} from './hidden.ts';
import { bestDecisions, type GoldTree, goldTree } from './oracle.ts';
import type { Tagged } from './tagging.ts';
import type { Gold } from './treebank.ts';

/** Settings of the parser's training; a change changes the weights. */
const STRUCTURE_BITS = 21;
const LABEL_BITS = 17;
const EPOCHS = 7;
const RATE = 0.03;
const DROPOUT = 0.3;
const UNITS = 64;
const INPUT_BITS = 13;
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
  readonly random: () => number;
  readonly explore: boolean;
}

/** A parser learned from the sentences, the same each time. */
export function trainParser(
  sentences: readonly Parsed[],
  relations: readonly Relation[],
  root: number,
  kinds: TagKinds,
  vectors: Vectors,
  seed: number,
  onEpoch: (parser: Parser, epoch: number) => void,
): Parser {
  const random = randomFrom(seed);
  const structure = learner(STRUCTURE_BITS, 3, RATE);
  const labels = learner(LABEL_BITS, relations.length, RATE);
  const classes = labelClass(RIGHT, relations.length, relations.length);
  const layer = hiddenLearner(UNITS, classes, INPUT_BITS, STRUCTURE_WORDS.length, vectors, seed);
  let times = 0;
  const parser = (): Parser => ({
    structure: averaged(structure, times),
    labels: averaged(labels, times),
    layer: layerOf(averagedHidden(layer, times)),
    relations,
    root,
    kinds,
  });
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const lesson = { structure, labels, layer, relations, kinds, root, random, explore: epoch > 0 };
    for (const [i, at] of shuffled(
      sentences.map((_, n) => n),
      random,
    ).entries()) {
      learnSentence(lesson, sentences[at]!);
      if (epoch > 1 && i % 5000 === 4999) {
        remember(structure);
        remember(labels);
        rememberHidden(layer);
        times++;
      }
    }
    if (times) onEpoch(parser(), epoch);
  }
  return parser();
}

function learnSentence(lesson: Lesson, { words, tags, tree, labels }: Parsed): void {
  const look = parserLook(words, tags, lesson.kinds);
  const state = initialState(words.length);
  const onStack = new Uint8Array(words.length + 2);
  while (!isDone(state)) {
    see(lesson, look, state);
    const decision = learnDecision(lesson, state, tree, onStack);
    if (decision === SHIFT) {
      stepIn(lesson.layer, STRUCTURE_INPUTS, STRUCTURE_INPUT_COUNT, STRUCTURE_WORDS);
      onStack[state.counts.next] = 1;
      shift(state);
    } else {
      const child = state.stack[state.counts.depth - 1]!;
      onStack[child] = 0;
      const head = decision === LEFT ? state.counts.next : state.stack[state.counts.depth - 2]!;
      const right = head === tree.head[child] ? labels[child]! : -1;
      const label = learnLabel(lesson, look, state, decision, right);
      stepIn(lesson.layer, STRUCTURE_INPUTS, STRUCTURE_INPUT_COUNT, STRUCTURE_WORDS);
      attach(state, decision, lesson.relations[label]!);
    }
  }
}

/** Fills the rows of the decision and the hidden layer's units. */
function see({ structure, layer, random }: Lesson, look: ParserLook, state: State): void {
  structureRows(look, state, structure.weights);
  structureInputs(look, state, layer.hidden);
  activateSome(layer, STRUCTURE_INPUTS, STRUCTURE_INPUT_COUNT, STRUCTURE_WORDS, random);
}

const scores = new Float64Array(3);

/** Learns from one decision and returns the one to go on with. */
function learnDecision(
  { structure, layer, random, explore }: Lesson,
  state: State,
  tree: GoldTree,
  onStack: Uint8Array,
): number {
  const can = allowed(state);
  if ((can & (can - 1)) === 0) return 31 - Math.clz32(can);
  const right = bestDecisions(state, tree, onStack);
  const count = drop(ROWS, STRUCTURE_FEATURES, DROPOUT, random);
  score(structure, layer, count);
  const said = bestOf(can);
  const target = bestOf(right);
  let sum = 0;
  for (let d = 0; d < 3; d++) if (can & (1 << d)) sum += Math.exp(scores[d]! - scores[said]!);
  for (let d = 0; d < 3; d++) {
    if (!(can & (1 << d))) continue;
    const gradient = Math.exp(scores[d]! - scores[said]!) / sum - (d === target ? 1 : 0);
    if (gradient < 0.002 && gradient > -0.002) continue;
    step(structure, ROWS, count, d, gradient);
    stepOut(layer, d, gradient);
  }
  return explore && random() < EXPLORE ? said : target;
}

function score({ weights: { values } }: Learner, layer: HiddenLearner, count: number): void {
  for (let d = 0; d < 3; d++) {
    let sum = someOutOf(layer, d);
    for (let i = 0; i < count; i++) sum += values[ROWS[i]! + d]!;
    scores[d] = sum;
  }
}

function bestOf(bits: number): number {
  let best = -1;
  for (let d = 0; d < 3; d++) if (bits & (1 << d) && (best < 0 || scores[d]! > scores[best]!)) best = d;
  return best;
}

/** Learns the label of a right arc (`right` is -1 for a wrong one) and returns the label to go on with. */
function learnLabel(
  { labels, layer, root, relations, random }: Lesson,
  look: ParserLook,
  state: State,
  decision: number,
  right: number,
): number {
  if (state.counts.next === state.size && state.counts.depth === 1) return root;
  labelRows(look, state, decision, labels.weights);
  const count = right < 0 ? LABEL_FEATURES : drop(ROWS, LABEL_FEATURES, DROPOUT, random);
  scoreLabels(labels.weights, count);
  let said = root === 0 ? 1 : 0;
  for (let c = 0; c < relations.length; c++) {
    LABEL_SCORES[c] = LABEL_SCORES[c]! + someOutOf(layer, labelClass(decision, c, relations.length));
    if (c !== root && LABEL_SCORES[c]! > LABEL_SCORES[said]!) said = c;
  }
  if (right < 0 || right === root) return said;
  let sum = 0;
  for (let c = 0; c < relations.length; c++)
    if (c !== root) sum += Math.exp(LABEL_SCORES[c]! - LABEL_SCORES[said]!);
  for (let c = 0; c < relations.length; c++) {
    if (c === root) continue;
    const gradient = Math.exp(LABEL_SCORES[c]! - LABEL_SCORES[said]!) / sum - (c === right ? 1 : 0);
    if (gradient < 0.003 && gradient > -0.003) continue;
    step(labels, ROWS, count, c, gradient);
    stepOut(layer, labelClass(decision, c, relations.length), gradient);
  }
  return said;
}
