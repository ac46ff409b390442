/** Plain letters with a blank or a comma behind them: what most words are. */
const PLAIN_WORD = /[A-Za-z]+(?=[ ,])/y;

/** Where the word of plain letters that begins at a place ends; the place itself where none does, or only another pattern tells. */
export function plainWordEnd(text: string, start: number): number {
  PLAIN_WORD.lastIndex = start;
  return PLAIN_WORD.test(text) ? PLAIN_WORD.lastIndex : start;
}
