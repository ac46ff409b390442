import { html, raw } from 'hono/html';
import type { Ledger } from '../ledger/ledger.ts';
import { byWeight } from '../ledger/order.ts';
import { dayWords, estimateWords, intervalWords, questionWords } from '../ledger/words.ts';
import type { Article } from '../text/article.ts';
import { colourOf } from './colours.ts';
import { questionSection } from './question.ts';
import { clipped, shown } from './shown.ts';
import { STYLE } from './style.ts';

type Html = ReturnType<typeof html>;

/** A story's ledger with the articles that it was drawn from. */
export interface Told {
  readonly ledger: Ledger;
  readonly articles: readonly Article[];
}

/** The ledgers as one self-contained HTML page: no script, nothing loaded from elsewhere, every captured word escaped. */
export function reportPage(stories: readonly Told[]): string {
  const title = stories.length === 1 ? stories[0]!.ledger.story.title : `${stories.length} stories`;
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${shown(clipped(title, 100))} · Hearsay</title><style>${raw(STYLE)}</style></head>
<body>${stories.map(storyPart)}
<footer><p>Hearsay lists what is said and by whom. It does not say what is true.</p></footer></body></html>
`);
}

function storyPart({ ledger, articles }: Told): Html {
  const questions = [...ledger.questions].sort(byWeight);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const page = { ledger, articles: byId, colours: colourOf(ledger.assertions) };
  const { story } = ledger;
  return html`<header><h1><bdi>${shown(story.title)}</bdi></h1>
<ul class="facts"><li><b>${intervalWords({ from: story.from, to: story.to }) || 'undated'}</b></li><li><b>${articles.length}</b> articles</li>
<li><b>${new Set(ledger.assertions.map(({ originator }) => originator)).size}</b> originators</li><li><b>${ledger.assertions.length}</b> assertions</li></ul></header>
<main><nav aria-label="Questions"><ol>${questions.map(
    (question) =>
      html`<li><a href="#q-${question.id}"><bdi>${shown(questionWords(question))}</bdi></a><span class="number">${estimateWords(question)}</span></li>`,
  )}</ol></nav>
${questions.map((question) => questionSection(question, page))}
<section class="question" aria-labelledby="s-${story.id}"><h2 id="s-${story.id}">Articles read</h2>
<table class="articles"><tbody>${[...articles].sort(byDay).map(articleRow)}</tbody></table></section></main>`;
}

const byDay = (a: Article, b: Article): number => {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.file < b.file ? -1 : 1;
};

const BASIS = { stated: '', given: ' (given)', inferred: ' (inferred from its siblings)' } as const;

function articleRow({ id, published, publishedBasis, outlet, title, file, credits }: Article): Html {
  const named = credits.filter(({ role }) => role !== 'byline').map(({ name, role }) => `${name} (${role})`);
  return html`<tr id="r-${id}"><td>${dayWords(published)}${publishedBasis ? BASIS[publishedBasis] : ''}</td>
<td><b><bdi>${shown(outlet ?? 'Outlet not known')}</bdi></b><br><bdi>${shown(title ?? '')}</bdi></td>
<td class="quiet"><bdi>${shown(file)}</bdi>${named.length ? html`<br>${shown(named.join(', '))}` : ''}</td></tr>`;
}
