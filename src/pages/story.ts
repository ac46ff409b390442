import { html } from 'hono/html';
import type { Question } from '../ledger/ledger.ts';
import { byWeight } from '../ledger/order.ts';
import {
  dayWords,
  intervalWords,
  MEASURE_WORDS,
  numberWords,
  SCOPE_WORDS,
  unitWords,
} from '../ledger/words.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import type { Html } from './html.ts';
import { questionSection } from './question.ts';
import { count, linked, named, shown } from './shown.ts';
import type { Shown } from './view.ts';

/** Counts of a whole story, of which a page may show a part. */
export interface Totals {
  readonly articles: number;
  readonly outlets: number;
  readonly originators: number;
  readonly assertions: number;
  readonly questions: number;
}

export function totalsOf({ ledger, articles }: Pick<Shown, 'ledger' | 'articles'>): Totals {
  const { assertions, questions, story } = ledger;
  return {
    articles: story.articles.length,
    outlets: new Set([...articles.values()].map(({ outlet, file }) => outlet ?? nameOfFile(file))).size,
    originators: new Set(assertions.map(({ originator }) => originator)).size,
    assertions: assertions.length,
    questions: questions.length,
  };
}

/** The story's name, its days, and how many voices stand behind how many outlets. */
export function storyHead({ ledger, links }: Shown, totals: Totals): Html {
  const { story } = ledger;
  return html`<header class="story"><h1>${linked(story.title, links.story(story.id))}</h1>
<p class="lead"><b class="number">${count(totals.originators, 'originator')}</b> behind <b class="number">${count(totals.outlets, 'outlet')}</b>
<span class="quiet">· ${intervalWords({ from: story.from, to: story.to }) || 'undated'} · ${count(totals.articles, 'article')} · ${count(totals.questions, 'question')} · ${count(totals.assertions, 'assertion')}</span></p></header>`;
}

/** Radio buttons that show one codebook's numbers; they work by the style sheet alone. */
export function codebookSwitch({ codebooks, codebook }: Shown): Html {
  return html`<fieldset class="codebooks"><legend>Codebook</legend>${codebooks.map(
    ({ name, title }, i) =>
      html`<label title="${title}"><input type="radio" name="codebook" id="codebook${i}" value="${name}"${name === codebook ? html` checked` : ''}>${name}</label>`,
  )}</fieldset>`;
}

/** What is asked, each with its numbers: the way into the page. */
export function questionList(questions: readonly Question[], { codebooks }: Shown): Html {
  return html`<nav class="asked" aria-label="Questions"><ol>${questions.map((question) => {
    const { id, measure, predicate, group, place, scope, originators, relations } = question;
    const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
    return html`<li><a href="#q-${id}"><b>${named(asked, 60)}</b> ${named(group, 90)}${place ? html`, ${named(place, 60)}` : ''}</a>
<span class="quiet">${SCOPE_WORDS[scope]} · ${count(originators, 'originator')}${relations.some(({ kind }) => kind === 'differs') ? html` · <span class="differs">in conflict</span>` : ''}</span>
${codebooks.map(({ estimates }, i) => html`<span class="by by${i} number">${range(estimates.get(id) ?? question, question)}</span>`)}</li>`;
  })}</ol></nav>`;
}

/** More questions than this are counted; a search finds them. */
const MOST_LISTED = 300;

/** Every question of a story whose ledger goes over several pages, folded. */
export function questionIndex(questions: readonly Question[]): Html {
  return html`<details class="index"><summary>All ${questions.length} questions</summary><ol>${questions
    .slice(0, MOST_LISTED)
    .map(({ id, measure, predicate, group, place, assertions }) => {
      const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
      return html`<li><a href="/question/${id}"><b>${named(asked, 40)}</b> ${named(group, 60)}${place ? html`, ${named(place, 40)}` : ''}</a> <span class="quiet">${assertions.length}</span></li>`;
    })}</ol>${questions.length > MOST_LISTED ? html`<p class="quiet">and ${questions.length - MOST_LISTED} more, on the pages that follow</p>` : ''}</details>`;
}

function range(
  { low, best, high }: Pick<Question, 'low' | 'best' | 'high'>,
  { unit, per }: Question,
): Html | string {
  const words = unitWords(unit, per);
  if (low === best && best === high) return `${numberWords(best)}${words}`;
  return html`<span class="quiet">${numberWords(low)} –</span> ${numberWords(best)} <span class="quiet">– ${numberWords(high)}</span>${words}`;
}

/** Questions as they are shown, the weightiest first. */
export const inOrder = (questions: readonly Question[]): readonly Question[] => questions.toSorted(byWeight);

/** The story's questions in full. */
export const questionSections = (questions: readonly Question[], page: Shown): Html =>
  html`${questions.map((question) => questionSection(question, page))}`;

const BASIS = { stated: '', given: ' (given)', inferred: ' (inferred)' } as const;

/** The articles that were read, by day. */
export function articleList(articles: readonly Article[], { links }: Pick<Shown, 'links'>): Html {
  return html`<section class="articles" aria-labelledby="articles"><h2 id="articles">Articles read</h2>
<table><thead><tr><th scope="col">Published</th><th scope="col">Outlet</th><th scope="col">Title</th><th scope="col">Credits</th></tr></thead><tbody>${articles
    .toSorted(byDay)
    .map((article) => articleRow(article, links))}</tbody></table></section>`;
}

const byDay = (a: Article, b: Article): number => {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.file < b.file ? -1 : 1;
};

function articleRow(article: Article, links: Shown['links']): Html {
  const { id, published, publishedBasis, outlet, title, file, credits } = article;
  const href = links.article(id);
  const own = href.startsWith('#') ? null : href;
  const others = credits.filter(({ role }) => role !== 'byline').map(({ name, role }) => `${name} (${role})`);
  return html`<tr id="r-${id}"><td class="day" data-label="Published">${dayWords(published)}${publishedBasis ? BASIS[publishedBasis] : ''}</td>
<td data-label="Outlet">${named(outlet ?? nameOfFile(file))}</td><td data-label="Title">${linked(title ?? 'Untitled', own)} <span class="quiet file">${named(file, 90)}</span></td><td data-label="Credits" class="quiet">${shown(others.join(', '))}</td></tr>`;
}
