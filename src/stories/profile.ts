import type { Claim } from '../reading/claim.ts';
import type { Time } from '../reading/time.ts';
import type { Article, Credit, PublishedBasis } from '../text/article.ts';
import type { Day, Interval } from '../text/interval.ts';
import { background, packed } from './background.ts';
import { keysOf } from './keys.ts';
import { type Mention, mentionsIn, weekdaysIn } from './mentions.ts';
import { allSentences, type OwnSentence, ownSentences } from './own.ts';
import { shinglesOf } from './shingles.ts';
import { type Term, termsOf } from './terms.ts';
import { hashOf, wordsIn } from './words.ts';

/** A figure that the article carries, as far as it can tell days: who put it is left to the ledger. */
export interface Said {
  /** Measure, low and high. */
  readonly what: string;
  readonly on: Interval | null;
  /** Weekdays named in its sentence, 0 for Sunday. */
  readonly weekdays: readonly number[];
}

/** All that grouping, copies and dating need of one article; plain JSON, a few kilobytes. */
export interface Profile {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Day | null;
  readonly basis: PublishedBasis | null;
  readonly credits: readonly Credit[];
  /** Number of shingles of each own sentence. */
  readonly lengths: readonly number[];
  /** Shingles of the own sentences in order, packed; formulas left out. */
  readonly shingles: string;
  /** Hash of all that the kept blocks say, for captures that are the same. */
  readonly body: number;
  readonly names: readonly Term[];
  readonly words: readonly Term[];
  readonly mentions: readonly Mention[];
  readonly said: readonly Said[];
  /** Two articles that share none of these are neither copies nor of one story. */
  readonly keys: readonly string[];
}

/** The profile of an article; a pure function of what was read from it. */
export function profileOf(article: Article, claims: readonly Claim[], _times: readonly Time[]): Profile {
  const sentences = ownSentences(article);
  const { isFormula } = background();
  const shingles = sentences
    .filter(({ headline }) => !headline)
    .map((sentence) => shinglesOf(sentence).filter((shingle) => !isFormula(shingle)))
    .filter((found) => found.length > 0);
  const terms = termsOf(sentences, article.outlet);
  const own = shingles.flat();
  const dated = article.publishedBasis === 'inferred' ? null : article.published;
  return {
    id: article.id,
    title: article.title,
    outlet: article.outlet,
    published: dated,
    basis: dated === null ? null : article.publishedBasis,
    credits: article.credits,
    lengths: shingles.map(({ length }) => length),
    shingles: packed(own),
    body: hashOf(sentences.map(formsOf).join('\n')),
    ...terms,
    mentions: mentionsIn(allSentences(article)),
    said: claims.map((claim) => saidOf(article, claim)),
    keys: keysOf(terms, own, dated),
  };
}

const formsOf = ({ words }: OwnSentence): string => words.map(({ form }) => form).join(' ');

function saidOf(article: Article, { measure, predicate, figure, on, sentence }: Claim): Said {
  const words = wordsIn(article.text.slice(sentence.start, sentence.end));
  return {
    what: [measure, predicate ?? '', figure.low ?? '', figure.high ?? ''].join(' '),
    on,
    weekdays: weekdaysIn(words.filter(({ capital }) => capital).map(({ form }) => form)),
  };
}
