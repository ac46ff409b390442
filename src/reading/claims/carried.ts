import { singular } from './inflect.ts';
import type { Measured } from './measure.ts';
import type { Phrase, View } from './view.ts';

/** Numbers from here on are hardly the same by chance. */
const TELLING = 20;
/** How many sentences back a bare "figure" or "number" may point. */
const REACH = 3;
/** How many words may stand between "the number" and its value. */
const NEAR = 6;
/** Nouns for a number that was given before. */
const POINTING = /^(?:figures?|numbers?|total|toll|count|estimate|tally)$/;

/** A figure with its measure, and its sentence's number. */
interface Known {
  readonly at: number;
  readonly view: View;
  readonly phrase: Phrase;
  readonly measured: Measured;
}

/**
 * The measures of an article's figures, those that no word of their sentence tells taken from where the same number of
 * the same things is told ("they talk of 4,000 jobs"), or from the figure that they correct ("the real figure was 5,500").
 */
export function carriedMeasures(
  views: readonly View[],
  measured: readonly (readonly Measured[])[],
): readonly (readonly Measured[])[] {
  const sure = views.flatMap((view, at) =>
    view.phrases.flatMap((phrase, i) => {
      const own = measured[at]![i]!;
      return isSure(own) && phrase.counts ? [{ at, view, phrase, measured: own }] : [];
    }),
  );
  return measured.map((list, at) =>
    list.map((own, i) => {
      if (own.role !== 'none') return own;
      const known = sourceOf({ at, view: views[at]!, phrase: views[at]!.phrases[i]!, measured: own }, sure);
      return known ? { ...own, name: known.measured.name, role: 'carried', of: null } : own;
    }),
  );
}

const isSure = ({ role, name }: Measured) =>
  role !== 'none' && role !== 'inherited' && name !== 'money' && name !== 'other';

function sourceOf(own: Known, sure: readonly Known[]): Known | undefined {
  const alike = isHeld(own) ? [] : sure.filter((other) => isAlike(own, other));
  const same = alike.find(({ phrase }) => phrase.head < 0 === own.phrase.head < 0) ?? alike[0];
  if (same) return same;
  return pointsToNumber(own) ? sure.findLast(({ at }) => at < own.at && own.at - at <= REACH) : undefined;
}

/** Whether two figures are one number of the same things. */
function isAlike({ view, phrase }: Known, other: Known): boolean {
  const value = valueIn(phrase);
  if (value === null || value < TELLING || value !== valueIn(other.phrase)) return false;
  if (phrase.figure.unit === 'percent' || other.phrase.figure.unit === 'percent') return false;
  const [noun, others] = [nounOf(view, phrase), nounOf(other.view, other.phrase)];
  return noun === null || others === null || noun === others;
}

/** "licensed for 20": a bare number that a preposition holds may be of anything. */
const isHeld = ({ view, phrase }: Known): boolean =>
  phrase.head < 0 && view.tokens[phrase.first - 1]?.upos === 'ADP';

const valueIn = ({ figure }: Phrase): number | null => figure.low ?? figure.high;

const nounOf = ({ words }: View, { head }: Phrase): string | null =>
  head < 0 ? null : singular(words[head]!);

/** "the real figure was at least 5,500", "puts the number below 2,500": a bare value of a number told before. */
function pointsToNumber({ view, phrase }: Known): boolean {
  if (phrase.head >= 0 || phrase.figure.unit === 'percent') return false;
  const words = view.words.slice(Math.max(0, phrase.first - NEAR), phrase.first);
  const noun = words.findLastIndex((word) => POINTING.test(word));
  return noun >= 0 && words[noun + 1] !== 'of';
}
