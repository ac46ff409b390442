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
    const later = group.map((figure, i) => sharedNoun(text, figure, group[i + 1]));
    let before: Before = { here: null, persons: false };
    for (const figure of later) {
      const last = before.here ?? (opensClause(text, figure) ? (carried.at(-1) ?? null) : null);
      const next = isBare(figure) ? inherited(text, figure, { ...before, last, told }) : figure;
      const counts = next.unit === 'person' || next.unit === 'item';
      before = { here: counts ? next : before.here, persons: before.persons || next.unit === 'person' };
      carried.push(next);
    }
  }
  return carried;
}

/** The last count of the sentence, and whether any before counted persons. */
interface Before {
  readonly here: Figure | null;
  readonly persons: boolean;
}

interface Known extends Before {
  readonly last: Figure | null;
  readonly told: ReadonlySet<string>;
}

function inherited(text: string, figure: Figure, known: Known): Figure {
  const { here, told } = known;
  if (here && (isLevel(text, figure) || isReached(text, here, figure) || isParallel(text, here, figure)))
    return { ...figure, unit: here.unit, counted: here.counted };
  return told.has(valueKey(figure)) || isOfPersons(text, figure, known)
    ? { ...figure, unit: 'person' }
    : figure;
}

/** "three Danish and two Finnish sailors", "16,369, up 58 points": the noun stands once, behind the second number. */
function sharedNoun(text: string, figure: Figure, next: Figure | undefined): Figure {
  if (!next?.counted || !isBare(figure) || next.start - figure.end > 40) return figure;
  const between = text.slice(figure.end, next.start);
  const shared =
    /^\s+\p{L}+\s+(?:and|or)\s+$/u.test(between) ||
    (next.change !== null && /^,?\s+(?:up|down)\s+$/.test(between));
  return shared ? { ...figure, unit: next.unit, counted: next.counted } : figure;
}

/** "3,000 jobs, up from 2,400": the level compared with counts the same. */
const isLevel = (text: string, figure: Figure): boolean =>
  /\b(?:(?:up|down|increase|rise|drop|decline) from|compared (?:with|to)|versus)\s+$/i.test(
    text.slice(Math.max(0, figure.start - 20), figure.start),
  );

/** "435 homes by open sale and 187 by tender": the noun stands once, behind the first number. */
function isParallel(text: string, before: Figure, figure: Figure): boolean {
  if (!before.counted || before.counted.start < before.end || figure.start - before.end > 80) return false;
  const joined = /(?:,|\band|\bor|\bbut|\bwhile)\s+(?:(?:another|a further)\s+)?$/.test(
    text.slice(before.counted.end, figure.start),
  );
  return (
    joined && /^\s+(?:by|for|in|at|on|from|under|with|to)\s/.test(text.slice(figure.end, figure.end + 8))
  );
}

/** "The index fell 221 points, or 0.9 percent, to 25,777": the level reached counts what the change does. */
const isReached = (text: string, before: Figure, figure: Figure): boolean =>
  before.change !== null &&
  before.counted !== null &&
  figure.start - before.end < 60 &&
  /\bto\s+$/.test(text.slice(before.end, figure.start));

const isBare = (figure: Figure): boolean =>
  figure.unit === 'item' && figure.counted === null && figure.per === null;

const tellsPersons = (figure: Figure): boolean =>
  figure.unit === 'person' && figure.counted !== null && (figure.low ?? figure.high ?? 0) >= TELLING;

const valueKey = (figure: Figure): string => `${figure.low ?? figure.high}`;

function isOfPersons(text: string, figure: Figure, { last, persons }: Known): boolean {
  if (/^ of (?:whom|us|you)\b/.test(text.slice(figure.end, figure.end + 12))) return true;
  const including = /\bincluding\s+$/i.test(text.slice(Math.max(0, figure.start - 12), figure.start));
  return including ? persons : last?.unit === 'person';
}

const opensClause = (text: string, figure: Figure): boolean =>
  /(?:^|[.!?:;”"]\s|\n)\s*$/.test(text.slice(Math.max(0, figure.start - 6), figure.start));
