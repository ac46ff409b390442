import type { Question } from '../ledger/ledger.ts';

/** Rows that a page of a story holds, about; a question with more has pages of its own. */
export const ROWS = 60;

/** Questions that a page holds at most. */
const MOST_QUESTIONS = 16;

/**
 * Questions in order, cut into pages: as many as have about `ROWS` assertions together, at least one.
 */
export function pagesOf(questions: readonly Question[]): readonly (readonly Question[])[] {
  const pages: Question[][] = [];
  let rows = 0;
  for (const question of questions) {
    const own = Math.min(ROWS, question.assertions.length) + 1;
    const page = pages.at(-1);
    if (page && page.length < MOST_QUESTIONS && rows + own <= ROWS) {
      page.push(question);
      rows += own;
    } else {
      pages.push([question]);
      rows = own;
    }
  }
  return pages.length ? pages : [[]];
}
