import { type Element, elementsOf, wordsIn } from './tree.ts';

/** What a page's markup states of it, besides its visible text. */
export interface PageFacts {
  /** Metadata by name or property in lower case, in the page's order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Every object of the page's JSON-LD, nested ones too. */
  readonly linked: readonly JsonObject[];
  /** Elements with `itemprop`: the property, and its value or words. */
  readonly items: readonly { readonly name: string; readonly value: string }[];
  readonly times: readonly TimeElement[];
  readonly canonical: string | null;
  readonly language: string | null;
  readonly title: string | null;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export interface TimeElement {
  readonly element: Element;
  readonly stamp: string;
  readonly words: string;
}

interface Gathered {
  readonly meta: Map<string, string[]>;
  readonly linked: JsonObject[];
  readonly items: { name: string; value: string }[];
  readonly times: TimeElement[];
  canonical: string | null;
  language: string | null;
  title: string | null;
}

const MOST_OBJECTS = 6000;
const MOST_TIMES = 2000;

/** Gathers what the markup states, as far as it can be read: broken JSON-LD is passed over. */
export function pageFacts(root: Element): PageFacts {
  const facts: Gathered = {
    meta: new Map(),
    linked: [],
    items: [],
    times: [],
    canonical: null,
    language: null,
    title: null,
  };
  for (const element of elementsOf(root)) gather(element, facts);
  return facts;
}

function gather(element: Element, facts: Gathered): void {
  const { tag, attributes } = element;
  if (tag === 'meta') gatherMeta(attributes, facts);
  else if (tag === 'script') gatherScript(element, facts);
  else if (tag === 'time' || attributes.class === 'published' || attributes.class === 'updated')
    gatherTime(element, facts);
  else if (tag === 'link') {
    if (attributes.rel?.toLowerCase() === 'canonical') facts.canonical ??= attributes.href ?? null;
  } else if (tag === 'html') facts.language ??= attributes.lang ?? attributes['xml:lang'] ?? null;
  else if (tag === 'title') facts.title ??= text(element);
  if (attributes.itemprop && tag !== 'meta') {
    const value =
      attributes.content ??
      attributes.datetime ??
      attributes.title ??
      (facts.items.length < 500 ? wordsIn(element, 300) : '');
    facts.items.push({ name: attributes.itemprop.toLowerCase(), value });
  }
}

function gatherMeta(
  { name, property, itemprop, content, 'http-equiv': equivalent }: Element['attributes'],
  facts: Gathered,
): void {
  if (!content) return;
  for (const key of [name, property, itemprop, equivalent]) {
    if (!key) continue;
    const known = facts.meta.get(key.toLowerCase());
    if (known) known.push(content);
    else facts.meta.set(key.toLowerCase(), [content]);
  }
}

function gatherTime(element: Element, facts: Gathered): void {
  const { datetime, title, content } = element.attributes;
  if (facts.times.length < MOST_TIMES)
    facts.times.push({ element, stamp: datetime ?? content ?? title ?? '', words: wordsIn(element, 120) });
}

function gatherScript(element: Element, facts: Gathered): void {
  if (!/ld\+json/i.test(element.attributes.type ?? '')) return;
  const value = looseJson(text(element));
  const waiting: unknown[] = [value];
  for (
    let next = waiting.pop();
    waiting.length < MOST_OBJECTS && facts.linked.length < MOST_OBJECTS;
    next = waiting.pop()
  ) {
    if (next !== null && typeof next === 'object') {
      if (!Array.isArray(next)) facts.linked.push(next as JsonObject);
      for (const child of Object.values(next).reverse())
        if (child !== null && typeof child === 'object') waiting.push(child);
    }
    if (!waiting.length) return;
  }
}

const text = (element: Element): string =>
  element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

/** JSON as pages write it: comment marks about it, line ends within strings, commas too many. */
function looseJson(words: string): unknown {
  const bare = words
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*[^*]*\*\/|<!\[CDATA\[)\s*/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)?\s*;?\s*$/, '');
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' '),
    bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next, more tolerant reading is tried
    }
  }
  return null;
}

/** The first value of the first of these names that the metadata has. */
export function metaOf({ meta }: PageFacts, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.find((one) => one.trim());
    if (value) return value.trim();
  }
  return null;
}

const ARTICLE =
  /(?:Article|BlogPosting|Posting|Report|NewsArticle|Review|Recipe|WebPage|ItemPage|CreativeWork|VideoObject|MedicalWebPage)$/;

/** The JSON-LD objects that describe the page's own report, articles before pages that hold one. */
export function articleObjects({ linked }: PageFacts): readonly JsonObject[] {
  const typed = linked.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)));
  const rank = (object: JsonObject): number =>
    typesOf(object).some((type) => /Article|Posting|Report/.test(type)) ? 0 : 1;
  return [...typed].sort((a, b) => rank(a) - rank(b));
}

const typesOf = (object: JsonObject): string[] =>
  [object['@type']].flat().filter((type) => typeof type === 'string');

/** The words of a JSON-LD value: a string, or the name of what it describes. */
export function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesOf);
  return value !== null && typeof value === 'object' ? namesOf((value as JsonObject).name) : [];
}
