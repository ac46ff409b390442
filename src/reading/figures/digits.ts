import { numberTables } from './data.ts';

/** The value of a digit piece: `NaN` for dotted groups such as versions. */
export function digitValue(digits: string): number {
  const vulgar = numberTables().vulgar.get(digits);
  if (vulgar !== undefined) return vulgar;
  const bare = digits.replace(/[,\s]/g, '');
  return bare.indexOf('.') === bare.lastIndexOf('.') ? Number(bare) : Number.NaN;
}

/** The product without the dust of binary fractions: 0.19, not 0.19000000000000003. */
export const exactly = (value: number): number =>
  Number.isInteger(value) ? value : Number.parseFloat(value.toPrecision(15));
