import type { Article } from '../text/article.ts';
import { blocksFrom, type Labelled } from './blocks.ts';
import { creditsOf } from './credits.ts';
import { datelineOf } from './dateline.ts';
import { languageOf } from './language.ts';
import type { Origin } from './origin.ts';
import { hostOf, outletIn } from './outlet.ts';
import { pageDay } from './page-day.ts';
import { metaOf, type PageFacts, pageFacts } from './page-facts.ts';
import { lookAt } from './page-hidden.ts';
import { pageText } from './page-lines.ts';
import { pageByline, pageOutlet } from './page-people.ts';
import { pageTitle } from './page-title.ts';
import { dayOfStamp } from './published.ts';
import { stateOf } from './states.ts';
import { treeOf } from './tree.ts';

/** The report of an HTML page; its `text` is the page's visible words, a line a block. */
export const articleFromHtml = (html: string, origin: Origin): Article => readPage(html, origin).article;

/** The same, with how deep the page's tags are nested. */
export function readPage(
  html: string,
  origin: Origin,
): { readonly article: Article; readonly depth: number } {
  const { root: page, depth } = treeOf(html);
  const facts = pageFacts(page);
  const shown = pageText(page);
  const title = origin.title ?? pageTitle(facts, shown.lines);
  const {
    text,
    lines,
    labelled,
    body: { root },
  } = lookAt(page, shown, facts, title);
  const url = addressOf(facts, origin.url ?? null);
  const byline = origin.byline ?? pageByline(facts, lines);
  const given = origin.given?.published ?? null;
  const stated = dayOfStamp(origin.published) ?? pageDay({ facts, labelled, lines, url, root, html });
  const state = stateOf(labelled, facts);
  const article: Article = {
    id: origin.id,
    file: origin.file,
    url,
    title,
    outlet: origin.given?.outlet ?? origin.outlet ?? pageOutlet(facts) ?? hostOf(url) ?? outletIn(labelled),
    byline,
    published: given ?? stated,
    publishedBasis: given ? 'given' : stated ? 'stated' : null,
    dateline: datelineOf(labelled),
    credits: creditsOf(labelled, byline),
    language: languageOf(keptWords(labelled)),
    text,
    blocks: blocksFrom(labelled),
    ...(state && { state }),
  };
  return { article, depth };
}

/** The address that a page states as its own, in full; one found with it holds where the page states one of another host. */
function addressOf(facts: PageFacts, found: string | null): string | null {
  const stated = [facts.canonical, metaOf(facts, 'og:url', 'twitter:url', 'parsely-link')];
  const own = stated.find((one) => one && /^https?:\/\/[^/]+/i.test(one)) ?? null;
  return found === null || (own && hostOf(own) === hostOf(found)) ? own : found;
}

function keptWords({ passages, labels }: Labelled): string {
  const parts: string[] = [];
  let size = 0;
  for (const [i, { words }] of passages.entries()) {
    if (!labels[i]!.kept || size > 2000) continue;
    parts.push(words.slice(0, 1000));
    size += words.length;
  }
  return parts.join('\n');
}
