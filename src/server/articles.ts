import { Hono } from 'hono';
import { type ArticleView, articleBody, type Carrier } from '../pages/article.ts';
import { documentOf } from '../pages/document.ts';
import { readArticle } from '../reading/read.ts';
import type { Store } from '../store/store.ts';
import { differences } from '../stories/differences.ts';
import { type Article, bareArticle } from '../text/article.ts';
import { Refused } from './errors.ts';
import { idIn, numberIn, type Site } from './site.ts';

/** Longer texts are not read again for a page: their statements and times are not marked. */
const READ_AGAIN = 60_000;

export function articleRoutes({ store }: Site): Hono {
  const app = new Hono();
  app.get('/article/:id', (context) => {
    const id = idIn(context);
    if (!store.has(id))
      throw new Refused('not-found', `there is no article ${JSON.stringify(id)} in the store`);
    const view = viewOf(store, id, numberIn(context, 'part', 1) - 1);
    return context.html(documentOf({ title: view.article.title ?? 'Untitled', body: articleBody(view) }));
  });
  return app;
}

/** Loads what reading an article needs, which takes a second, so that no visitor waits for it. */
export function warm(): void {
  readArticle(bareArticle('', 'Officials said on Monday that at least two people were hurt.'));
}

function viewOf(store: Store, id: string, part: number): ArticleView {
  const { article, claims, responses } = store.article(id);
  const entries = new Map(store.entriesIn(id).map((entry) => [entry.id, entry]));
  const assertions = store.assertions([...new Set([...entries.values()].map(({ assertion }) => assertion))]);
  const again = article.text.length <= READ_AGAIN ? readArticle(article) : null;
  const [takenFrom, takenBy] = carriersOf(store, id);
  const first = takenFrom[0]?.article ?? null;
  return {
    article,
    files: store.files(id),
    story: store.stories(store.storiesWith([id]))[0] ?? null,
    claims,
    responses,
    entries,
    assertions: new Map(assertions.map((assertion) => [assertion.id, assertion])),
    statements: again?.statements ?? null,
    times: again?.times ?? [],
    takenFrom,
    takenBy,
    against:
      first && article.text.length <= READ_AGAIN ? { first, differences: differences(first, article) } : null,
    part,
  };
}

/** The articles that its text came from and those that it went to, the earliest first. */
function carriersOf(store: Store, id: string): readonly [readonly Carrier[], readonly Carrier[]] {
  const copies = store.copiesOf(id);
  const others = new Map(
    store
      .articles(copies.map(({ from, to }) => (from === id ? to : from)))
      .map((article) => [article.id, article]),
  );
  const side = (mine: 'from' | 'to'): readonly Carrier[] =>
    copies
      .filter((copy) => copy[mine] === id)
      .flatMap((copy) => {
        const article = others.get(mine === 'from' ? copy.to : copy.from);
        return article ? [{ copy, article }] : [];
      })
      .sort((a, b) => byDay(a.article, b.article));
  return [side('to'), side('from')];
}

function byDay(a: Article, b: Article): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}
