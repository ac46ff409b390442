import { numberTables } from './data.ts';

/** The value of a digit piece: `NaN` for dotted groups such as versions. */
export function digitValue(digits: string): number {
  const vulgar = numberTables().vulgar.get(digits);
  if (vulgar !== undefined) return vulgar;
  const bare = digits.replace(/[,\s]/g, '');
  return bare.indexOf('.') === bare.lastIndexOf('.') ? Number(bare) : Number.NaN;
}
