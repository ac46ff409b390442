import type { Ledger } from '../ledger/ledger.ts';
import type { Article } from '../text/article.ts';

/** A story's ledger with the articles that tell it: what every export is made from. */
export interface Told {
  readonly ledger: Ledger;
  readonly articles: readonly Article[];
}
