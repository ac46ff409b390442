import type { Claim } from '../reading/claim.ts';
import type { Article, Credit, PublishedBasis } from '../text/article.ts';
import type { Day, Interval } from '../text/interval.ts';
import { background, packed } from './background.ts';
import { keysOf } from './keys.ts';
import { type Mention, mentionsIn, weekdaysIn } from './mentions.ts';
import { allSentences, ownSentences, type PlainSentence } from './own.ts';
import { shinglesOf } from './shingles.ts';
import { type Term, termsOf } from './terms.ts';
import { hashOf, wordsIn } from './words.ts';

/** Words of less weight in the background do not tell what a title is about. */
const TELLING = 1.6;

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
  /** Places of the own sentences that bear on the title; `null` where the title tells nothing. */
  readonly titled: readonly number[] | null;
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
export function profileOf(article: Article, claims: readonly Claim[]): Profile {
  const sentences = ownSentences(article);
  const body = shingled(sentences.filter(({ headline }) => !headline));
  const own = body.flatMap(({ shingles }) => shingles);
  const terms = termsOf(sentences, article.outlet);
  const published = article.publishedBasis === 'inferred' ? null : article.published;
  return {
    id: article.id,
    title: article.title,
    outlet: article.outlet,
    published,
    basis: published === null ? null : article.publishedBasis,
    credits: article.credits,
    lengths: body.map(({ shingles }) => shingles.length),
    shingles: packed(own),
    titled: titledOf(article.title ?? '', body, terms.names),
    body: hashOf(sentences.map(formsOf).join('\n')),
    ...terms,
    mentions: mentionsIn(allSentences(article)),
    said: claims.filter(({ single }) => !single).map((claim) => saidOf(article, claim)),
    keys: keysOf(terms, own, published, article.title ?? ''),
  };
}

interface Shingled {
  readonly sentence: PlainSentence;
  readonly shingles: readonly number[];
}

/** Sentences with their shingles, formulas left out; sentences of nothing else are left out whole. */
function shingled(sentences: readonly PlainSentence[]): readonly Shingled[] {
  const { isFormula } = background();
  return sentences
    .map((sentence) => ({ sentence, shingles: shinglesOf(sentence).filter((one) => !isFormula(one)) }))
    .filter(({ shingles }) => shingles.length > 0);
}

/** Sentences that hold a telling word of the title, or a name out of such a sentence. */
function titledOf(
  title: string,
  body: readonly Shingled[],
  names: readonly Term[],
): readonly number[] | null {
  const { weightOf } = background();
  const telling = new Set(
    wordsIn(title)
      .map(({ form }) => form)
      .filter((form) => weightOf(form) >= TELLING),
  );
  if (!telling.size) return null;
  const holds = ({ sentence }: Shingled, forms: ReadonlySet<string>) =>
    sentence.words.some(({ form }) => forms.has(form));
  const known = new Set(names.map(([name]) => name));
  const named = body
    .filter((one) => holds(one, telling))
    .flatMap(({ sentence }) => sentence.words.map(({ form }) => form).filter((form) => known.has(form)));
  const all = new Set([...telling, ...named]);
  return body.flatMap((one, i) => (holds(one, all) ? [i] : []));
}

const formsOf = ({ words }: PlainSentence): string => words.map(({ form }) => form).join(' ');

function saidOf(article: Article, { measure, predicate, figure, on, sentence }: Claim): Said {
  const words = wordsIn(article.text.slice(sentence.start, sentence.end));
  return {
    what: [measure, predicate ?? '', figure.low ?? '', figure.high ?? ''].join(' '),
    on,
    weekdays: weekdaysIn(words.filter(({ capital }) => capital).map(({ form }) => form)),
  };
}
