import { Hono } from 'hono';
import { html } from 'hono/html';
import { loadCodebook } from '../ledger/codebook.ts';
import type { Question } from '../ledger/ledger.ts';
import { bySaidDay } from '../ledger/order.ts';
import { MOST_NAMED } from '../pages/assertion.ts';
import { colourOf } from '../pages/colours.ts';
import { rejectedList } from '../pages/corrections.ts';
import { documentOf, steps } from '../pages/document.ts';
import type { Html } from '../pages/html.ts';
import { SITE } from '../pages/links.ts';
import { sourcesBody } from '../pages/sources.ts';
import { storiesBody } from '../pages/stories.ts';
import {
  articleList,
  codebookSwitch,
  inOrder,
  questionIndex,
  questionList,
  questionSections,
  storyHead,
} from '../pages/story.ts';
import { type Shown, shownOf } from '../pages/view.ts';
import type { Story } from '../stories/story.ts';
import { Refused } from './errors.ts';
import { pagesOf, ROWS } from './paging.ts';
import { type Context, idIn, numberIn, type Site } from './site.ts';

const STORIES = 25;
const ARTICLES = 100;
/** So many articles stand at the foot of the story's page itself. */
const FEW_ARTICLES = 30;
/** So many claims of an assertion are quoted on a story's page. */
const QUOTED = 2;

export function storyRoutes(site: Site): Hono {
  const { store } = site;
  const app = new Hono();
  app.get('/', (context) => {
    const page = numberIn(context, 'page', 1);
    const { found, more } = store.latestStories((page - 1) * STORIES, STORIES);
    const body = storiesBody({ stories: found, total: store.storyTotal(), page, more });
    return context.html(documentOf({ title: 'Stories', here: '/', body }));
  });
  app.get('/story/:id', (context) => context.html(storyPage(site, context)));
  app.get('/story/:id/sources', (context) => context.html(sourcesPage(site, context)));
  app.get('/story/:id/articles', (context) => context.html(articlesPage(site, context)));
  for (const kind of ['question', 'assertion'] as const)
    app.get(`/${kind}/:id`, (context) => context.redirect(addressOf(site, kind, idIn(context)), 303));
  app.get('/claim/:id', (context) => {
    const entry = store.entry(idIn(context));
    if (!entry)
      throw new Refused('not-found', `no ledger has a claim ${JSON.stringify(context.req.param('id'))}`);
    return context.redirect(`/article/${entry.article}#c-${entry.id}`, 303);
  });
  return app;
}

/** @throws Refused where the store has no such story */
export function storyOf({ store }: Site, id: string): Story {
  const [story] = store.stories([id]);
  if (story) return story;
  throw new Refused(
    'not-found',
    `there is no story ${JSON.stringify(id)}; a story's address changes when its first article does`,
  );
}

/** The page and the place on it of a question or an assertion. */
function addressOf({ store }: Site, kind: 'question' | 'assertion', id: string): string {
  const place = store.placeOf(kind, id);
  if (!place) throw new Refused('not-found', `no ledger has a ${kind} ${JSON.stringify(id)}`);
  const { story, question, assertion } = place;
  const pages = pagesOf(inOrder(store.questionsOf(story)));
  const page = pages.findIndex((some) => some.some((one) => one.id === question)) + 1;
  const whole = pages[page - 1]?.find((one) => one.id === question);
  const anchor = assertion ? `a-${assertion}` : `q-${question}`;
  const sorted = whole ? store.ledgerPart(story, [whole]).assertions.toSorted(bySaidDay) : [];
  const row = sorted.findIndex(({ id }) => id === assertion);
  if (whole && row >= ROWS)
    return `/story/${story}?question=${question}&rows=${Math.floor(row / ROWS) + 1}#${anchor}`;
  return `/story/${story}${page > 1 ? `?page=${page}` : ''}#${anchor}`;
}

function storyPage(site: Site, context: Context): string {
  const story = storyOf(site, idIn(context));
  const { store } = site;
  const all = inOrder(store.questionsOf(story.id));
  const one = context.req.query('question');
  const pages = one ? [all.filter(({ id }) => id === one)] : pagesOf(all);
  const page = Math.min(numberIn(context, 'page', 1), pages.length);
  const rows = one ? numberIn(context, 'rows', 1) : 1;
  const questions = pages[page - 1]!;
  const codebook = codebookIn(context, site);
  const view = shownPart({ ...site, codebook }, story, questions, rows);
  const few = story.articles.length <= FEW_ARTICLES;
  const body = html`${storyHead(view, store.storyCounts(story.id))}${tabs(story, '')}${codebookSwitch(view)}
${one ? html`<p><a href="/question/${one}">Among all questions of the story</a></p>` : html`${questionList(questions, view)}${pages.length > 1 ? questionIndex(all) : ''}${stepsOf(story, page, pages.length, codebook)}`}
${questions.length ? questionSections(questions, view) : html`<p class="lead">No figure was found in its articles.</p>`}
${one ? rowSteps(story, questions[0], rows, codebook) : stepsOf(story, page, pages.length, codebook)}
${rejectedList(view.ledger.rejected)}${few ? articleList(store.articles(story.articles), { links: SITE }) : html`<p><a href="/story/${story.id}/articles">All ${story.articles.length} articles</a></p>`}
<p><a href="/correct/story/${story.id}">correct this story</a></p>`;
  return documentOf({ title: story.title, body });
}

/** The codebook that the query names. @throws Refused listing those there are */
export function codebookIn(context: Context, { codebook }: Site): string {
  const name = context.req.query('codebook') ?? codebook;
  try {
    return loadCodebook(name).name;
  } catch (error) {
    throw new Refused('bad-request', (error as Error).message);
  }
}

/** Some questions of a story, with a window of the assertions of each, and the articles that are quoted. */
function shownPart(
  { store, codebook }: Site,
  story: Story,
  questions: readonly Question[],
  page: number,
): Shown {
  const ledger = store.ledgerPart(story.id, questions);
  const rows = { from: (page - 1) * ROWS, most: ROWS };
  const inRows = new Set(
    [...Map.groupBy(ledger.assertions, ({ question }) => question).values()].flatMap((some) =>
      some
        .toSorted(bySaidDay)
        .slice(rows.from, rows.from + rows.most)
        .flatMap(({ claims }) => claims.slice(0, QUOTED + MOST_NAMED)),
    ),
  );
  const quoted = [...ledger.entries.filter(({ id }) => inRows.has(id)), ...ledger.responses];
  const articles = store.articles([...new Set(quoted.map(({ article }) => article))]);
  const published = store.published([...new Set(ledger.assertions.flatMap(({ articles }) => articles))]);
  const shown = shownOf({ ledger, articles, published }, SITE, { mostQuoted: QUOTED, rows, codebook });
  return { ...shown, colours: colourOf(store.answersOf(story.id)) };
}

function stepsOf({ id }: Story, page: number, pages: number, codebook: string): Html | string {
  const at = (to: number): string | null =>
    to >= 1 && to <= pages ? `/story/${id}?page=${to}&codebook=${codebook}` : null;
  return steps({
    label: 'Questions',
    previous: at(page - 1),
    next: at(page + 1),
    words: `Questions, page ${page} of ${pages}`,
  });
}

function rowSteps(
  { id }: Story,
  question: Question | undefined,
  rows: number,
  codebook: string,
): Html | string {
  if (!question) return '';
  const pages = Math.ceil(question.assertions.length / ROWS);
  const at = (to: number): string | null =>
    to >= 1 && to <= pages ? `/story/${id}?question=${question.id}&rows=${to}&codebook=${codebook}` : null;
  return steps({
    label: 'Assertions',
    previous: at(rows - 1),
    next: at(rows + 1),
    words: `Assertions, page ${rows} of ${pages}`,
  });
}

const TABS = [
  ['', 'Ledger'],
  ['/sources', 'Sources'],
  ['/articles', 'Articles'],
] as const;

function tabs({ id }: Story, here: (typeof TABS)[number][0]): Html {
  return html`<nav class="tabs" aria-label="Story">${TABS.map(
    ([path, name]) =>
      html`<a href="/story/${id}${path}"${path === here ? html` aria-current="page"` : ''}>${name}</a>`,
  )}</nav>`;
}

function sourcesPage(site: Site, context: Context): string {
  const story = storyOf(site, idIn(context));
  const { store } = site;
  const ledger = {
    ...store.ledgerPart(story.id, []),
    assertions: store.assertionsOf(story.id),
    copies: store.copiesWithin(story.articles),
  };
  const view = shownOf({ ledger, articles: store.articles(story.articles) }, SITE, {
    codebook: site.codebook,
  });
  const body = html`${storyHead(view, store.storyCounts(story.id))}${tabs(story, '/sources')}${sourcesBody(view)}`;
  return documentOf({ title: `Sources of ${story.title}`, body });
}

function articlesPage(site: Site, context: Context): string {
  const story = storyOf(site, idIn(context));
  const { store } = site;
  const page = numberIn(context, 'page', 1);
  const ids = story.articles.slice((page - 1) * ARTICLES, page * ARTICLES);
  const pages = Math.ceil(story.articles.length / ARTICLES);
  const at = (to: number): string | null =>
    to >= 1 && to <= pages ? `/story/${story.id}/articles?page=${to}` : null;
  const view = shownOf({ ledger: store.ledgerPart(story.id, []), articles: [] }, SITE, {
    codebook: site.codebook,
  });
  const body = html`${storyHead(view, store.storyCounts(story.id))}${tabs(story, '/articles')}${articleList(store.articles(ids), { links: SITE })}${steps({ label: 'Articles', previous: at(page - 1), next: at(page + 1), words: `Page ${page} of ${pages}` })}`;
  return documentOf({ title: `Articles of ${story.title}`, body });
}
