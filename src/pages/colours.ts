import type { Assertion } from '../ledger/ledger.ts';

/** How many colours originators have; one more, the last class, is shared by those that find none free. */
export const COLOURS = 8;

/** Who answers which question, and how many carry it. */
export interface Answer {
  readonly originator: string;
  readonly question: string;
  readonly carriers: number;
}

/** Assertions as {@link colourOf} takes them. */
export const answersIn = (assertions: readonly Assertion[]): readonly Answer[] =>
  assertions.map(({ originator, question, outlets }) => ({ originator, question, carriers: outlets.length }));

/**
 * The colour class of each originator of a story, the same in every chart and table. Originators who answer the same question
 * differ in colour as long as there are colours; those who never meet may share one. Who is carried most is served first.
 */
export function colourOf(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const carried = (own: readonly Answer[]): number => own.reduce((sum, { carriers }) => sum + carriers, 0);
  const ranked = [...Map.groupBy(answers, ({ originator }) => originator)]
    .map(([originator, own]) => ({ originator, own, weight: carried(own) }))
    .sort((a, b) => b.weight - a.weight || (a.originator < b.originator ? -1 : 1));
  const takenIn = new Map<string, Set<number>>();
  const uses = new Array<number>(COLOURS).fill(0);
  const colours = new Map<string, number>();
  for (const { originator, own } of ranked) {
    const questions = [...new Set(own.map(({ question }) => question))];
    const taken = new Set(questions.flatMap((question) => [...(takenIn.get(question) ?? [])]));
    const colour = leastUsed(uses, taken);
    colours.set(originator, colour);
    for (const question of questions) takenIn.set(question, (takenIn.get(question) ?? new Set()).add(colour));
    if (colour < COLOURS) uses[colour]!++;
  }
  return colours;
}

/** The colour used least among those not taken, the first of equals; the shared one where all are. */
function leastUsed(uses: readonly number[], taken: ReadonlySet<number>): number {
  let best = COLOURS;
  for (let colour = 0; colour < COLOURS; colour++)
    if (!taken.has(colour) && (best === COLOURS || uses[colour]! < uses[best]!)) best = colour;
  return best;
}

/** The class that gives an element its originator's colour. */
export const colourClass = (colours: ReadonlyMap<string, number>, originator: string): string =>
  `o${colours.get(originator) ?? COLOURS}`;
