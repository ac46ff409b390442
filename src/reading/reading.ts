import type { Sentence } from '../language/sentence.ts';
import type { Article } from '../text/article.ts';
import type { Claim, Response } from './claim.ts';
import type { Figure } from './figure.ts';
import type { Statement } from './statement.ts';
import type { Time } from './time.ts';

/** All that is read from one article alone. */
export interface Reading {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly times: readonly Time[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly responses: readonly Response[];
}
