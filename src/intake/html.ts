import type { Article } from '../text/article.ts';
import { blocksFrom, labelPassages } from './blocks.ts';
import { creditsOf } from './credits.ts';
import { datelineOf } from './dateline.ts';
import { languageOf } from './language.ts';
import type { Origin } from './origin.ts';
import { findBody } from './page-body.ts';
import { pageText } from './page-lines.ts';
import { treeOf } from './tree.ts';

/** The report of an HTML page; its `text` is the page's visible words, a line a block. */
export function articleFromHtml(html: string, origin: Origin): Article {
  const { root } = treeOf(html);
  const { text, lines } = pageText(root);
  const body = findBody(root, lines, null);
  const labelled = labelPassages(lines, origin.title ?? null, body.hints);
  const blocks = blocksFrom(labelled);
  return {
    id: origin.id,
    file: origin.file,
    url: null,
    title: null,
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
