import type { Day } from './interval.ts';
import type { Span } from './span.ts';

export type BlockKind = 'headline' | 'body' | 'caption' | 'furniture' | 'teaser';

/** A dated piece of an article: a post of a live blog. */
export interface Post {
  /** When it was put up, as the page states it: "2024-12-26T08:15Z". */
  readonly at: string;
  readonly published: Day;
}

/** A run of the text, kept for reading or dropped, and why. An article's blocks cover its text without gap or overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly kept: boolean;
  /** Plain words: "body", "headline repeated", "most read list", "cookie notice". */
  readonly reason: string;
  /** The post that the block stands in, where its article is a live blog. */
  readonly post?: Post;
}

/**
 * Who else had a hand in the text. `wire`: the text is that agency's. `origin`: republished from there.
 * `additional`: also drew on. `byline`: a named writer.
 */
export interface Credit {
  readonly name: string;
  readonly role: 'wire' | 'origin' | 'additional' | 'byline';
}

/**
 * What a capture is that is no whole report. `error`: the server had no such page. `wall`: a consent, login or robot check before
 * the report. `stub`: the beginning of a report of which the rest is for subscribers.
 */
export type State = 'error' | 'wall' | 'stub';

/** How the publication day is known: stated by the capture, inferred from sibling reports, given by the user. */
export type PublishedBasis = 'stated' | 'inferred' | 'given';

/** One report, as taken from a capture. Every offset in the product is into `text`. */
export interface Article {
  /** Hex digest of the capture's bytes (and the record's place in it), the same on every machine. */
  readonly id: string;
  /** Path, address or `-`, as the user gave it; JSONL records add `#line`. */
  readonly file: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: Day | null;
  readonly publishedBasis: PublishedBasis | null;
  /** The place a report is sent from: "KYIV". */
  readonly dateline: string | null;
  readonly credits: readonly Credit[];
  /** ISO 639-1 code, `und` where it cannot be told. */
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Not there for a whole report. */
  readonly state?: State;
}

/** Whether a capture holds a report, whole or in part, and not what stands before or instead of one. */
export const isReport = ({ state }: Article): boolean => state !== 'error' && state !== 'wall';

/**
 * What stands for an outlet that is not known: the file's own name without folder and ending, so that the same capture has the
 * same voice wherever it is kept.
 */
export const nameOfFile = (file: string): string =>
  file
    .split(/[\\/]/)
    .at(-1)!
    .replace(/(?<=.)\.[a-z]{2,5}(?=#|$)/i, '') || file;

/** The article's own words: the kept blocks of body, a line each, without headline and captions. */
export const bodyOf = ({ text, blocks }: Article): string =>
  blocks
    .filter(({ kind, kept }) => kept && kind === 'body')
    .map(({ start, end }) => text.slice(start, end).trim())
    .join('\n');

/** An article of which nothing is known but its text, in English; all of it is body where no blocks are given. */
export const bareArticle = (
  id: string,
  text: string,
  blocks: readonly Block[] = [{ start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' }],
): Article => ({
  id,
  file: id,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  publishedBasis: null,
  dateline: null,
  credits: [],
  language: 'en',
  text,
  blocks,
});
