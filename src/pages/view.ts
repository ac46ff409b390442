import { codebookNames, DEFAULT_CODEBOOK, loadCodebook } from '../ledger/codebook.ts';
import type { Estimate } from '../ledger/estimate.ts';
import type { Answered, Assertion, Entry, Ledger } from '../ledger/ledger.ts';
import { estimatesBy } from '../ledger/restate.ts';
import type { Article } from '../text/article.ts';
import type { Day } from '../text/interval.ts';
import { colourOf } from './colours.ts';
import type { Links } from './links.ts';

/** A story's ledger with the articles that it was drawn from. */
export interface Told {
  readonly ledger: Ledger;
  readonly articles: readonly Article[];
}

/** A codebook with the numbers that it gives each question. */
export interface Drawn {
  readonly name: string;
  readonly title: string;
  readonly estimates: ReadonlyMap<string, Estimate>;
}

/** What the parts of a story's page draw on: the ledger, looked up from every side. */
export interface Shown {
  readonly ledger: Ledger;
  readonly articles: ReadonlyMap<string, Article>;
  readonly assertions: ReadonlyMap<string, Assertion>;
  /** By question. */
  readonly byQuestion: ReadonlyMap<string, readonly Assertion[]>;
  readonly entriesOf: ReadonlyMap<string, readonly Entry[]>;
  /** By claim. */
  readonly answersOf: ReadonlyMap<string, readonly Answered[]>;
  /** By assertion: publication days of its articles. */
  readonly carried: ReadonlyMap<string, readonly Day[]>;
  readonly colours: ReadonlyMap<string, number>;
  readonly codebooks: readonly Drawn[];
  readonly links: Links;
  /** Where a quotation's own article is. */
  readonly quoteLink: (entry: Entry) => string;
  /** So many claims of an assertion are quoted; the others are links. */
  readonly mostQuoted: number;
}

export function shownOf(told: Told, links: Links, mostQuoted = Number.POSITIVE_INFINITY): Shown {
  const { ledger } = told;
  const articles = new Map(told.articles.map((article) => [article.id, article]));
  const published = new Map(told.articles.map(({ id, published }) => [id, published]));
  const daysOf = ({ articles: carriers }: Assertion): readonly Day[] =>
    carriers.flatMap((id) => published.get(id) ?? []);
  return {
    ledger,
    articles,
    assertions: new Map(ledger.assertions.map((assertion) => [assertion.id, assertion])),
    byQuestion: Map.groupBy(ledger.assertions, ({ question }) => question),
    entriesOf: Map.groupBy(ledger.entries, ({ assertion }) => assertion),
    answersOf: answersByClaim(ledger.responses),
    carried: new Map(ledger.assertions.map((assertion) => [assertion.id, daysOf(assertion)])),
    colours: colourOf(ledger.assertions),
    codebooks: namesFor(ledger).map((name) => {
      const codebook = loadCodebook(name);
      return { name, title: codebook.title, estimates: estimatesBy(ledger, published, codebook) };
    }),
    links,
    quoteLink: ({ article, id }) => {
      const own = links.claim(article, id);
      return own === `#c-${id}` ? links.article(article) : own;
    },
    mostQuoted,
  };
}

/** The codebooks that the page offers: those shipped, and the ledger's own. */
const namesFor = ({ questions }: Ledger): readonly string[] => [
  ...new Set([...codebookNames(), ...questions.map(({ codebook }) => codebook)]),
];

/** The codebook that the ledger was drawn with. */
export const chosenBy = ({ ledger }: Pick<Shown, 'ledger'>): string =>
  ledger.questions[0]?.codebook ?? DEFAULT_CODEBOOK;

function answersByClaim(responses: readonly Answered[]): ReadonlyMap<string, readonly Answered[]> {
  const pairs = responses.flatMap((response) => response.claims.map((claim) => ({ claim, response })));
  return new Map(
    [...Map.groupBy(pairs, ({ claim }) => claim)].map(([claim, some]) => [
      claim,
      some.map(({ response }) => response),
    ]),
  );
}
