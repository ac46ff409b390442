import { type Layer, outOf } from './hidden.ts';
import { addSums, featureRows, type Templates, type Weights } from './linear.ts';

/**
 * Choosing among classes, no more work than the choice needs: a linear model's features are asked group by group, those that
 * say most first, classes that fall far behind are left out, and only where all features leave a doubt the hidden layer is
 * asked. (Features in an order, and an end as soon as one class leads by enough: He, Daumé and Eisner 2013, Dynamic Feature
 * Selection for Dependency Parsing.)
 */
export interface Chooser {
  readonly templates: Templates;
  readonly weights: Weights;
  /** By how much the best class has to lead, in natural logarithms. */
  readonly lead: number;
}

/** So many features are asked before the lead is looked at again. */
export const GROUP = 14;

/** A class so many natural logarithms behind the best is left out. */
const BEHIND = 5;

/** Where the weights of the last choice's features begin. */
const ROWS = new Int32Array(256);
/** The classes still in question, of which there are at most 256, and their scores. */
const CLASSES = new Uint8Array(256);
const SCORES = new Float64Array(256);
let count = 0;
let lead = 0;

/** By how much the last choice won, over as much as was asked. */
export const lastLead = (): number => lead;

/** The class that the linear model is sure of; -1 where it is not, and `chooseWith` must say. */
export function chooseAlone(
  { templates, weights, lead: enough }: Chooser,
  slots: Int32Array,
  classes: Uint8Array,
): number {
  count = classes.length;
  if (count === 1) {
    lead = Number.POSITIVE_INFINITY;
    return classes[0]!;
  }
  const { bits, width, unit } = weights;
  for (let k = 0; k < count; k++) {
    CLASSES[k] = classes[k]!;
    SCORES[k] = 0;
  }
  for (let from = 0; from < templates.count; from += GROUP) {
    const to = Math.min(from + GROUP, templates.count);
    featureRows(templates, slots, bits, width, ROWS, from, to);
    addSums(weights, ROWS, from, to, CLASSES, count, SCORES);
    const best = leader();
    lead *= unit;
    if (lead >= enough) return CLASSES[best]!;
    leaveOut(SCORES[best]! - BEHIND / unit);
  }
  return -1;
}

/** The best of the classes that `chooseAlone`, just called, could not choose between, with the layer, whose classes begin at `first`. */
export function chooseWith({ weights }: Chooser, layer: Layer, first: number): number {
  for (let k = 0; k < count; k++) SCORES[k] = SCORES[k]! * weights.unit + outOf(layer, first + CLASSES[k]!);
  return CLASSES[leader()]!;
}

/** The first of the highest scores; its lead goes into `lead`. */
function leader(): number {
  let best = 0;
  let second = Number.NEGATIVE_INFINITY;
  for (let k = 1; k < count; k++) {
    const score = SCORES[k]!;
    if (score > SCORES[best]!) {
      second = SCORES[best]!;
      best = k;
    } else if (score > second) second = score;
  }
  lead = SCORES[best]! - second;
  return best;
}

/** Leaves out the classes below a score. */
function leaveOut(least: number): void {
  let left = 0;
  for (let k = 0; k < count; k++) {
    if (SCORES[k]! < least) continue;
    CLASSES[left] = CLASSES[k]!;
    SCORES[left++] = SCORES[k]!;
  }
  count = left;
}
