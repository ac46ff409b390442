import type { Label } from './blocks.ts';
import { cueOf } from './cues.ts';
import { withoutOtherMatter } from './page-core.ts';
import { isText, type PageLine } from './page-lines.ts';
import type { Posts } from './page-posts.ts';
import { folded, isProse } from './passage.ts';
import { type Region, regionOf } from './regions.ts';
import { type Element, isWithin } from './tree.ts';

/** What the lines below an element come to. */
interface Sum {
  weight: number;
  /** Words of running text. */
  prose: number;
  letters: number;
  linked: number;
  lines: number;
}

/** What is known of a page while its body is sought. */
interface Survey {
  readonly lines: readonly PageLine[];
  readonly sums: ReadonlyMap<Element, Sum>;
  readonly prose: number;
  /** Elements that hold a first-level heading. */
  readonly titled: ReadonlySet<Element>;
  /** The innermost element about the title with running text enough for a report; `null` where there is none. */
  readonly story: Element | null;
  /** What stands against each element, its ancestors' names included. */
  readonly against: Map<Element, string | null>;
}

/** The element that holds the page's own text, and why each line in it or about it is left out; `null` for lines kept. */
export interface PageBody {
  readonly root: Element;
  readonly hints: readonly (Label | null)[];
}

const dropped = (kind: Label['kind'], reason: string): Label => ({ kind, kept: false, reason });
const STANDFIRST: Label = { kind: 'headline', kept: true, reason: 'standfirst' };
const MOST_IN_STANDFIRST = 70;
/** More than this share of the text does not stand above its headline by accident. */
const MOST_ABOVE = 0.25;
/** Longer paragraphs weigh no more. */
const MOST_WORDS = 100;

/**
 * Finds where a page's own text lies: the element whose lines, weighed by what they look like, come to most.
 * @param isOwn whether the page's metadata has a line as part of its text; `null` where it says nothing
 * @param posts lines in posts of a live blog
 */
export function findBody(
  page: Element,
  lines: readonly PageLine[],
  title: string | null,
  isOwn: ((line: PageLine) => boolean) | null,
  posts: Posts = new Map(),
): PageBody {
  const survey = surveyOf(lines, title);
  weigh(survey, isOwn);
  const root = heaviest(survey) ?? page;
  const leads = leadsOf(lines, root, title, survey);
  const hints = lines.map((line, i) =>
    leads.has(i) ? (isOwn?.(line) ? null : (leads.get(i) ?? null)) : hintFor(line, root, survey, isOwn),
  );
  const settled = withinOwn(lines, withoutExcess(lines, hints, survey), isOwn);
  return {
    root,
    hints: withoutOtherMatter(
      lines,
      withoutAbove(lines, settled, title),
      root,
      (line) => posts.has(line) || isOwn?.(line) === true,
    ),
  };
}

/** What stands above the headline belongs to the page, unless it is as good as all that there is. */
function withoutAbove(
  lines: readonly PageLine[],
  hints: readonly (Label | null)[],
  title: string | null,
): readonly (Label | null)[] {
  const wanted = title === null ? null : folded(title);
  const at = lines.findIndex(({ heading, words }) => heading && folded(words) === wanted);
  const kept = (from: number, to: number): number =>
    lines.slice(from, to).reduce((sum, line, i) => sum + (hints[from + i] ? 0 : line.count), 0);
  if (at <= 0 || kept(0, at) > kept(at, lines.length) * MOST_ABOVE) return hints;
  return hints.map((hint, i) => (i < at ? (hint ?? dropped('furniture', 'above the headline')) : hint));
}

/** Where the page's metadata has its text, what stands before the first and behind the last line of it is none. */
function withinOwn(
  lines: readonly PageLine[],
  hints: readonly (Label | null)[],
  isOwn: ((line: PageLine) => boolean) | null,
): readonly (Label | null)[] {
  if (!isOwn || !isWhole(lines, hints, isOwn)) return hints;
  const first = lines.findIndex(isOwn);
  const last = lines.findLastIndex(isOwn);
  return hints.map((hint, i) =>
    i > last || (i < first && !isText(lines[i]!))
      ? (hint ?? dropped('furniture', 'outside the article'))
      : hint,
  );
}

/** Whether the metadata's text is about as long as what would be kept, and no excerpt. */
function isWhole(
  lines: readonly PageLine[],
  hints: readonly (Label | null)[],
  isOwn: (line: PageLine) => boolean,
): boolean {
  let own = 0;
  let kept = 0;
  lines.forEach((line, i) => {
    if (hints[i] || !isText(line)) return;
    kept += line.count;
    if (isOwn(line)) own += line.count;
  });
  return own >= kept * 0.7;
}

/** Reasons that hold however much they leave out. */
const FIRM: ReadonlySet<string> = new Set(['comments', 'outside the article', 'list of links']);

/**
 * A reason was none on this page where one element so named would leave out more running text than is kept, or all of them
 * more than twice as much.
 */
function withoutExcess(
  lines: readonly PageLine[],
  hints: readonly (Label | null)[],
  survey: Survey,
): readonly (Label | null)[] {
  const words = new Map<Element | string, number>();
  let kept = 0;
  const sources = lines.map((line, i) => {
    const reason = hints[i]?.reason;
    const source =
      reason && !FIRM.has(reason) ? { reason, element: sourceOf(line.element, reason, survey) } : null;
    if (isText(line) && source) {
      for (const key of [source.reason, source.element])
        if (key) words.set(key, (words.get(key) ?? 0) + line.count);
    } else if (isText(line) && !reason) kept += line.count;
    return source;
  });
  const isExcess = (key: Element | string | null, most: number): boolean =>
    key !== null && (words.get(key) ?? 0) > most;
  return hints.map((hint, i) => {
    const source = sources[i];
    if (!source || (source.element && isBesideStory(source.element, survey))) return hint;
    return isExcess(source.element, kept) || isExcess(source.reason, kept * 2) ? null : hint;
  });
}

const isBesideStory = (element: Element, { story }: Survey): boolean =>
  story !== null && !isWithin(element, story) && !isWithin(story, element);

/** The outermost element about a line whose names give the reason; `null` where no name does. */
function sourceOf(element: Element, reason: string, { against }: Survey): Element | null {
  let source: Element | null = null;
  for (let at: Element | null = element; at && against.get(at) === reason; at = at.parent) source = at;
  return source;
}

/**
 * Lines between the title and the body that are of the article, and what they are: one or two short ones a standfirst, more of
 * them the body's beginning.
 */
function leadsOf(
  lines: readonly PageLine[],
  root: Element,
  title: string | null,
  survey: Survey,
): ReadonlyMap<number, Label | null> {
  const titleAt = titleBefore(lines, root, title);
  const end = firstWithin(lines, root, titleAt);
  const leads = lines.flatMap((line, i) =>
    titleAt >= 0 && i > titleAt && i < end && isLead(line, survey, i - titleAt) ? [i] : [],
  );
  const words = leads.reduce((sum, i) => sum + lines[i]!.count, 0);
  const label = leads.length <= 2 && words <= MOST_IN_STANDFIRST ? STANDFIRST : null;
  return new Map(leads.map((i) => [i, label]));
}

/** The last line before the body that shows the title; -1 where the body has it or none does. */
function titleBefore(lines: readonly PageLine[], root: Element, title: string | null): number {
  if (!title) return -1;
  const wanted = folded(title);
  let found = -1;
  for (const [i, line] of lines.entries()) {
    if (isWithin(line.element, root)) break;
    if (folded(line.words) === wanted) found = i;
  }
  return found;
}

const firstWithin = (lines: readonly PageLine[], root: Element, from: number): number =>
  lines.findIndex((line, i) => i > from && isWithin(line.element, root));

/** A sentence between the title and the body, or what stands close behind the title and is as long as one. */
const isLead = (line: PageLine, survey: Survey, behind: number): boolean =>
  (isText(line) ||
    regionOf(line.element).standfirst ||
    (behind <= 2 && line.count >= 10 && line.linked < 0.3)) &&
  !reasonAgainst(line.element, survey) &&
  !cueOf(line) &&
  !regionOf(line.element).caption;

function surveyOf(lines: readonly PageLine[], title: string | null): Survey {
  const sums = new Map<Element, Sum>();
  const titled = new Set<Element>();
  let prose = 0;
  for (const line of lines) {
    const words = isText(line) ? line.count : 0;
    const linked = line.linked * line.words.length;
    prose += words;
    for (let at: Element | null = line.element; at; at = at.parent) {
      const sum = sums.get(at);
      if (sum) {
        sum.prose += words;
        sum.letters += line.words.length;
        sum.linked += linked;
        sum.lines++;
      } else sums.set(at, { weight: 0, prose: words, letters: line.words.length, linked, lines: 1 });
      if (line.element.tag === 'h1') titled.add(at);
    }
  }
  return { lines, sums, prose, titled, story: storyOf(lines, sums, title), against: new Map() };
}

/** Words of running text, at least, and their share of the page's, that make a report about its title. */
const LEAST_OF_STORY = 150;
const SHARE_OF_STORY = 0.25;

function storyOf(
  lines: readonly PageLine[],
  sums: ReadonlyMap<Element, Sum>,
  title: string | null,
): Element | null {
  const wanted = title === null ? null : folded(title);
  const shown = lines.find(({ heading, words }) => heading && folded(words) === wanted);
  if (!shown) return null;
  const all = [...sums.values()].reduce((most, { prose }) => Math.max(most, prose), 0);
  for (let at: Element | null = shown.element; at; at = at.parent)
    if (sums.get(at)!.prose >= Math.max(LEAST_OF_STORY, all * SHARE_OF_STORY)) return at;
  return null;
}

function weigh(survey: Survey, isOwn: ((line: PageLine) => boolean) | null): void {
  for (const line of survey.lines) {
    const weight = weightOf(line, survey) + (isOwn?.(line) ? line.count : 0);
    for (let at: Element | null = line.element; at; at = at.parent) survey.sums.get(at)!.weight += weight;
  }
}

function weightOf(line: PageLine, survey: Survey): number {
  const words = Math.min(line.count, MOST_WORDS);
  const against = reasonAgainst(line.element, survey);
  if (isText(line)) {
    if (against) return -0.1 * words;
    return cueOf(line) ? -4 : words;
  }
  if (against) return 0;
  if (line.linked > 0.6) return -1 - words * 0.1;
  if (/^(?:li|dd|td|pre|blockquote)$/.test(line.element.tag)) return words * 0.2;
  return line.element.tag === 'p' && !line.linked ? words * 0.1 : -0.5;
}

/** The element of most weight, the innermost of equals. */
function heaviest({ sums }: Survey): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const [element, { weight }] of sums) {
    if (weight > most || (weight === most && best && isWithin(element, best)))
      [best, most] = [element, weight];
  }
  return best;
}

/** What the names of an element and of those about it say against it. */
function reasonAgainst(element: Element, survey: Survey): string | null {
  const chain: Element[] = [];
  let reason: string | null = null;
  for (let at: Element | null = element; at; at = at.parent) {
    const known = survey.against.get(at);
    if (known !== undefined) {
      reason = known;
      break;
    }
    chain.push(at);
  }
  for (const at of chain.reverse()) {
    reason ??= ownReason(at, survey);
    survey.against.set(at, reason);
  }
  return reason;
}

/**
 * A name says nothing against an element that holds the title or most of the page's running text, unless the title has a text
 * of its own elsewhere.
 */
function ownReason(element: Element, survey: Survey): string | null {
  const { reason, body, most }: Region = regionOf(element);
  if (reason === null) return null;
  if (survey.titled.has(element)) return null;
  if (isBesideStory(element, survey)) return reason;
  const prose = survey.sums.get(element)?.prose ?? 0;
  if (prose > most) return null;
  const share = prose / (survey.prose || 1);
  if (share > (reason === 'comments' ? 0.9 : 0.5)) return null;
  return body && share > 0.3 ? null : reason;
}

function hintFor(
  line: PageLine,
  root: Element,
  survey: Survey,
  isOwn: ((line: PageLine) => boolean) | null,
): Label | null {
  if (!isWithin(line.element, root))
    return dropped('furniture', reasonAgainst(line.element, survey) ?? 'outside the article');
  if (isOwn?.(line)) return null;
  if (isStandfirst(line, root, survey)) return STANDFIRST;
  const against = reasonAgainst(line.element, survey);
  if (against) return dropped(against === 'list of other stories' ? 'teaser' : 'furniture', against);
  if (isCaption(line, root, survey)) return dropped('caption', 'caption');
  if (inLinks(line, root, survey)) return dropped('teaser', 'list of links');
  return null;
}

/** Whether the line is named as one under the headline, and no paragraph stands before it. */
function isStandfirst(line: PageLine, root: Element, { lines }: Survey): boolean {
  if (line.count > MOST_IN_STANDFIRST) return false;
  let at: Element | null = line.element;
  for (let i = 0; at && at !== root && i < 3 && !regionOf(at).standfirst; i++) at = at.parent;
  if (!at || at === root || !regionOf(at).standfirst) return false;
  const before = lines.slice(0, lines.indexOf(line));
  return !before.some((one) => isText(one) && one.element.tag === 'p' && isWithin(one.element, root));
}

function isCaption(line: PageLine, root: Element, { sums }: Survey): boolean {
  if (line.count > LONGEST_CAPTION) return false;
  for (let at: Element | null = line.element; at && at !== root; at = at.parent) {
    if (/^(?:td|pre|blockquote|table)$/.test(at.tag)) return false;
    if (regionOf(at).caption && (sums.get(at)?.prose ?? 0) <= MOST_IN_CAPTIONS) return true;
  }
  return false;
}

/** Words of a caption, at most, and of running text in an element named for one. */
const LONGEST_CAPTION = 120;
const MOST_IN_CAPTIONS = 200;

/** Words of running text above which an element is no list of links, however many it holds. */
const MOST_IN_LINKS = 150;

/** Whether a line stands among links, or is one. */
function inLinks(line: PageLine, root: Element, { sums }: Survey): boolean {
  if (line.linked > 0.8 && !(isProse(line) && line.element.tag === 'p'))
    return line.element.tag !== 'td' && !/^h[1-3]$/.test(line.element.tag);
  for (let at: Element | null = line.element; at && at !== root; at = at.parent) {
    const sum = sums.get(at)!;
    if (sum.prose > MOST_IN_LINKS) return false;
    if (sum.linked > sum.letters * 0.6 && sum.lines > 1) return true;
  }
  return false;
}
