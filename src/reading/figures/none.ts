import type { Figure } from '../figure.ts';
import type { Line } from './line.ts';
import { isPersonNoun, personTables } from './persons.ts';
import { lowerAt } from './pieces.ts';

const REACH = 3;

/** "no casualties", "no reported deaths": nought of something that is counted when it happens. */
export function noneOf(line: Line): readonly Figure[] {
  return line.pieces.flatMap((piece, index) => {
    if (piece.lower !== 'no') return [];
    const head = outcomeAfter(line, index + 1);
    return head < 0 ? [] : [noneAt(line, index, head)];
  });
}

function outcomeAfter(line: Line, index: number): number {
  const { outcomes } = personTables();
  for (let at = index; at < index + REACH; at++) {
    if (outcomes.has(lowerAt(line.pieces, at))) return at;
    if (line.pieces[at]?.kind !== 'word') return -1;
  }
  return -1;
}

function noneAt(line: Line, index: number, head: number): Figure {
  const piece = line.pieces[index]!;
  const start = line.pieces[index + 1]!.start;
  const { end, lower } = line.pieces[head]!;
  return {
    start: piece.start,
    end: piece.end,
    text: piece.text,
    low: 0,
    high: 0,
    bound: 'exact',
    unit: isPersonNoun(lower) ? 'person' : 'item',
    per: null,
    change: null,
    counted: { start, end, text: line.text.slice(start, end) },
  };
}
