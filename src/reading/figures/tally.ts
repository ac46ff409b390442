import { contextTables } from './contexts.ts';
import type { Line } from './line.ts';
import { linkBetween, type Quantity } from './quantity.ts';

/** Which quantities are sides of a vote: "voted 312-88", "passed 61 to 30". Each is a figure, where a score is none. */
export function talliesOf(line: Line, quantities: readonly Quantity[]): ReadonlySet<Quantity> {
  const tallies = new Set<Quantity>();
  if (!line.pieces.some(({ lower }) => contextTables().tallyWords.has(lower))) return tallies;
  for (const [i, second] of quantities.entries()) {
    const first = quantities[i - 1];
    if (first && arePair(line, first, second)) tallies.add(first).add(second);
  }
  return tallies;
}

/** Two plain counts joined by a dash or "to", the larger one first, as no range is. */
function arePair({ pieces }: Line, first: Quantity, second: Quantity): boolean {
  const link = linkBetween(pieces, first, second);
  return (link === 'dash' || link === 'to') && first.low >= second.low && isCount(first) && isCount(second);
}

const isCount = ({ digits, unit, scale }: Quantity): boolean => digits && unit === null && scale === 1;
