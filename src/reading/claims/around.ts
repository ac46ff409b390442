import { isEventNoun } from './clauses.ts';
import type { View } from './view.ts';

/** Words at a sentence's beginning by which it goes on about what the one before told. */
const GOES_ON =
  /^(?:he|she|they|it|this|that|those|these|his|her|their|its|other|others|another|remaining|same|both|him|them)$/;
/** How many words of a sentence's beginning are asked. */
const BEGINNING = 3;
const ENDS = /[.!?…"”'’:]$/u;

/**
 * The numbers of the sentences that tell when and where a sentence speaks of where it does not itself, nearest first:
 * those before it in its paragraph; for one that goes on about the paragraph before, that paragraph's last; for a line
 * that heads a paragraph, those of the paragraph.
 */
export function sentencesAround(views: readonly View[], at: number): readonly number[] {
  const { headline, paragraph } = views[at]!.sentence;
  if (headline) return [];
  if (isHeading(views, at)) return inParagraph(views, at + 1, 1);
  const before = inParagraph(views, at - 1, -1, paragraph);
  const last = before.at(-1) ?? at;
  return goesOn(views[last]!) && last > 0 && !views[last - 1]!.sentence.headline
    ? [...before, last - 1]
    : before;
}

/** The sentences from one on, in that direction, that are of a paragraph: by default of its own. */
function inParagraph(
  views: readonly View[],
  from: number,
  step: 1 | -1,
  paragraph = views[from]?.sentence.paragraph,
): readonly number[] {
  const found: number[] = [];
  for (let i = from; views[i]?.sentence.paragraph === paragraph && !views[i]?.sentence.headline; i += step)
    found.push(i);
  return found;
}

/** A line by itself that ends as no sentence does, with a paragraph below: "Alder mill: four dead". */
export function isHeading(views: readonly View[], at: number): boolean {
  const { sentence, tokens } = views[at]!;
  const alone =
    views[at - 1]?.sentence.paragraph !== sentence.paragraph &&
    views[at + 1]?.sentence.paragraph === sentence.paragraph + 1;
  return (
    alone &&
    !sentence.headline &&
    !ENDS.test(tokens.at(-1)?.text ?? '') &&
    ENDS.test(views[at + 1]!.tokens.at(-1)?.text ?? '')
  );
}

const goesOn = ({ words }: View): boolean => words.slice(0, BEGINNING).some((word) => GOES_ON.test(word));

/** Words by which a noun points back, at once or over one word: "those two bombings", "after the raid". */
const POINTS = /^(?:that|this|those|these)$/;
const AFTER = /^(?:after|during|following)$/;

/** The events to which a sentence points back, as they are named: "those two bombings", "hours after the raid". */
export const eventsPointedAt = ({ words }: View): readonly string[] =>
  words.filter((word, i) => {
    if (!isEventNoun(word)) return false;
    const [second = '', first = ''] = words.slice(Math.max(0, i - 2), i).reverse();
    return POINTS.test(second) || POINTS.test(first) || (AFTER.test(first) && second === 'the');
  });
