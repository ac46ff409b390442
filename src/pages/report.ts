import { html, raw } from 'hono/html';
import type { Html } from './html.ts';
import { WITHIN } from './links.ts';
import { clipped, shown } from './shown.ts';
import { sourcesBody } from './sources.ts';
import {
  articleList,
  codebookSwitch,
  inOrder,
  questionList,
  questionSections,
  storyHead,
  totalsOf,
} from './story.ts';
import { STYLE } from './style.ts';
import { shownOf, type Told } from './view.ts';

export type { Told } from './view.ts';

/** The policy of a page that asks nobody for anything: its own style, and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The ledgers as one self-contained HTML page: no script, nothing loaded from elsewhere, every captured word escaped. Its
 * codebook switch works by style alone, and opens with the codebook of the ledger.
 */
export function reportPage(stories: readonly Told[]): string {
  const title = stories.length === 1 ? stories[0]!.ledger.story.title : `${stories.length} stories`;
  const pages = stories.map((told) => shownOf(told, WITHIN));
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${shown(clipped(title, 100))} · Hearsay</title><style>${raw(STYLE)}</style></head>
<body><main>${pages[0] ? codebookSwitch(pages[0]) : html`<p>No story.</p>`}${pages.map((page): Html => {
    const questions = inOrder(page.ledger.questions);
    return html`<article>${storyHead(page, totalsOf(page))}${questionList(questions, page)}${questionSections(questions, page)}${sourcesBody(page)}${articleList([...page.articles.values()], page)}</article>`;
  })}</main>
<footer><p>Hearsay lists what is said and by whom. It does not say what is true.</p></footer></body></html>
`);
}
