import { html } from 'hono/html';
import type { Html } from './html.ts';
import { clipped, shown } from './shown.ts';

/** A page of the server. */
export interface Document {
  readonly title: string;
  readonly body: Html;
  /** Which of the site's places it is. */
  readonly here?: '/' | '/search' | '/add' | '/corrections';
  /** What stands in the search field. */
  readonly words?: string;
  /** Ask for the page again after so many seconds: work goes on. */
  readonly again?: number;
}

const PLACES = [
  ['/', 'Stories'],
  ['/search', 'Search'],
  ['/add', 'Add'],
  ['/corrections', 'Corrections'],
] as const;

/** The whole page. Style and script have addresses of their own, so that the policy allows none within. */
export function documentOf({ title, body, here, words = '', again }: Document): string {
  return `${html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${again === undefined ? '' : html`<meta http-equiv="refresh" content="${again}">`}
<title>${shown(clipped(title, 100)).trim() || 'Untitled'} · Hearsay</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/style.css"><script src="/script.js" defer></script></head>
<body><a class="skip" href="#main">To the content</a>
<header class="site"><div><a class="brand" href="/">Hearsay</a><nav aria-label="Site">${PLACES.map(
    ([href, name]) => html`<a href="${href}"${href === here ? html` aria-current="page"` : ''}>${name}</a>`,
  )}</nav>
<form action="/search" role="search"><label class="away" for="site-search">Search all articles</label><input id="site-search" type="search" name="q" value="${shown(words)}" placeholder="Search all articles"><button>Search</button></form></div></header>
<main id="main" tabindex="-1">${body}</main>
<footer><p>Hearsay lists what is said and by whom. It does not say what is true.</p></footer></body></html>
`}`;
}

/** Steps through a long list. `from` and `to` count from one. */
export function steps({
  label,
  previous,
  next,
  words,
}: {
  readonly label: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly words: string;
}): Html | string {
  if (!previous && !next) return '';
  const link = (href: string | null, rel: string, name: string): Html =>
    href ? html`<a rel="${rel}" href="${href}">${name}</a>` : html`<span class="quiet">${name}</span>`;
  return html`<nav class="pager" aria-label="${label}">${link(previous, 'prev', 'Previous')} <span>${words}</span> ${link(next, 'next', 'Next')}</nav>`;
}
