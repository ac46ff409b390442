import { type Layer, outOf } from './hidden.ts';
import { addSums, featureRows, type Templates, type Weights } from './linear.ts';

/**
 * Choosing among classes, no more work than the choice needs: a linear model's features are asked group by group, those
 * that say most first, and only where all of them leave a doubt the hidden layer. (Features in an order, and an end as soon as one class leads by enough: He,
 * Daumé and Eisner 2013, Dynamic Feature Selection for Dependency Parsing.)
 */
export interface Chooser {
  readonly templates: Templates;
  readonly weights: Weights;
  /** By how much the best class has to lead, in natural logarithms. */
  readonly lead: number;
}

/** So many features are asked before the lead is looked at again. */
export const GROUP = 14;

/** Where the weights of the last choice's features begin. */
const ROWS = new Int32Array(256);
/** Scores of the classes that were asked about, of which there are at most 256. */
const SCORES = new Float64Array(256);
let lead = 0;

/** By how much the last choice won, over as much as was asked. */
export const lastLead = (): number => lead;

/** The class that the linear model is sure of; -1 where it is not, and `chooseWith` must say. */
export function chooseAlone(
  { templates, weights, lead: enough }: Chooser,
  slots: Int32Array,
  classes: Uint8Array,
): number {
  if (classes.length === 1) {
    lead = Number.POSITIVE_INFINITY;
    return classes[0]!;
  }
  const { bits, width, unit } = weights;
  const { count } = templates;
  SCORES.fill(0, 0, classes.length);
  for (let from = 0; from < count; from += GROUP) {
    const to = Math.min(from + GROUP, count);
    featureRows(templates, slots, bits, width, ROWS, from, to);
    addSums(weights, ROWS, from, to, classes, SCORES);
    const best = leader(classes.length);
    lead *= unit;
    if (lead >= enough) return classes[best]!;
  }
  return -1;
}

/** The best class by the scores of `chooseAlone`, just called for the same classes, and the layer, whose classes begin at `first`. */
export function chooseWith({ weights }: Chooser, layer: Layer, first: number, classes: Uint8Array): number {
  for (let k = 0; k < classes.length; k++)
    SCORES[k] = SCORES[k]! * weights.unit + outOf(layer, first + classes[k]!);
  return classes[leader(classes.length)]!;
}

/** The first of the highest scores; its lead goes into `lead`. */
function leader(count: number): number {
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
