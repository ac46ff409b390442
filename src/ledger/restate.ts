import { type Day, dayNumber } from '../text/interval.ts';
import type { Codebook } from './codebook.ts';
import { type Estimate, estimateOf } from './estimate.ts';
import type { Answered, Assertion, Ledger, Question } from './ledger.ts';

/**
 * Each question's numbers by another codebook, from the ledger alone: a codebook changes what figures count as, never what is
 * asserted or how it relates. The same as drawing the ledger anew with that codebook.
 *
 * @param published the publication day of each article that the ledger names
 * @returns estimates by the question's id
 */
export function estimatesBy(
  { questions, assertions, responses }: Pick<Ledger, 'questions' | 'assertions' | 'responses'>,
  published: ReadonlyMap<string, Day | null>,
  codebook: Codebook,
): ReadonlyMap<string, Estimate> {
  const byId = new Map(assertions.map((assertion) => [assertion.id, assertion]));
  return new Map(
    questions.map((question) => [
      question.id,
      question.codebook === codebook.name
        ? question
        : estimate(
            question,
            byId,
            published,
            codebook,
            responses.filter((one) => one.question === question.id),
          ),
    ]),
  );
}

function estimate(
  question: Question,
  byId: ReadonlyMap<string, Assertion>,
  published: ReadonlyMap<string, Day | null>,
  codebook: Codebook,
  responses: readonly Answered[],
): Estimate {
  const replaced = new Set(
    question.relations.filter(({ kind }) => kind === 'updates' || kind === 'repeats').map(({ to }) => to),
  );
  const standing = question.assertions
    .filter((id) => !replaced.has(id))
    .flatMap((id) => byId.get(id) ?? [])
    .map((assertion) => ({ assertion, day: dayOfWord(assertion, published) }));
  return estimateOf(standing, question.measure, codebook, responses);
}

/** The day on which it was said, else first published. */
function dayOfWord({ on, articles }: Assertion, published: ReadonlyMap<string, Day | null>): number {
  const day = on?.to ?? on?.from ?? articles.flatMap((id) => published.get(id) ?? []).sort()[0];
  return day === undefined ? 0 : dayNumber(day);
}
