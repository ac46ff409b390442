import type { Article } from '../text/article.ts';
import { blocksFrom, labelPassages } from './blocks.ts';
import { creditsOf } from './credits.ts';
import { datelineOf } from './dateline.ts';
import { languageOf } from './language.ts';
import type { Origin } from './origin.ts';
import { findBody } from './page-body.ts';
import { pageFacts } from './page-facts.ts';
import { pageText } from './page-lines.ts';
import { pageTitle } from './page-title.ts';
import { treeOf } from './tree.ts';

/** The report of an HTML page; its `text` is the page's visible words, a line a block. */
export function articleFromHtml(html: string, origin: Origin): Article {
  const { root } = treeOf(html);
  const { text, lines } = pageText(root);
  const facts = pageFacts(root);
  const title = origin.title ?? pageTitle(facts, lines);
  const body = findBody(root, lines, title, null);
  const labelled = labelPassages(lines, title, body.hints);
  const blocks = blocksFrom(labelled);
  return {
    id: origin.id,
    file: origin.file,
    url: null,
    title,
    outlet: null,
    byline: null,
    published: null,
    publishedBasis: null,
    dateline: datelineOf(labelled),
    credits: creditsOf(labelled, null),
    language: languageOf(text),
    text,
    blocks,
  };
}
