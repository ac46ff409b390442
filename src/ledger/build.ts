import type { Claim, Hedge, Response } from '../reading/claim.ts';
import type { Copy, Story } from '../stories/story.ts';
import { nameOfFile } from '../text/article.ts';
import { type Correction, standing } from '../text/correction.ts';
import { idOf } from '../text/id.ts';
import { dayNumber } from '../text/interval.ts';
import { type Asserted, byAssertion, saidOn } from './assertions.ts';
import { type Codebook, DEFAULT_CODEBOOK, loadCodebook } from './codebook.ts';
import { correctedVoices, withoutWrong } from './corrected.ts';
import { estimateOf } from './estimate.ts';
import { withEventDays } from './event-day.ts';
import { type Facet, facetsOf } from './facets.ts';
import type { Answered, ArticleFacts, Assertion, Entry, Ledger, Question } from './ledger.ts';
import { byWeight } from './order.ts';
import { voicesOf } from './originators.ts';
import { partsOf } from './parts.ts';
import { byQuestion, groupWords, mostFrequent, spanOf } from './questions.ts';
import { type Dated, relationsOf } from './relations.ts';
import { counting } from './singles.ts';
import { sameFigure } from './values.ts';

/** All that a story's ledger is made from. The order of the lists does not matter. */
export interface LedgerInput {
  readonly story: Story;
  readonly articles: readonly ArticleFacts[];
  readonly claims: readonly Claim[];
  readonly responses: readonly Response[];
  readonly copies: readonly Copy[];
  /** None where not given. */
  readonly corrections?: readonly Correction[];
  /** `plain` where none is given. */
  readonly codebook?: Codebook;
}

type Facts = ReadonlyMap<string, ArticleFacts>;

interface Asked {
  readonly question: Question;
  readonly assertions: readonly Assertion[];
  readonly claims: readonly Claim[];
}

/** A story's ledger: what its claims assert, which questions they answer, how they stand to each other. Pure. */
export function buildLedger(input: LedgerInput): Ledger {
  const { story, articles, responses, copies, corrections = [], codebook } = input;
  const facts: Facts = new Map(articles.map((article) => [article.id, article]));
  const sorted = counting(input.claims).toSorted((a, b) => byArrival(a, b, facts));
  const { kept, rejected } = withoutWrong(sorted, corrections);
  const voices = correctedVoices(voicesOf(kept, articles, copies), kept, corrections);
  const drawing = {
    facts,
    book: codebook ?? loadCodebook(DEFAULT_CODEBOOK),
    responses,
    kept: new Set(kept.map(({ id }) => id)),
  };
  const asked = byQuestion(facetsOf(kept, voices)).map((facets) =>
    ask(story, withEventDays(facets), drawing),
  );
  const placed = asked.toSorted((a, b) => byWeight(a.question, b.question));
  const questions = partsOf(placed.map(({ question, assertions }) => ({ question, assertions })));
  const entries = placed.flatMap(entriesOf).toSorted((a, b) => byArrival(a, b, facts));
  return {
    story,
    questions,
    assertions: placed.flatMap(({ assertions }) => assertions),
    entries,
    responses: answer(responses, entries),
    copies: copies.toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
    rejected,
    corrections: standing(corrections),
  };
}

/** By publication, undated articles last; then by article and place in it. */
function byArrival(a: Claim, b: Claim, facts: Facts): number {
  const [x, y] = [a, b].map(({ article }) => facts.get(article)?.published ?? '9999') as [string, string];
  if (x !== y) return x < y ? -1 : 1;
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return a.figure.start - b.figure.start || (a.id < b.id ? -1 : 1);
}

/** What every question of a ledger is drawn with. */
interface Drawing {
  readonly facts: Facts;
  readonly book: Codebook;
  readonly responses: readonly Response[];
  /** Ids of the claims that nobody marked wrong. */
  readonly kept: ReadonlySet<string>;
}

function ask(story: Story, facets: readonly Facet[], drawing: Drawing): Asked {
  const { facts, book } = drawing;
  const inOrder = facets.toSorted((a, b) => byArrival(a.claim, b.claim, facts));
  const claims = inOrder.flatMap((facet) => facet.claims).toSorted((a, b) => byArrival(a, b, facts));
  const id = idOf('question', claims[0]!.id);
  const groups = byAssertion(inOrder);
  const assertions = groups.map((group) => assert(id, group, facts));
  const dated = assertions.map((assertion, i) => dateOf(assertion, groups[i]!, facts, assertions));
  const { measure, predicate } = measureOf(claims);
  const { relations, standing } = relationsOf(dated, measure);
  const scope = mostFrequent(claims.map((claim) => claim.scope))!;
  const estimate = estimateOf(
    standing.map(({ assertion, said }) => ({ assertion, day: said })),
    measure,
    book,
    responsesTo(claims, drawing),
  );
  const question: Question = {
    id,
    story: story.id,
    measure,
    predicate,
    group: groupWords(claims),
    place: mostFrequent(claims.flatMap(({ place }) => place?.name ?? [])),
    scope,
    when: spanOf(
      claims.map(({ when }) => when),
      scope,
    ),
    unit: claims[0]!.figure.unit,
    per: claims[0]!.figure.per,
    assertions: assertions.map((assertion) => assertion.id),
    originators: countOriginators(groups),
    outlets: new Set(assertions.flatMap(({ outlets }) => outlets)).size,
    codebook: book.name,
    relations,
    ...estimate,
  };
  return { question, assertions, claims };
}

/** What most of the claims measure, of those of which it was read. */
function measureOf(claims: readonly Claim[]): Pick<Claim, 'measure' | 'predicate'> {
  const named = claims.filter(({ measure }) => measure !== 'other');
  return mostFrequent(named.length ? named : claims, ({ measure }) => measure)!;
}

/** The responses that answer one of these claims before any other that the ledger keeps, as `answer` places them. */
function responsesTo(claims: readonly Claim[], { responses, kept }: Drawing): readonly Response[] {
  const ids = new Set(claims.map(({ id }) => id));
  return responses.filter((response) => ids.has(response.claims.find((id) => kept.has(id)) ?? ''));
}

/** Distinct originators; an outlet that only says what a source of its own article says is none. */
function countOriginators(groups: readonly Asserted[]): number {
  const sourced = groups.filter(({ voice }) => voice.kind !== 'outlet').flatMap(({ facets }) => facets);
  const own = groups.filter(
    ({ voice, facets }) => voice.kind !== 'outlet' || !facets.every((facet) => isSourced(facet, sourced)),
  );
  return new Set((own.length ? own : groups).map(({ voice }) => voice.key)).size;
}

const isSourced = (facet: Facet, sourced: readonly Facet[]): boolean => {
  const told = sourced.filter((other) => sameFigure(other.claim.figure, facet.claim.figure));
  return [...facet.articles].every((article) => told.some(({ articles }) => articles.has(article)));
};

function assert(question: string, { voice, facets }: Asserted, facts: Facts): Assertion {
  const claims = facets.flatMap((facet) => facet.claims).toSorted((a, b) => byArrival(a, b, facts));
  const main = claims.find(({ headline }) => !headline) ?? claims[0]!;
  const { low, high, bound, unit, per } = main.figure;
  const articles = unique(claims.map(({ article }) => article));
  return {
    id: idOf('assertion', claims[0]!.id),
    question,
    originator: voice.name,
    kind: voice.kind,
    figure: { low, high, bound, unit, per, texts: unique(claims.map(({ figure }) => figure.text)) },
    on: saidOn(claims),
    when: main.when ?? claims.map(({ when }) => when).find((when) => when !== null) ?? null,
    hedges: unique(claims.flatMap(({ hedges }): readonly Hedge[] => hedges)),
    claims: claims.map(({ id }) => id),
    articles,
    outlets: unique(articles.map((article) => outletOf(facts.get(article)!))),
  };
}

const outletOf = ({ outlet, file }: ArticleFacts): string => outlet ?? nameOfFile(file);

function dateOf(
  assertion: Assertion,
  { voice, facets }: Asserted,
  facts: Facts,
  all: readonly Assertion[],
): Dated {
  const replaced = new Set(facets.flatMap(({ claims }) => claims.flatMap(({ replaces = [] }) => replaces)));
  const published = assertion.articles.flatMap((article) => facts.get(article)?.published ?? []).sort();
  const said = assertion.on?.to ?? assertion.on?.from ?? published[0];
  const carriedOn = published.at(-1) ?? null;
  return {
    assertion,
    voiceKey: voice.key,
    said: said === undefined ? 0 : dayNumber(said),
    carried: carriedOn === null ? 0 : dayNumber(carriedOn),
    carriedOn,
    replaces: new Set(
      all.flatMap(({ id, claims }) =>
        id !== assertion.id && claims.some((claim) => replaced.has(claim)) ? id : [],
      ),
    ),
  };
}

function entriesOf({ question, assertions, claims }: Asked): readonly Entry[] {
  const assertionOf = new Map(assertions.flatMap(({ id, claims }) => claims.map((claim) => [claim, id])));
  return claims.map((claim) => ({
    ...claim,
    story: question.story,
    question: question.id,
    assertion: assertionOf.get(claim.id)!,
  }));
}

/** Each response with the question of the first claim that it answers. */
function answer(responses: readonly Response[], entries: readonly Entry[]): readonly Answered[] {
  const questionOf = new Map(entries.map(({ id, question }) => [id, question]));
  return responses
    .toSorted((a, b) =>
      a.article === b.article ? a.start - b.start || (a.id < b.id ? -1 : 1) : a.article < b.article ? -1 : 1,
    )
    .map((response) => ({
      ...response,
      question: response.claims.map((id) => questionOf.get(id)).find((id) => id !== undefined) ?? null,
    }));
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
