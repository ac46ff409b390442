import type { Atom } from './atoms.ts';
import type { Direction } from './rule.ts';

const FUTURE =
  /^(will|'ll|ll|shall|expects?|expected|scheduled|due|plans?|planning|upcoming|until|till|intends?|hopes?|proposed|payable|expires?|would|could|must|should|effective|deadline)$/;
const PAST =
  /^(was|were|had|did|said|says|has|have|been|died|told|since|went|took|came|made|ago|fell|rose|began|met|found|shot|left|won|lost|gave|got|saw|set|led|held|put|hit|cut|ran|kept|sent|spent|struck|sought|bought|sold|paid|broke|drew|grew|flew|threw|knew|spoke|wrote|stood|thought|brought|caught|taught|fought|felt|became)$/;
const MODAL = /^(will|'ll|would|could|may|might|must|should|shall|to|can)$/;

/** How far to look for a verb, in words. */
const REACH = 14;
/** How far before its verb a modal may stand: "will not be". */
const MODAL_REACH = 3;

/** Which way the words around an atom look: by the nearest word of tense before it, else after it, in its sentence. */
export function directionAt(atoms: readonly Atom[], at: number): Direction {
  if (/^(soon|early)$/.test(atoms[at - 2]?.lower ?? '') && atoms[at - 1]?.lower === 'as') return 'future';
  if (atoms[at + 1]?.lower === "'" && atoms[at + 2]?.lower === 's') return 'past';
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const looks = looksOf(atoms, i);
    if (looks) return looks;
  }
  for (let i = at + 1; i < Math.min(atoms.length, at + REACH); i++) {
    const looks = looksOf(atoms, i);
    if (looks) return looks;
  }
  return 'unknown';
}

function looksOf(atoms: readonly Atom[], at: number): Direction | null {
  const { lower, capital } = atoms[at]!;
  if (FUTURE.test(lower)) return 'future';
  if (PAST.test(lower)) return 'past';
  if (capital || !/..ed$/.test(lower)) return null;
  for (let i = at - 1; i >= Math.max(0, at - MODAL_REACH); i--)
    if (MODAL.test(atoms[i]!.lower)) return 'future';
  return 'past';
}
