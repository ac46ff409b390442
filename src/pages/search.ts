import { html } from 'hono/html';
import type { Assertion, Entry } from '../ledger/ledger.ts';
import { chainWords, dayWords, HEDGE_WORDS, intervalWords, MEASURE_WORDS } from '../ledger/words.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import { steps } from './document.ts';
import type { Html } from './html.ts';
import { clipped, count, named, shown } from './shown.ts';

/** What the form holds, as the user wrote it. */
export interface Asked {
  readonly q: string;
  readonly measure: string;
  readonly originator: string;
  readonly outlet: string;
  readonly from: string;
  readonly to: string;
  readonly hedge: string;
}

/** An article that holds the words. Hits stand between `hit[0]` and `hit[1]`. */
export interface Hit {
  readonly article: Article;
  readonly title: string;
  readonly snippet: string;
  readonly claims: number;
}

/** A claim that fits the filters. */
export interface ClaimHit {
  readonly entry: Entry;
  readonly article: Article;
  readonly assertion: Assertion | null;
}

export interface Results {
  readonly asked: Asked;
  readonly hits: readonly Hit[];
  readonly claims: readonly ClaimHit[];
  readonly page: number;
  readonly more: boolean;
  /** What stands before and after a hit in titles and snippets. */
  readonly hit: readonly [string, string];
}

/** The search page: the form, then articles by their words or claims by the filters. */
export function searchBody(results: Results): Html {
  const { asked, hits, claims, page, more, hit } = results;
  const any = Object.values(asked).some(Boolean);
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  const step = (to: number): string => `/search?${query}${query.size ? '&' : ''}page=${to}`;
  return html`<h1>Search</h1>${form(asked)}${
    any && !hits.length && !claims.length
      ? html`<p class="lead" role="status">Nothing fits. Names are matched from their beginning; every word must occur.</p>`
      : ''
  }${any ? '' : html`<p class="quiet">Words find articles; filters find figures. Put a "phrase" in quotation marks.</p>`}
${hits.length ? html`<ol class="hits">${hits.map((one) => hitItem(one, hit))}</ol>` : ''}${claims.length ? html`<ol class="hits">${claims.map(claimItem)}</ol>` : ''}
${steps({ label: 'Results', previous: page > 1 ? step(page - 1) : null, next: more ? step(page + 1) : null, words: `Page ${page}` })}`;
}

function form(asked: Asked): Html {
  const choice = (name: 'measure' | 'hedge', label: string, words: Readonly<Record<string, string>>): Html =>
    html`<label>${label}<select name="${name}"><option value="">any</option>${Object.entries(words).map(([value, word]) => html`<option value="${value}"${value === asked[name] ? html` selected` : ''}>${word}</option>`)}</select></label>`;
  const field = (name: keyof Asked, label: string, type = 'text'): Html =>
    html`<label>${label}<input name="${name}" type="${type}" value="${shown(asked[name])}"></label>`;
  return html`<form class="filters" action="/search">${field('q', 'Words', 'search')}${choice('measure', 'Measure', MEASURE_WORDS)}${field('originator', 'Originator')}${field('outlet', 'Outlet')}${field('from', 'Said from', 'date')}${field('to', 'to', 'date')}${choice('hedge', 'Hedge', HEDGE_WORDS)}<button>Find</button></form>`;
}

/** A captured text with its hits marked. */
function marked(text: string, [begin, end]: readonly [string, string]): Html {
  const [first = '', ...rest] = text.split(begin);
  return html`${shown(first)}${rest.map((piece) => {
    const [hit = '', ...after] = piece.split(end);
    return html`<mark>${shown(hit)}</mark>${shown(after.join(''))}`;
  })}`;
}

function hitItem({ article, title, snippet, claims }: Hit, hit: readonly [string, string]): Html {
  return html`<li><h2><a href="/article/${article.id}"><bdi>${title.trim() ? marked(clipped(title, 300), hit) : 'Untitled'}</bdi></a></h2>
<p class="quiet">${named(article.outlet ?? nameOfFile(article.file), 80)} · ${dayWords(article.published)} · ${count(claims, 'claim')}</p>
<p class="snippet"><bdi>${marked(snippet, hit)}</bdi></p></li>`;
}

function claimItem({ entry, article, assertion }: ClaimHit): Html {
  const { figure, sentence, counted, measure, predicate, hedges, on } = entry;
  const before = article.text.slice(Math.min(sentence.start, figure.start), figure.start).slice(-240);
  const after = article.text.slice(figure.end, Math.max(sentence.end, figure.end)).slice(0, 240);
  const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
  return html`<li><h2><a href="/assertion/${entry.assertion}"><b>${named(figure.text, 60)}</b> ${named(asked, 40)}, ${named(counted.group, 80)}</a></h2>
<p class="quiet">${named(assertion?.originator ?? chainWords(entry), 120)} · ${intervalWords(on) || dayWords(article.published)}${hedges.length ? ` · ${hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')}` : ''}</p>
<p class="snippet"><bdi>${shown(before)}<mark>${shown(figure.text)}</mark>${shown(after)}</bdi> <a class="quiet" href="/article/${article.id}#c-${entry.id}">${named(article.outlet ?? nameOfFile(article.file), 60)}</a></p></li>`;
}
