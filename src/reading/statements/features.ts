import { mix } from './hash.ts';

/** A row of feature names that is filled anew for each token. */
export interface FeatureRow {
  readonly names: Int32Array;
  count: number;
}

/** No row has more. */
export const MOST_FEATURES = 192;

export const featureRow = (): FeatureRow => ({ names: new Int32Array(MOST_FEATURES), count: 0 });

/** Adds the feature that a template's number and a value name. */
export function add(row: FeatureRow, template: number, value: number): void {
  row.names[row.count++] = mix(template, value);
}

/** Adds the feature that a template's number and two values name. */
export function add2(row: FeatureRow, template: number, a: number, b: number): void {
  row.names[row.count++] = mix(mix(template, a), b);
}

/** Adds the feature that a template's number and three values name. */
export function add3(row: FeatureRow, template: number, a: number, b: number, c: number): void {
  row.names[row.count++] = mix(mix(mix(template, a), b), c);
}

/** A column's value at a token, or a name of its own beyond the ends of the run. */
export const at = (column: Int32Array | Uint8Array, i: number, from: number, to: number): number =>
  i < from ? -1 - Math.min(2, from - i) : i >= to ? -11 - Math.min(2, i - to) : column[i]!;
