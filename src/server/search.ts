import { Hono } from 'hono';
import { HEDGE_WORDS, MEASURE_WORDS } from '../ledger/words.ts';
import { documentOf } from '../pages/document.ts';
import { type Asked, type Results, searchBody } from '../pages/search.ts';
import type { Hedge, Measure } from '../reading/claim.ts';
import { END, HIT, type Sought } from '../store/search.ts';
import type { Store } from '../store/store.ts';
import { isDay } from '../text/interval.ts';
import { Refused } from './errors.ts';
import { type Context, numberIn, type Site } from './site.ts';

const EACH = 20;

export function searchRoutes({ store }: Site): Hono {
  const app = new Hono();
  app.get('/search', (context) => {
    const asked = askedBy(context);
    const page = numberIn(context, 'page', 1);
    const body = searchBody(resultsOf(store, asked, page));
    return context.html(documentOf({ title: asked.q || 'Search', here: '/search', words: asked.q, body }));
  });
  return app;
}

const MOST_WORDS = 400;

/** What the query asks. @throws Refused quoting a value that cannot be looked for */
export function askedBy(context: Context): Asked {
  const value = (name: string): string => (context.req.query(name) ?? '').trim();
  const asked = {
    q: value('q'),
    measure: value('measure'),
    originator: value('originator'),
    outlet: value('outlet'),
    from: value('from'),
    to: value('to'),
    hedge: value('hedge'),
  };
  const long = Object.entries(asked).find(([, words]) => words.length > MOST_WORDS);
  if (long)
    throw new Refused(
      'bad-request',
      `"${long[0]}" is ${long[1].length} characters long; at most ${MOST_WORDS} are looked for`,
    );
  for (const name of ['from', 'to'] as const)
    if (asked[name] && !isDay(asked[name]))
      throw new Refused(
        'bad-request',
        `"${name}" is a day as 2024-12-26, not ${JSON.stringify(asked[name])}`,
      );
  oneOf('measure', asked.measure, MEASURE_WORDS);
  oneOf('hedge', asked.hedge, HEDGE_WORDS);
  return asked;
}

function oneOf(name: string, value: string, words: Readonly<Record<string, string>>): void {
  if (value && !Object.hasOwn(words, value))
    throw new Refused(
      'bad-request',
      `"${name}" is one of ${Object.keys(words).join(', ')}, not ${JSON.stringify(value)}`,
    );
}

/** The same as the store takes it: only what is given. */
export function soughtBy({ q, measure, originator, outlet, from, to, hedge }: Asked): Sought {
  return {
    ...(q && { words: q }),
    ...(measure && { measure: measure as Measure }),
    ...(originator && { originator }),
    ...(outlet && { outlet }),
    ...(from && { from }),
    ...(to && { to }),
    ...(hedge && { hedge: hedge as Hedge }),
  };
}

/** Words alone find articles; filters, with or without words, find claims. */
function resultsOf(store: Store, asked: Asked, page: number): Results {
  const { q, ...filters } = asked;
  const offset = (page - 1) * EACH;
  const none: Results = { asked, hits: [], claims: [], page, more: false, hit: [HIT!, END!] };
  if (!Object.values(filters).some(Boolean)) {
    const { found, more } = store.articlesWith(q, offset, EACH);
    const articles = new Map(
      store.articles(found.map(({ article }) => article)).map((article) => [article.id, article]),
    );
    const hits = found.map(({ article, title, snippet }) => ({
      article: articles.get(article)!,
      title,
      snippet,
      claims: store.entriesIn(article).length,
    }));
    return { ...none, hits, more };
  }
  const { found, more } = store.claimsWith(soughtBy(asked), offset, EACH);
  const articles = new Map(
    store.articles(found.map(({ article }) => article)).map((article) => [article.id, article]),
  );
  const entries = found.flatMap(({ entry }) => store.entry(entry) ?? []);
  const assertions = new Map(
    store.assertions(entries.map(({ assertion }) => assertion)).map((one) => [one.id, one]),
  );
  const claims = entries.map((entry) => ({
    entry,
    article: articles.get(entry.article)!,
    assertion: assertions.get(entry.assertion) ?? null,
  }));
  return { ...none, claims, more };
}
