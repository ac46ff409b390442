import type { Article } from '../text/article.ts';
import type { Origin } from './origin.ts';
import { articleFromText } from './text.ts';

/** The report of an HTML page; its `text` is the page's visible words. */
export function articleFromHtml(html: string, origin: Origin): Article {
  return articleFromText(
    html.replace(/<(script|style)[\s\S]*?<\/\1>/gi, '').replace(/<[^>]*>/g, '\n'),
    origin,
  );
}
