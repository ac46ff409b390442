import { html } from 'hono/html';
import { dayWords } from '../ledger/words.ts';
import type { Article, Block } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { Html } from './html.ts';
import { type Layer, type Piece, segments } from './segments.ts';
import { shown } from './shown.ts';

/** A page shows at most about so many characters of an article; the rest is on its next parts. */
export const PART = 60_000;

/** Marks that hide or reorder what stands around them. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const HIDDEN_RUN = new RegExp(`(${HIDDEN.source}+)`);

/** The parts of a text: cut between blocks or at a blank, each at most `PART` characters. */
export function partsOf({ text, blocks }: Pick<Article, 'text' | 'blocks'>): readonly Span[] {
  const parts: Span[] = [];
  let start = 0;
  while (text.length - start > PART) {
    const most = start + PART;
    const block = blocks.findLast((one) => one.start > start && one.start <= most)?.start ?? 0;
    const blank = text.lastIndexOf(' ', most) + 1;
    const least = start + PART / 2;
    const end = block > least ? block : blank > least ? blank : most;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: text.length }];
}

/** Which part of the text an offset lies in, counted from zero. */
export const partAt = (parts: readonly Span[], offset: number): number =>
  Math.max(
    0,
    parts.findIndex(({ end }) => offset < end),
  );

/** A part of the text as captured: every block with what was done with it, every layer marked. */
export function textPart(
  article: Pick<Article, 'text' | 'blocks'>,
  part: Span,
  layers: readonly Layer[],
): Html {
  const blocks: readonly (Span & Partial<Block>)[] = article.blocks.length ? article.blocks : [part];
  const sorted = layers.toSorted((a, b) => a.start - b.start);
  return html`<div class="text" dir="auto">${blocks.map((block, i) => {
    const span = { ...block, start: Math.max(block.start, part.start), end: Math.min(block.end, part.end) };
    if (span.start >= span.end) return '';
    const own = sorted.filter(({ start, end }) => start < span.end && end > span.start);
    const end = span.start + article.text.slice(span.start, span.end).trimEnd().length;
    const words = html`${segments({ start: span.start, end }, own).map((piece) => pieceOf(article.text, piece))}${end < span.end ? html`<span class="gap">${article.text.slice(end, span.end)}</span>` : ''}`;
    const begins = block.post && block.post.at !== blocks[i - 1]?.post?.at;
    const stamp = begins
      ? html`<p class="post">Post of ${dayWords(block.post.published)} <span class="quiet">${shown(block.post.at)}</span></p>`
      : '';
    return block.kept === false
      ? html`${stamp}<div class="block dropped"><span class="reason">left out: ${shown(block.reason ?? '')}</span>${words}</div>`
      : html`${stamp}<div class="block ${block.kind ?? 'body'}">${words}</div>`;
  })}</div>`;
}

function pieceOf(text: string, { start, end, layers, ids }: Piece): Html {
  const words = asCaptured(text.slice(start, end));
  const anchors = ids.map((id) => html`<span id="${id}" class="anchor"></span>`);
  if (!layers.length) return html`${words}`;
  const kinds = [...new Set(layers.map(({ kind }) => kind))];
  const titles = [...new Set(layers.flatMap(({ title }) => title ?? []))].join('\n');
  const href = layers.findLast((layer) => layer.href)?.href;
  const classes = kinds.map((kind) => `l-${kind}`).join(' ');
  return href
    ? html`${anchors}<a class="${classes}" href="${href}" title="${titles}">${words}</a>`
    : html`${anchors}<span class="${classes}"${titles ? html` title="${titles}"` : ''}>${words}</span>`;
}

/** The words with marks that hide or reorder others made visible and harmless. */
function asCaptured(words: string): Html | string {
  if (!HIDDEN.test(words)) return words;
  return html`${words.split(HIDDEN_RUN).map((run, i) => (i % 2 ? hidden(run) : run))}`;
}

const hidden = (run: string): Html =>
  html`<span class="hidden" title="${[...run].map(codeOf).join(' ').slice(0, 200)}">·</span>`;

const codeOf = (mark: string): string =>
  `U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
