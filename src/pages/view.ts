import { codebookNames, DEFAULT_CODEBOOK, loadCodebook } from '../ledger/codebook.ts';
import type { Estimate } from '../ledger/estimate.ts';
import type { Answered, Assertion, Entry, Ledger } from '../ledger/ledger.ts';
import { estimatesBy } from '../ledger/restate.ts';
import type { Article } from '../text/article.ts';
import type { Day } from '../text/interval.ts';
import { answersIn, colourOf } from './colours.ts';
import type { Links } from './links.ts';

/** A story's ledger with the articles that it was drawn from. */
export interface Told {
  readonly ledger: Ledger;
  readonly articles: readonly Article[];
  /** Publication days, where `articles` are not all that carry the ledger. */
  readonly published?: ReadonlyMap<string, Day | null>;
}

/** How much of a ledger a page shows. */
export interface Extent {
  /** So many claims of an assertion are quoted, all where not given; the others are links. */
  readonly mostQuoted?: number;
  /** The assertions of each question that stand in its table; all where not given. */
  readonly rows?: { readonly from: number; readonly most: number };
  /** The codebook that the page opens with; the ledger's own where not given. */
  readonly codebook?: string;
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
  readonly rows: NonNullable<Extent['rows']>;
  readonly codebook: string;
}

const ALL = { from: 0, most: Number.POSITIVE_INFINITY } as const;

export function shownOf(
  told: Told,
  links: Links,
  { mostQuoted = Number.POSITIVE_INFINITY, rows = ALL, codebook }: Extent = {},
): Shown {
  const { ledger } = told;
  const articles = new Map(told.articles.map((article) => [article.id, article]));
  const published = told.published ?? new Map(told.articles.map(({ id, published }) => [id, published]));
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
    colours: colourOf(answersIn(ledger.assertions)),
    codebooks: namesFor(ledger, codebook).map((name) => {
      const book = loadCodebook(name);
      return { name, title: book.title, estimates: estimatesBy(ledger, published, book) };
    }),
    links,
    quoteLink: ({ article, id }) => {
      const own = links.claim(article, id);
      return own === `#c-${id}` ? links.article(article) : own;
    },
    mostQuoted,
    rows,
    codebook: codebook ?? ledger.questions[0]?.codebook ?? DEFAULT_CODEBOOK,
  };
}

/** The codebooks that the page offers: those shipped, and the ledger's own. */
const namesFor = ({ questions }: Ledger, chosen: string | undefined): readonly string[] => [
  ...new Set([...codebookNames(), ...(chosen ? [chosen] : []), ...questions.map(({ codebook }) => codebook)]),
];

function answersByClaim(responses: readonly Answered[]): ReadonlyMap<string, readonly Answered[]> {
  const pairs = responses.flatMap((response) => response.claims.map((claim) => ({ claim, response })));
  return new Map(
    [...Map.groupBy(pairs, ({ claim }) => claim)].map(([claim, some]) => [
      claim,
      some.map(({ response }) => response),
    ]),
  );
}
