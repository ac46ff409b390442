import type { Block, BlockKind, Post } from '../text/article.ts';
import { type Cue, cueOf, tailCueOf } from './cues.ts';
import { galleryLines } from './galleries.ts';
import { headerIn } from './header.ts';
import { isNotice, noticeOf } from './notices.ts';
import { folded, isProse, type Passage, shareOf } from './passage.ts';
import { titleOf } from './title.ts';

/** What a passage is taken for, and whether it is read. */
export interface Label {
  readonly kind: BlockKind;
  readonly kept: boolean;
  readonly reason: string;
  /** The post of a live blog that the passage stands in. */
  readonly post?: Post;
}

/** A capture's passages with their labels, and the title found among them. */
export interface Labelled {
  readonly passages: readonly Passage[];
  readonly labels: readonly Label[];
  readonly title: string | null;
}

/** The passages that are kept as body. */
export const bodyPassages = ({ passages, labels }: Labelled): readonly Passage[] =>
  passages.filter((_, i) => labels[i]!.kept && labels[i]!.kind === 'body');

/** What is settled so far while a capture is labelled; each step fills in what it can tell. */
interface Sheet {
  readonly passages: readonly Passage[];
  readonly labels: (Label | null)[];
  /** The passages lie where the markup has the story: a line of any form may be part of it. */
  readonly marked: boolean;
  /** Passages in posts of a live blog: each post may be of its own matter. */
  readonly posted: ReadonlySet<number>;
  /** Passages that head a list of other stories. */
  readonly lists: ReadonlySet<number>;
  /** In how many passages of running text each stem stands. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Whether each passage is running text that no cue speaks against. */
  readonly prose: readonly boolean[];
}

const BODY: Label = { kind: 'body', kept: true, reason: 'body' };
const dropped = (kind: BlockKind, reason: string): Label => ({ kind, kept: false, reason });
const TEASER = dropped('teaser', 'teaser of another story');
const LISTED = dropped('teaser', 'list of other stories');

/** A passage shares at least this much of its content words with the rest of the story. */
const OF_THE_STORY = 0.3;
const CLEARLY_OF_THE_STORY = 0.45;
const CAPTION_OF_THE_STORY = 0.45;
/** When a page was put up, behind its headline. */
const STAMP = /\s+(?:posted|updated|published)\s*:.{0,160}$/i;
const NOT_OF_THE_EVENT =
  /\b(?:illustrative|illustration|file (?:photo|image|picture|footage)|archive|stock (?:photo|image)|representational|representative image)\b|^file\b/i;

/**
 * Tells the passages of a capture apart: the story, its headline, captions, furniture and teasers of other stories.
 * The passages' own words come first, then where they stand and how much they share with the running text.
 * A capture of a single passage is body, whatever it says.
 * @param stated the title where the capture's record states it
 * @param hints what a page's markup tells of each passage
 * @param posts the post of a live blog in which each passage stands
 */
export function labelPassages(
  passages: readonly Passage[],
  stated: string | null,
  hints: readonly (Label | null)[] = [],
  posts: readonly (Post | null)[] = [],
): Labelled {
  if (passages.length === 1) return { passages, labels: [BODY], title: stated };
  const sheet = sheetOf(passages, hints, posts);
  const title = labelHead(sheet, stated);
  labelCaptions(sheet);
  labelLists(sheet);
  labelPromotions(sheet);
  labelRepeats(sheet);
  labelRest(sheet);
  labelHeadings(sheet);
  const labels = sheet.labels.map((label, i) => withPost(label ?? BODY, posts[i]));
  return { passages, labels, title };
}

const withPost = (label: Label, post: Post | null | undefined): Label => (post ? { ...label, post } : label);

/** One block for each run of passages that are labelled alike. */
export function blocksFrom({ passages, labels }: Labelled): Block[] {
  const blocks: Block[] = [];
  passages.forEach(({ start, end }, i) => {
    const label = labels[i]!;
    const last = blocks.at(-1);
    if (last && last.kind === label.kind && last.reason === label.reason && last.post?.at === label.post?.at)
      blocks[blocks.length - 1] = { ...last, end };
    else blocks.push({ start, end, ...label });
  });
  return blocks;
}

function sheetOf(
  passages: readonly Passage[],
  hints: readonly (Label | null)[],
  posts: readonly (Post | null)[],
): Sheet {
  const cues = passages.map((passage) => cueOf(passage));
  const gallery = hints.length ? new Set<number>() : galleryLines(passages);
  const labels = passages.map((passage, i) =>
    gallery.has(i)
      ? dropped('caption', 'caption of a gallery')
      : (hints[i] ?? labelOfCue(cues[i]!) ?? (cues[i] ? null : noticeOf(passage, i === 0))),
  );
  const prose = passages.map((passage, i) => !labels[i] && cues[i]?.kind !== 'list' && isProse(passage));
  const frequency = new Map<string, number>();
  passages.forEach(({ stems }, i) => {
    if (prose[i]) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  });
  const lists = new Set(cues.flatMap((cue, i) => (cue?.kind === 'list' ? [i] : [])));
  const posted = new Set(posts.flatMap((post, i) => (post ? [i] : [])));
  return { passages, labels, marked: hints.length > 0, posted, lists, frequency, prose };
}

const labelOfCue = (cue: Cue | null): Label | null =>
  cue && cue.kind !== 'list' ? dropped(cue.kind, cue.reason) : null;

/** How much of a passage the story's other running text says too. */
function sharedWith(sheet: Sheet, i: number): number {
  const own = sheet.prose[i] ? 1 : 0;
  return shareOf(sheet.passages[i]!.stems, (stem) => (sheet.frequency.get(stem) ?? 0) > own);
}

/** What stands before the running text: the headline, its repeats, lines of other things. Gives the title. */
function labelHead(sheet: Sheet, stated: string | null): string | null {
  const first = sheet.prose.indexOf(true);
  const open = sheet.passages.flatMap((_, i) =>
    !sheet.labels[i] && !sheet.lists.has(i) && (i < first || first < 0) ? [i] : [],
  );
  const found = titleOf(
    sheet.passages,
    open,
    stated,
    (i) => sharedWith(sheet, i),
    headerLine(sheet.passages),
  );
  if (found.title) labelHeadlines(sheet, found.title);
  if (first < 0) return found.title;
  const headline = sheet.labels.findIndex((label) => label?.reason === 'headline');
  for (const i of open) sheet.labels[i] ??= besideHeadline(sheet, i, i < headline);
  return found.title;
}

/** The line that exports put under the title; -1 where there is none. */
const headerLine = (passages: readonly Passage[]): number =>
  passages.slice(0, 4).findIndex(({ words }) => headerIn(words) !== null);

/**
 * The first passage that shows the title is the headline, the others repeat it. In plain text it may stand behind a page's
 * own words ("Article: …") or before a stamp.
 */
function labelHeadlines(sheet: Sheet, title: string): void {
  const wanted = folded(title);
  let seen = false;
  sheet.passages.forEach(({ words, count }, i) => {
    if (count > 60 || words.length > 1000 || !showsTitle(words, wanted, sheet.marked)) return;
    sheet.labels[i] = seen
      ? dropped('headline', 'headline repeated')
      : { kind: 'headline', kept: true, reason: 'headline' };
    seen = true;
  });
}

function showsTitle(words: string, wanted: string, marked: boolean): boolean {
  if (marked) return folded(words) === wanted;
  const own = folded(words.replace(STAMP, ''));
  return own === wanted || (wanted.length > 20 && own.endsWith(wanted) && own.length < wanted.length + 24);
}

/** A line between the headline and the running text. */
function besideHeadline(sheet: Sheet, i: number, above: boolean): Label {
  const passage = sheet.passages[i]!;
  if ((sheet.marked && !above) || (passage.closed && passage.count >= 4)) return BODY;
  const shared = sharedWith(sheet, i);
  if (!sheet.marked && passage.count >= 4 && shared >= 0.5)
    return { kind: 'headline', kept: true, reason: 'standfirst' };
  return dropped('furniture', passage.count >= 4 ? 'line of another matter' : 'page label');
}

/** In plain text, a caption that tells the story in a sentence of its own is read; one of an older or a likely picture is not. */
function labelCaptions(sheet: Sheet): void {
  if (sheet.marked) return;
  sheet.passages.forEach((passage, i) => {
    if (sheet.labels[i]?.kind !== 'caption' || passage.count < 8 || NOT_OF_THE_EVENT.test(passage.words))
      return;
    if (sharedWith(sheet, i) >= CAPTION_OF_THE_STORY)
      sheet.labels[i] = { kind: 'caption', kept: true, reason: 'caption of the story' };
  });
}

/** Lists of other stories reach until the story goes on. */
function labelLists(sheet: Sheet): void {
  const { passages, labels, lists } = sheet;
  for (const head of lists) {
    if (labels[head]) continue;
    labels[head] = LISTED;
    for (let i = head + 1; i < passages.length && !resumes(sheet, i); i++) {
      if (!labels[i] || labels[i]?.kind === 'headline')
        labels[i] = labels[i]?.reason === 'headline repeated' ? labels[i]! : LISTED;
      if (labels[i]?.reason === 'headline') break;
    }
  }
}

/** Whether the story goes on at a passage behind a list's heading. */
function resumes(sheet: Sheet, i: number): boolean {
  const { passages, prose, labels } = sheet;
  if (labels[i]?.reason === 'headline') return true;
  const passage = passages[i]!;
  if (!prose[i] || passage.cut || passage.words.endsWith('?')) return false;
  const shared = sharedWith(sheet, i);
  const next = passages[i + 1];
  const runs =
    next !== undefined && prose[i + 1] === true && !next.cut && sharedWith(sheet, i + 1) >= OF_THE_STORY;
  return (shared >= OF_THE_STORY && runs) || (shared >= CLEARLY_OF_THE_STORY && passage.count >= 18);
}

/** A headline of its own with the one or two paragraphs that it announces, in the midst of or behind the story. */
function labelPromotions(sheet: Sheet): void {
  const { passages, labels, prose, posted } = sheet;
  const third = nth(prose, 3);
  for (let i = Math.max(third, 0) + 1; third >= 0 && i < passages.length; i++) {
    if (labels[i] || prose[i] || posted.has(i) || !isHeadlineLike(passages[i]!)) continue;
    const end = runEnd(sheet, i + 1);
    const run = end - i - 1;
    const stops = end >= passages.length || labels[end] !== null;
    if (run < 1 || run > (stops ? 2 : 1) || (!stops && !isBetween(sheet, i, end))) continue;
    if (!announces(sheet, i, end, stops)) continue;
    for (let j = i; j < end; j++) labels[j] = TEASER;
  }
}

/** Whether a headline and its paragraph stand between paragraphs of the story, and not in a row of sections. */
const isBetween = ({ passages, prose }: Sheet, at: number, end: number): boolean =>
  passages[at]!.count >= 8 && prose[at - 1] === true && prose[end] === true && prose[end + 1] === true;

function nth(flags: readonly boolean[], n: number): number {
  let seen = 0;
  return flags.findIndex((flag) => flag && ++seen === n);
}

function runEnd({ prose, labels, passages }: Sheet, from: number): number {
  let end = from;
  while (end < passages.length && prose[end] && !labels[end]) end++;
  return end;
}

/** Whether the paragraphs tell what the headline says, and the rest of the capture tells neither. */
function announces({ passages, frequency }: Sheet, at: number, end: number, stops: boolean): boolean {
  const { stems } = passages[at]!;
  const run = passages.slice(at + 1, end);
  const inRun = (stem: string): number => run.filter((passage) => passage.stems.has(stem)).length;
  const elsewhere = (stem: string): boolean => (frequency.get(stem) ?? 0) > inRun(stem);
  const told = shareOf(stems, (stem) => inRun(stem) > 0);
  const known = shareOf(stems, elsewhere);
  const blurb = new Set(run.flatMap((passage) => [...passage.stems]));
  return told >= 0.5 && told > known && known <= (stops ? 0.5 : 0.25) && shareOf(blurb, elsewhere) <= 0.4;
}

const isHeadlineLike = ({ count, closed, words }: Passage): boolean =>
  count >= 5 &&
  words.length < 600 &&
  count <= 25 &&
  !/[.:;,]$/.test(words) &&
  (!closed || words.endsWith('?')) &&
  /^["'‘“]?[\p{Lu}\d]/u.test(words);

/** A paragraph that stands word for word before is read once. */
function labelRepeats({ passages, labels, prose }: Sheet): void {
  const seen = new Set<string>();
  passages.forEach(({ words }, i) => {
    if (!prose[i] || labels[i]) return;
    if (seen.has(words)) labels[i] = dropped('furniture', 'paragraph repeated');
    seen.add(words);
  });
}

/** Headings of which nothing is left go with what they headed. */
function labelHeadings({ passages, labels, marked }: Sheet): void {
  let kept = false;
  for (let i = passages.length - 1; marked && i >= 0; i--) {
    const label = labels[i]!;
    if (passages[i]!.heading && label.kept && label.kind === 'body' && !kept)
      labels[i] = dropped('furniture', 'heading of what is left out');
    else
      kept = label.kept ? label.kind === 'body' : kept && i + 1 < passages.length && label.kind !== 'teaser';
  }
}

/** What is left within the story and behind it. */
function labelRest(sheet: Sheet): void {
  const { passages, labels, prose } = sheet;
  const last = lastStory(sheet);
  let listing = false;
  passages.forEach((passage, i) => {
    if (!labels[i]) labels[i] = i > last && last >= 0 ? behind(sheet, i, listing) : within(sheet, i);
    listing = passage.words.endsWith(':') || (listing && !prose[i]);
  });
}

function lastStory({ prose, labels }: Sheet): number {
  for (let i = prose.length - 1; i >= 0; i--) if (prose[i] && !labels[i]) return i;
  return -1;
}

function within({ passages, prose }: Sheet, i: number): Label {
  const passage = passages[i]!;
  if (prose[i] || passage.closed || passage.count === 0)
    return passage.count ? BODY : dropped('furniture', 'separator');
  return passage.count <= 10 ? { ...BODY, reason: 'subheading or list item' } : BODY;
}

function behind(sheet: Sheet, i: number, listing: boolean): Label {
  const passage = sheet.passages[i]!;
  const cue = tailCueOf(passage);
  if (cue && cue.kind !== 'list') return dropped(cue.kind, cue.reason);
  if (passage.count === 0 || isNotice(passage)) return dropped('furniture', 'separator');
  if (sheet.marked || listing || passage.closed || passage.words.endsWith(':')) return BODY;
  if (passage.count <= 3) return dropped('furniture', 'page label');
  return sharedWith(sheet, i) >= 0.6 ? BODY : dropped('teaser', 'line behind the story');
}
