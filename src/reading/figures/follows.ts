import { classAt, type Line } from './line.ts';
import { isPersonNoun, isPlural } from './persons.ts';
import { isJoint, lowerAt } from './pieces.ts';

const REACH = 4;

/** Whether a plural noun that a number could count follows within a few words: adjectives and names may stand between. */
export function pluralFollows(line: Line, index: number): boolean {
  for (let at = index; at < index + REACH; at++) {
    const kind = classAt(line, at);
    if (kind === 'mark' && !isJoint(line.pieces, at) && lowerAt(line.pieces, at) !== '#') return false;
    if (kind === null || kind === 'function' || kind === 'verb' || kind === 'number') return false;
    const word = lowerAt(line.pieces, at);
    if (kind === 'noun' && isPlural(word)) return true;
    if (kind === 'name' && isPlural(word) && isPersonNoun(word)) return true;
  }
  return false;
}

/** Whether a noun of persons, in any number, follows within a few words. */
export function personFollows(line: Line, index: number): boolean {
  for (let at = index; at < index + REACH; at++) {
    const kind = classAt(line, at);
    if (kind !== 'noun' && kind !== 'name' && kind !== 'adjective' && kind !== 'participle') return false;
    if (kind !== 'adjective' && isPersonNoun(lowerAt(line.pieces, at))) return true;
  }
  return false;
}
