import type { Figure } from '../figure.ts';

/** The figures of one sentence. */
export type SentenceFigures = readonly Figure[];

/** A count so small that an equal one elsewhere says nothing. */
const TELLING = 10;

/**
 * Figures that name nothing take over that they count persons: from the last figure of the sentence ("58 people, eight
 * of them"), from the sentence before where they open a clause, or from an equal figure that names its persons.
 */
export function carryPersons(text: string, groups: readonly SentenceFigures[]): readonly Figure[] {
  const told = new Set(groups.flat().filter(tellsPersons).map(valueKey));
  const carried: Figure[] = [];
  for (const group of groups) {
    let here: Figure | null = null;
    for (const figure of group) {
      const last: Figure | null = here ?? (opensClause(text, figure) ? (carried.at(-1) ?? null) : null);
      const next: Figure =
        isBare(figure) && (told.has(valueKey(figure)) || isOfPersons(text, figure, last))
          ? { ...figure, unit: 'person' }
          : figure;
      if (next.unit === 'person' || next.unit === 'item') here = next;
      carried.push(next);
    }
  }
  return carried;
}

const isBare = (figure: Figure): boolean =>
  figure.unit === 'item' && figure.counted === null && figure.per === null;

const tellsPersons = (figure: Figure): boolean =>
  figure.unit === 'person' && figure.counted !== null && (figure.low ?? figure.high ?? 0) >= TELLING;

const valueKey = (figure: Figure): string => `${figure.low ?? figure.high}`;

function isOfPersons(text: string, figure: Figure, last: Figure | null): boolean {
  const behind = text.slice(figure.end, figure.end + 12);
  if (/^ of (?:whom|us|you)\b/.test(behind)) return true;
  return last?.unit === 'person';
}

const opensClause = (text: string, figure: Figure): boolean =>
  /(?:^|[.!?:;”"]\s|\n)\s*$/.test(text.slice(Math.max(0, figure.start - 6), figure.start));
