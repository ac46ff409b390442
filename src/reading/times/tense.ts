import type { Atom } from './atoms.ts';
import type { Direction } from './rule.ts';

const FUTURE =
  /^(will|'ll|ll|shall|expects?|expected|scheduled|due|plans?|planned|planning|upcoming|next|until|till|going|intends?|hopes?|set|slated|proposed|payable|begins|expires?|would|could|can|may|must|should|effective)$/;
const PAST =
  /^(was|were|had|did|said|has|have|been|died|told|reported|since|went|took|came|made|ago|last|killed|fell|rose)$/;

/** How far to look for a verb, in words. */
const REACH = 14;

/** Which way the words around an atom look: by the nearest word of tense before it, else after it, in its sentence. */
export function directionAt(atoms: readonly Atom[], at: number): Direction {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const looks = looksOf(atoms[i]!);
    if (looks) return looks;
  }
  for (let i = at + 1; i < Math.min(atoms.length, at + REACH); i++) {
    const looks = looksOf(atoms[i]!);
    if (looks) return looks;
  }
  return 'unknown';
}

function looksOf(atom: Atom): Direction | null {
  if (FUTURE.test(atom.lower)) return 'future';
  return PAST.test(atom.lower) || (!atom.capital && /..ed$/.test(atom.lower)) ? 'past' : null;
}
