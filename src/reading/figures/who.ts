import { isCapital, type Line } from './line.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isPersonNoun, isPlural, personTables } from './persons.ts';
import { phraseBefore } from './phrases.ts';
import { lowerAt } from './pieces.ts';

/** Whether the noun phrase names persons. */
export function countsPersons(line: Line, phrase: NounPhrase): boolean {
  const word = lowerAt(line.pieces, phrase.head);
  if (isPersonNoun(word)) return true;
  if (phrase.to - phrase.from === 1 && personTables().behind.has(word)) return true;
  return (
    isCapital(line, phrase.head) && /(?:ians?|ites?|ese|ers)$/.test(word) && isPlural(word) && word.length > 5
  );
}

const REACH_BEHIND = 4;
const REACH_AHEAD = 3;
const REACH_NEAR = 6;

/** Whether the words around a bare number tell that it counts persons: "killed 12", "30 were injured", "the 57 who". */
export function personAround(line: Line, from: number, to: number): boolean {
  const { behind, ahead, near } = personTables();
  for (let at = to; at < to + REACH_BEHIND; at++) {
    const word = lowerAt(line.pieces, at);
    if (behind.has(word)) return true;
    if (/^[.;:,]$/.test(word)) break;
  }
  for (let at = from; at > from - REACH_AHEAD; at--) if (phraseBefore(ahead, line.pieces, at)) return true;
  for (let at = from - 1; at >= from - REACH_NEAR; at--) if (near.has(lowerAt(line.pieces, at))) return true;
  return false;
}
