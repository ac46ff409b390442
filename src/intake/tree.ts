import { Parser } from 'htmlparser2';

/** An element of a page. Text is a string among the children. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly children: readonly (Element | string)[];
}

/** A page as parsed, with how deep its tags were nested. */
export interface Page {
  readonly root: Element;
  readonly depth: number;
}

/** Elements nested deeper hang on their ancestor of this depth: no page needs more, and no walk can then overflow. */
export const DEEPEST = 512;
/** Longer attributes are cut: none that tells anything is longer. */
const LONGEST_ATTRIBUTE = 4000;
const MOST_ATTRIBUTES = 64;

interface Building extends Element {
  tag: string;
  readonly children: (Element | string)[];
}

/**
 * The tree of a page as browsers would read it, near enough: unclosed paragraphs, items and cells are closed.
 * @param parent where the page is a part of another: the element of that one under which it hangs
 */
export const treeOf = (html: string, parent: Element | null = null): Page => parsed(html, false, parent);

/** The tree of an XML document; broken XML gives what can be read of it, and entities of its own are not expanded. */
export const treeOfXml = (xml: string): Page => parsed(xml, true, null);

function parsed(words: string, xmlMode: boolean, parent: Element | null): Page {
  const root: Building = { tag: '#page', attributes: {}, parent, children: [] };
  const open: Building[] = [root];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const holder = open[Math.min(open.length - 1, DEEPEST)]!;
        if (tag === 'a' && !xmlMode) closeLinks(open);
        const element: Building = { tag, attributes: cut(attributes), parent: holder, children: [] };
        holder.children.push(element);
        open.push(element);
        depth = Math.max(depth, open.length - 1);
      },
      ontext(text) {
        open[Math.min(open.length - 1, DEEPEST)]!.children.push(text);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(words);
  return { root, depth };
}

/** A link cannot hold a link: one that is still open was never closed, and what follows it is no link. */
function closeLinks(open: readonly Building[]): void {
  for (let i = open.length - 1; i > 0 && i > open.length - 60; i--)
    if (open[i]!.tag === 'a') open[i]!.tag = 'span';
}

/** Whether an element lies in another, or is it. */
export function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** Elements below one, itself first, in the order of the page. */
export function* elementsOf(top: Element): Generator<Element> {
  const waiting: Element[] = [top];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i]!;
      if (typeof child !== 'string') waiting.push(child);
    }
  }
}

/** The words of an element, its scripts and styles left out. */
export function wordsIn(top: Element, most = 2000): string {
  const parts: string[] = [];
  let size = 0;
  const waiting: (Element | string)[] = [top];
  for (let next = waiting.pop(); next !== undefined && size < most; next = waiting.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
      size += next.length;
    } else if (!SILENT.has(next.tag)) {
      for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i]!);
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Elements whose text is not for reading. */
export const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed canvas audio video select option textarea head title meta link input map area'.split(
    ' ',
  ),
);

function cut(attributes: Record<string, string>): Readonly<Record<string, string>> {
  const names = Object.keys(attributes);
  if (names.length <= MOST_ATTRIBUTES && names.every((name) => attributes[name]!.length <= LONGEST_ATTRIBUTE))
    return attributes;
  return Object.fromEntries(
    names.slice(0, MOST_ATTRIBUTES).map((name) => [name, attributes[name]!.slice(0, LONGEST_ATTRIBUTE)]),
  );
}
