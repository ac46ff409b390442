import { isProse, type Passage, passageAt } from './passage.ts';
import { type Element, SILENT, treeOf } from './tree.ts';

/** A line of a page's visible text with the element that it stands in. */
export interface PageLine extends Passage {
  readonly element: Element;
  /** The share of its letters that are links, 0 to 1. */
  readonly linked: number;
}

/** The letters and digits of words, in lower case. */
export const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A page's visible text, one line a block, and its lines. */
export interface PageText {
  readonly text: string;
  readonly lines: readonly PageLine[];
}

/** Elements that stand in a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul #page amp-list button`.split(
    /\s+/,
  ),
);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** What is gathered while a page is walked. */
interface Gathering {
  /** What the page keeps from sight is gathered, too. */
  readonly hidden: boolean;
  readonly parts: string[];
  readonly lines: {
    readonly start: number;
    readonly end: number;
    readonly element: Element;
    readonly linked: number;
  }[];
  size: number;
  line: string;
  linkedLetters: number;
  element: Element | null;
  /** A single line break stands between the line and what comes next. */
  broken: boolean;
}

/**
 * The visible text of a page. Blanks fold to one, except in preformatted text, whose lines are lines.
 * @param hidden elements that the page's style hides, and what it holds for readers without scripts or for scripts to show, are read as well
 */
export function pageText(root: Element, hidden = false): PageText {
  const gathering: Gathering = {
    hidden,
    parts: [],
    lines: [],
    size: 0,
    line: '',
    linkedLetters: 0,
    element: null,
    broken: false,
  };
  walk(root, gathering);
  const text = gathering.parts.join('');
  const lines = gathering.lines.map(({ start, end, element, linked }, i) => ({
    ...passageAt(text, start, end),
    start: i === 0 ? 0 : start,
    end: gathering.lines[i + 1]?.start ?? text.length,
    element,
    linked,
    heading: isHeading(element),
  }));
  return { text, lines };
}

/** Whether an element is a heading or stands right in one. */
const isHeading = ({ tag, parent }: Element): boolean =>
  /^h[1-6]$/.test(tag) || /^h[1-6]$/.test(parent?.tag ?? '');

type Step =
  | {
      readonly node: Element | string;
      readonly inside: Element;
      readonly link: boolean;
      readonly pre: boolean;
    }
  | { readonly close: Element };

function walk(root: Element, gathering: Gathering): void {
  const steps: Step[] = [{ node: root, inside: root, link: false, pre: false }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('close' in step) flush(gathering);
    else if (typeof step.node === 'string') addText(gathering, step.node, step);
    else if (isVisible(step.node)) enter(step.node, step, steps, gathering);
    else if (gathering.hidden) reveal(step.node, step, steps, gathering);
  }
  flush(gathering);
}

function enter(
  element: Element,
  { inside, link, pre }: { inside: Element; link: boolean; pre: boolean },
  steps: Step[],
  gathering: Gathering,
): void {
  const block = BLOCKS.has(element.tag);
  if (element.tag === 'br' && !gathering.broken) {
    gathering.broken = true;
    return;
  }
  if (block) {
    flush(gathering);
    steps.push({ close: element });
  }
  const next = {
    inside: block && element.tag !== 'br' ? element : inside,
    link: link || element.tag === 'a',
    pre: pre || element.tag === 'pre',
  };
  for (let i = element.children.length - 1; i >= 0; i--) steps.push({ node: element.children[i]!, ...next });
}

/** Elements that hold text for readers without scripts, or for scripts to show. */
const KEPT_BACK = /^(?:noscript|template)$/;
const TEMPLATE = /\btemplate\b|^text\/html$/i;

/** Enters an element that the page does not show by itself; what makes no text is passed over. */
function reveal(
  element: Element,
  at: { inside: Element; link: boolean; pre: boolean },
  steps: Step[],
  gathering: Gathering,
): void {
  const { tag, attributes, children } = element;
  if (!SILENT.has(tag) || KEPT_BACK.test(tag)) enter(element, at, steps, gathering);
  else if (tag === 'script' && TEMPLATE.test(attributes.type ?? '')) {
    const words = children.filter((child) => typeof child === 'string').join('');
    steps.push({ ...at, node: treeOf(words, element.parent).root });
  }
}

function addText(
  gathering: Gathering,
  words: string,
  { inside, link, pre }: { inside: Element; link: boolean; pre: boolean },
): void {
  const [first = '', ...more] = pre ? words.split('\n') : [words.replace(/[\s\u00a0]+/g, ' ')];
  append(gathering, first, inside, link);
  for (const line of more) {
    flush(gathering);
    append(gathering, line, inside, link);
  }
}

function append(gathering: Gathering, words: string, inside: Element, link: boolean): void {
  if (!words) return;
  if (gathering.broken && words.trim()) {
    const wrapped =
      /[\p{L}\p{N},–—-]\s*$/u.test(gathering.line) && gathering.line.length > 30 && /^\s*\p{Ll}/u.test(words);
    if (wrapped) gathering.line += ' ';
    else flush(gathering);
    gathering.broken = false;
  }
  const joined =
    words.startsWith(' ') && (gathering.line === '' || gathering.line.endsWith(' ')) ? words.slice(1) : words;
  gathering.line += joined;
  if (link) gathering.linkedLetters += joined.trim().length;
  if (joined.trim()) gathering.element ??= inside;
}

/** Closes the line that is being gathered. */
function flush(gathering: Gathering): void {
  const { line, element, linkedLetters } = gathering;
  const words = line.trimEnd();
  if (words.trim() && element) {
    const start = gathering.size;
    gathering.parts.push(words, '\n');
    gathering.size += words.length + 1;
    gathering.lines.push({
      start,
      end: start + words.length,
      element,
      linked: Math.min(1, linkedLetters / words.length),
    });
  }
  gathering.line = '';
  gathering.broken = false;
  gathering.linkedLetters = 0;
  gathering.element = null;
}

function isVisible({ tag, attributes }: Element): boolean {
  if (SILENT.has(tag) || attributes.hidden !== undefined) return false;
  return !(attributes.style && HIDDEN_STYLE.test(attributes.style));
}

/** Running text that is not mostly links. */
export const isText = (line: PageLine): boolean => line.linked < 0.5 && isProse(line);
