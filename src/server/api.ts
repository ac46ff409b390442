import { Hono } from 'hono';
import {
  articleRecord,
  assertionRecord,
  claimRecord,
  copyRecord,
  correctionRecord,
  questionRecord,
  rejectedRecord,
  responseRecord,
  storyRecord,
} from '../export/records.ts';
import { loadCodebook } from '../ledger/codebook.ts';
import type { Ledger, Question } from '../ledger/ledger.ts';
import { estimatesBy } from '../ledger/restate.ts';
import { inOrder } from '../pages/story.ts';
import { givenBy, wantedOf, workOf } from './adding.ts';
import { make, undoOne } from './corrections.ts';
import { Refused } from './errors.ts';
import { openApi } from './openapi.ts';
import { askedBy, soughtBy } from './search.ts';
import { type Context, idIn, numberIn, type Site } from './site.ts';
import { codebookIn, storyOf } from './stories.ts';
import type { Workshop } from './work.ts';

/** A list's page at most. */
const MOST = 500;
const USUAL = 100;

/** The HTTP API: the contract's records, long lists in pages, one shape of errors. */
export function apiRoutes(site: Site, work: Workshop): Hono {
  const { store } = site;
  const app = new Hono();
  app.get('/openapi.json', (context) => context.json(openApi()));
  app.get('/stories', (context) => {
    const { offset, limit } = window(context);
    const { found, more } = store.latestStories(offset, limit);
    return context.json(
      listOf(
        context,
        found.map(({ story }) => storyRecord(story)),
        more,
      ),
    );
  });
  app.get('/stories/:id', (context) => context.json(storyRecord(storyOf(site, idIn(context)))));
  for (const [name, records] of Object.entries(PARTS))
    app.get(`/stories/:id/${name}`, (context) =>
      context.json(sliced(context, records(site, storyOf(site, idIn(context)).id, context))),
    );
  app.get('/articles/:id', (context) => context.json(articleRecord(articleOf(site, context).article)));
  app.get('/articles/:id/claims', (context) => {
    articleOf(site, context);
    return context.json(sliced(context, store.entriesIn(idIn(context)).map(claimRecord)));
  });
  app.get('/search', (context) => context.json(found(site, context)));
  app.get('/corrections', (context) =>
    context.json(sliced(context, store.corrections().map(correctionRecord))),
  );
  app.post('/corrections', async (context) => {
    const body = await jsonIn(context);
    const texts = (name: string): readonly string[] =>
      Array.isArray(body[name]) ? body[name].map(String) : [];
    const asked = {
      kind: text(body, 'kind'),
      stories: texts('stories'),
      articles: texts('articles'),
      claims: texts('claims'),
      note: text(body, 'note'),
    };
    return context.json(correctionRecord(make(site, asked)), 201);
  });
  app.delete('/corrections/:id', (context) => context.json(correctionRecord(undoOne(site, idIn(context)))));
  app.post('/articles', async (context) => {
    const body = await jsonIn(context);
    const given = givenBy(text(body, 'outlet'), text(body, 'published'));
    const { id } = work.start(wantedOf({ text: text(body, 'text'), address: text(body, 'address') }, given));
    context.header('Location', `/api/work/${id}`);
    return context.json(workRecord(workOf(work, id)), 202);
  });
  app.get('/work/:id', (context) => context.json(workRecord(workOf(work, idIn(context)))));
  return app;
}

const workRecord = ({ articles, ...work }: ReturnType<Workshop['start']>): object => ({
  ...work,
  articles: articles.map(({ id }) => id),
});

type Records = (site: Site, story: string, context: Context) => readonly object[];

/** The lists below a story. */
const PARTS: Readonly<Record<string, Records>> = {
  questions: (site, story, context) => restated(site, story, codebookIn(context, site)).map(questionRecord),
  assertions: ({ store }, story) => store.assertionsOf(story).map(assertionRecord),
  claims: ({ store }, story) => store.ledger(story).entries.map(claimRecord),
  responses: ({ store }, story) => store.ledger(story).responses.map(responseRecord),
  rejected: ({ store }, story) => store.ledgerPart(story, []).rejected.map(rejectedRecord),
  corrections: ({ store }, story) => store.ledgerPart(story, []).corrections.map(correctionRecord),
  copies: ({ store }, story) => store.copiesWithin(store.stories([story])[0]!.articles).map(copyRecord),
  articles: ({ store }, story) => store.articles(store.stories([story])[0]!.articles).map(articleRecord),
};

/** The story's questions with the numbers of a codebook. */
function restated({ store }: Site, story: string, codebook: string): readonly Question[] {
  const questions = inOrder(store.questionsOf(story));
  const ledger: Pick<Ledger, 'questions' | 'assertions' | 'responses'> = {
    questions,
    assertions: store.assertionsOf(story),
    responses: store.ledgerPart(story, questions).responses,
  };
  const published = store.published([...new Set(ledger.assertions.flatMap(({ articles }) => articles))]);
  const estimates = estimatesBy(ledger, published, loadCodebook(codebook));
  return ledger.questions.map((question) => {
    const { low, best, high, rule } = estimates.get(question.id) ?? question;
    return { ...question, low, best, high, rule, codebook };
  });
}

function articleOf({ store }: Site, context: Context) {
  const id = idIn(context);
  if (!store.has(id))
    throw new Refused('not-found', `there is no article ${JSON.stringify(id)} in the store`);
  return store.article(id);
}

/** Articles that hold the words, or claims that fit the filters. */
function found({ store }: Site, context: Context): object {
  const asked = askedBy(context);
  const { offset, limit } = window(context);
  const { q, ...filters } = asked;
  if (Object.values(filters).some(Boolean)) {
    const { found, more } = store.claimsWith(soughtBy(asked), offset, limit);
    return listOf(context, found.flatMap(({ entry }) => store.entry(entry) ?? []).map(claimRecord), more);
  }
  if (!q)
    throw new Refused('bad-request', 'nothing is looked for; give "q", or a filter such as "measure=killed"');
  const { found, more } = store.articlesWith(q, offset, limit);
  return listOf(context, store.articles(found.map(({ article }) => article)).map(articleRecord), more);
}

const window = (context: Context): { readonly offset: number; readonly limit: number } => ({
  offset: numberIn(context, 'offset', 0),
  limit: context.req.query('limit') ? numberIn(context, 'limit', 1, MOST) : USUAL,
});

/** One page of a list in hand. */
function sliced(context: Context, records: readonly object[]): object {
  const { offset, limit } = window(context);
  return {
    ...listOf(context, records.slice(offset, offset + limit), offset + limit < records.length),
    total: records.length,
  };
}

/** A page of a list, with the address of the next one. */
function listOf(context: Context, items: readonly object[], more: boolean): object {
  const { offset, limit } = window(context);
  const query = new URLSearchParams(context.req.query());
  query.set('offset', String(offset + limit));
  query.set('limit', String(limit));
  return { items, next: more ? `${context.req.path}?${query}` : null };
}

/** A JSON object of the request. @throws Refused where it is none */
async function jsonIn(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await context.req.json().catch(() => null);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new Refused(
    'bad-request',
    'the request has no JSON object; send one with "Content-Type: application/json"',
  );
}

function text(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name] ?? '';
  if (typeof value === 'string') return value;
  throw new Refused('bad-request', `"${name}" is a text, not ${JSON.stringify(value).slice(0, 80)}`);
}
