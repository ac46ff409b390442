import type { Answered, Assertion, Entry, Ledger, Question } from '../ledger/ledger.ts';
import type { Claim } from '../reading/claim.ts';
import type { Copy, Story } from '../stories/story.ts';
import type { Article } from '../text/article.ts';
import type { Correction } from '../text/correction.ts';

/** A value as one line of JSONL: its kind in `record`, first, then its fields as docs/records.md lists them. */
export type Recorded<Kind extends string, T> = { readonly record: Kind } & T;

export const articleRecord = (article: Article): Recorded<'article', Article> => ({
  record: 'article',
  ...article,
});

export const claimRecord = (entry: Entry): Recorded<'claim', Entry> => ({ record: 'claim', ...entry });

export const responseRecord = (response: Answered): Recorded<'response', Answered> => ({
  record: 'response',
  ...response,
});

export const assertionRecord = (assertion: Assertion): Recorded<'assertion', Assertion> => ({
  record: 'assertion',
  ...assertion,
});

export const questionRecord = (question: Question): Recorded<'question', Question> => ({
  record: 'question',
  ...question,
});

export const storyRecord = (story: Story): Recorded<'story', Story> => ({ record: 'story', ...story });

export const copyRecord = (copy: Copy): Recorded<'copy', Copy> => ({ record: 'copy', ...copy });

/** A claim that the user marked wrong; it answers no question. */
export const rejectedRecord = (claim: Claim): Recorded<'rejected', Claim> => ({
  record: 'rejected',
  ...claim,
});

export const correctionRecord = (correction: Correction): Recorded<'correction', Correction> => ({
  record: 'correction',
  ...correction,
});

/** All records of a story's ledger: its articles, then what was read of them, then what it comes to. */
export function* recordsOf(ledger: Ledger, articles: readonly Article[]): Generator<object> {
  for (const article of articles) yield articleRecord(article);
  for (const entry of ledger.entries) yield claimRecord(entry);
  for (const response of ledger.responses) yield responseRecord(response);
  for (const assertion of ledger.assertions) yield assertionRecord(assertion);
  for (const question of ledger.questions) yield questionRecord(question);
  yield storyRecord(ledger.story);
  for (const copy of ledger.copies) yield copyRecord(copy);
  for (const claim of ledger.rejected) yield rejectedRecord(claim);
  for (const correction of ledger.corrections) yield correctionRecord(correction);
}

/** A story as one nested value: questions hold their assertions, assertions their claims. */
export function jsonLedger(ledger: Ledger, articles: readonly Article[]): object {
  const claims = groupBy(ledger.entries, ({ assertion }) => assertion);
  const assertions = groupBy(ledger.assertions, ({ question }) => question);
  const responses = groupBy(ledger.responses, ({ question }) => question ?? '');
  return {
    ...ledger.story,
    articles,
    questions: ledger.questions.map((question) => ({
      ...question,
      assertions: (assertions.get(question.id) ?? []).map((assertion) => ({
        ...assertion,
        claims: claims.get(assertion.id) ?? [],
      })),
      responses: responses.get(question.id) ?? [],
    })),
    responses: responses.get('') ?? [],
    copies: ledger.copies,
    rejected: ledger.rejected,
    corrections: ledger.corrections,
  };
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
