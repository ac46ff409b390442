import { html } from 'hono/html';
import { dayWords } from '../ledger/words.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import type { Html } from './html.ts';
import { count, named, titled } from './shown.ts';

/** What adding came to so far. */
export interface Work {
  readonly id: string;
  readonly state: 'reading' | 'done' | 'failed';
  /** What it is doing, in plain words. */
  readonly words: string;
  readonly done: number;
  readonly total: number;
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
  readonly articles: readonly Article[];
  readonly stories: readonly { readonly id: string; readonly title: string }[];
}

/** The forms by which reports are added. */
export function addBody(mostMegabytes: number): Html {
  return html`<h1>Add reports</h1><p class="lead quiet">Each is read at once and joins the ledger of its story. The same report twice changes nothing.</p>
<div class="ways"><form method="post" action="/add" enctype="multipart/form-data"><h2>Paste a text</h2>
<label>Text of the report<textarea name="text" rows="10" required></textarea></label>${facts()}<button>Read the text</button></form>
<form method="post" action="/add" enctype="multipart/form-data"><h2>Give an address</h2>
<label>Address of the page<input type="url" name="address" required placeholder="https://"></label><p class="quiet small">Only http and https; nothing is fetched from private networks.</p><button>Fetch and read</button></form>
<form method="post" action="/add" enctype="multipart/form-data" class="drop"><h2>Files</h2>
<label>Choose files, or drop them here<input type="file" name="files" multiple required></label><p class="quiet small">Text, saved pages, JSONL; together at most ${mostMegabytes} MB.</p><button>Read the files</button></form></div>`;
}

const facts = (): Html =>
  html`<div class="row"><label>Outlet <span class="quiet">if you know it</span><input name="outlet"></label><label>Published <span class="quiet">if you know it</span><input name="published" type="date"></label></div>`;

/** How far adding is, and what it brought. */
export function workBody({ state, words, done, total, problems, articles, stories }: Work): Html {
  const title = { reading: 'Reading', done: 'Read', failed: 'Not read' }[state];
  return html`<div data-work="${state}"><h1>${title}</h1><p class="lead" role="status">${words}</p>
${state === 'reading' ? html`<progress max="${Math.max(1, total)}" value="${done}">${done} of ${total}</progress>` : ''}
${problems.length ? html`<h2>${count(problems.length, 'problem')}</h2><ul class="problems">${problems.map(({ file, reason }) => html`<li><b>${named(file, 120)}</b> ${named(reason, 400)}</li>`)}</ul>` : ''}
${stories.length ? html`<h2>In ${count(stories.length, 'story').replace(/storys$/, 'stories')}</h2><ul>${stories.map(({ id, title: name }) => html`<li><a href="/story/${id}">${titled(name)}</a></li>`)}</ul>` : ''}
${articles.length ? html`<h2>${count(articles.length, 'article')}</h2><ul>${articles.map(({ id, title: name, outlet, file, published }) => html`<li><a href="/article/${id}">${titled(name ?? nameOfFile(file), 160)}</a> <span class="quiet">${named(outlet ?? nameOfFile(file), 60)}, ${dayWords(published)}</span></li>`)}</ul>` : ''}
${state === 'reading' ? '' : html`<p><a href="/add">Add more</a></p>`}</div>`;
}
