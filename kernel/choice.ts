import { Layer, outOf } from './layer';
import { findRows, ROWS, Templates } from './templates';

/** A choice among classes, as src/language/kernel.ts lays it down: see src/language/choice.ts. */
@unmanaged
export class Chooser {
  templates: Templates;
  /** The table of weights: bytes, of which each stands for q·|q|. */
  table: usize;
  /** 32 less the bits of the table's rows, and how many classes a row has. */
  shift: i32;
  width: i32;
  /** So many features are asked before the lead is looked at again. */
  group: i32;
  /** What a weight of 1 is worth, and the lead that is enough, in natural logarithms. */
  unit: f64;
  enough: f64;
  /** How many weights behind the best a class is left out. */
  behind: f64;
}

/** The classes still in question, of which there are at most 256, and what the features say for each. */
export const CLASSES: usize = memory.data(256, 16);
const SUMS: usize = memory.data(256 * 4, 16);
/** By how much the last choice won, in natural logarithms. */
export const LEAD: usize = memory.data(8, 16);
let left: i32 = 0;

/** The class that the linear model is sure of among the first `count` of `CLASSES`; -1 where it is not. */
export function chooseAlone(chooser: Chooser, count: i32): i32 {
  left = count;
  if (count === 1) {
    store<f64>(LEAD, Infinity);
    return load<u8>(CLASSES);
  }
  memory.fill(SUMS, 0, count << 2);
  const templates = chooser.templates;
  const all = templates.count;
  for (let from = 0; from < all; from += chooser.group) {
    const to = min(from + chooser.group, all);
    findRows(templates, from, to, chooser.table, chooser.shift, chooser.width);
    if (chooser.width <= 4) addNarrow(from, to);
    else addWide(from, to);
    const best = leader();
    const led = lead * chooser.unit;
    store<f64>(LEAD, led);
    if (led >= chooser.enough) return load<u8>(CLASSES + best);
    leaveOut(f64(sumOf(best)) - chooser.behind);
  }
  return -1;
}

/** The best of the classes that `chooseAlone`, just called, could not choose between, with the layer, whose classes begin at `first`. */
export function chooseWith(chooser: Chooser, layer: Layer, first: i32): i32 {
  const unit = chooser.unit;
  let best: i32 = 0;
  let top = -Infinity;
  let second = -Infinity;
  for (let k = 0; k < left; k++) {
    const score = f64(sumOf(k)) * unit + f64(outOf(layer, first + load<u8>(CLASSES + k)));
    if (score > top) {
      second = top;
      top = score;
      best = k;
    } else if (score > second) second = score;
  }
  store<f64>(LEAD, top - second);
  return load<u8>(CLASSES + best);
}

function sumOf(k: i32): i32 {
  return load<i32>(SUMS + (k << 2));
}

/** What each byte stands for. */
const WORTH: usize = memory.data(256 * 4, 16);
for (let byte = 0; byte < 256; byte++) {
  const q = i32(i8(byte));
  store<i32>(WORTH + (byte << 2), q * abs(q));
}

function weightAt(address: usize): i32 {
  return load<i32>(WORTH + (usize(load<u8>(address)) << 2));
}

/** Adds the weights of the rows `from` to `to`, which have at most four classes: all of them at once. */
function addNarrow(from: i32, to: i32): void {
  let sums = i32x4.splat(0);
  for (let i = from; i < to; i++) {
    const q = i16x8.extend_low_i8x16_s(v128.load32_zero(load<usize>(ROWS + (i << 2))));
    sums = i32x4.add(sums, i32x4.extend_low_i16x8_s(i16x8.mul(q, i16x8.abs(q))));
  }
  v128.store(FOUR, sums);
  for (let k = 0; k < left; k++) {
    const at = SUMS + (k << 2);
    store<i32>(at, load<i32>(at) + load<i32>(FOUR + (usize(load<u8>(CLASSES + k)) << 2)));
  }
}

const FOUR: usize = memory.data(16, 16);

/** Adds the weights of the rows `from` to `to`, three classes at a time, so that each row is taken up once for the three. */
function addWide(from: i32, to: i32): void {
  const begin = ROWS + (from << 2);
  const end = ROWS + (to << 2);
  let k = 0;
  for (; k + 3 <= left; k += 3) {
    const x = usize(load<u8>(CLASSES + k));
    const y = usize(load<u8>(CLASSES + k, 1));
    const z = usize(load<u8>(CLASSES + k, 2));
    let a = 0;
    let b = 0;
    let c = 0;
    for (let at = begin; at < end; at += 4) {
      const row = load<usize>(at);
      a += weightAt(row + x);
      b += weightAt(row + y);
      c += weightAt(row + z);
    }
    const at = SUMS + (k << 2);
    store<i32>(at, load<i32>(at) + a);
    store<i32>(at, load<i32>(at, 4) + b, 4);
    store<i32>(at, load<i32>(at, 8) + c, 8);
  }
  for (; k < left; k++) {
    const x = usize(load<u8>(CLASSES + k));
    let a = 0;
    for (let at = begin; at < end; at += 4) a += weightAt(load<usize>(at) + x);
    const at = SUMS + (k << 2);
    store<i32>(at, load<i32>(at) + a);
  }
}

let lead: f64 = 0;

/** The first of the highest sums; by how much it leads goes into `lead`. */
function leader(): i32 {
  let best = 0;
  let top = sumOf(0);
  let second: i32 = i32.MIN_VALUE;
  for (let k = 1; k < left; k++) {
    const sum = sumOf(k);
    if (sum > top) {
      second = top;
      top = sum;
      best = k;
    } else if (sum > second) second = sum;
  }
  lead = left > 1 ? f64(top - second) : Infinity;
  return best;
}

/** Leaves out the classes below a sum. */
function leaveOut(least: f64): void {
  let kept = 0;
  for (let k = 0; k < left; k++) {
    const sum = sumOf(k);
    if (f64(sum) < least) continue;
    store<u8>(CLASSES + kept, load<u8>(CLASSES + k));
    store<i32>(SUMS + (kept << 2), sum);
    kept++;
  }
  left = kept;
}
