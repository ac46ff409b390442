import type { Article } from '../text/article.ts';
import { blocksFrom, type Labelled, labelPassages } from './blocks.ts';
import { creditsOf } from './credits.ts';
import { datelineOf } from './dateline.ts';
import { languageOf } from './language.ts';
import type { Origin } from './origin.ts';
import { hostOf, outletIn } from './outlet.ts';
import { passagesOf } from './passage.ts';
import { dayInUrl, dayOfStamp, dayStatedIn } from './published.ts';
import { stateOf } from './states.ts';

/** The report in a capture of plain text; its `text` is the whole capture, furniture included. */
export function articleFromText(text: string, origin: Origin): Article {
  const labelled = labelPassages(passagesOf(text), origin.title ?? null);
  const byline = origin.byline ?? bylineIn(labelled);
  const credits = creditsOf(labelled, byline);
  const blocks = blocksFrom(labelled);
  const republished = credits.find(({ role }) => role === 'origin')?.name;
  const outlet =
    origin.given?.outlet ?? origin.outlet ?? outletIn(labelled) ?? hostOf(origin.url) ?? republished;
  const stated = dayOfStamp(origin.published) ?? dayStatedIn(labelled) ?? dayInUrl(origin.url);
  const given = origin.given?.published ?? null;
  const kept = blocks
    .filter((block) => block.kept)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + 1500)));
  const state = stateOf(labelled, null);
  return {
    id: origin.id,
    file: origin.file,
    url: origin.url ?? null,
    title: labelled.title,
    outlet: outlet ?? null,
    byline,
    published: given ?? stated,
    publishedBasis: given ? 'given' : stated ? 'stated' : null,
    dateline: datelineOf(labelled),
    credits,
    language: languageOf(kept.join('\n')),
    text,
    blocks: blocks.length ? blocks : emptyBlocks(text),
    ...(state && { state }),
  };
}

const OPENING = /^\s*(?:(?:written|story|reported|posted|words) )?(?:by|author)\b\s*:?\s*/i;
/** When the text was put up, on the byline's line. */
const STAMP = /[\s|,•-]+(?:updated|published|posted)\s*:.{0,80}$/i;

/** The byline's words, without the "by" and without a stamp. */
function bylineIn({ passages, labels }: Labelled): string | null {
  const at = labels.findIndex(({ reason }) => reason === 'byline');
  if (at < 0) return null;
  const words = passages[at]!.words.replace(OPENING, '').replace(STAMP, '').trim();
  return words || null;
}

const emptyBlocks = (text: string): Article['blocks'] =>
  text.length ? [{ start: 0, end: text.length, kind: 'furniture', kept: false, reason: 'no words' }] : [];
