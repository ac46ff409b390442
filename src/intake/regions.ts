import { lexiconFiles } from '../text/lexicon.ts';
import { remembered } from '../text/remembered.ts';
import type { Element } from './tree.ts';

/** What an element's name, class and id say of what lies in it. */
export interface Region {
  /** Why it is left out; `null` where nothing speaks against it. */
  readonly reason: string | null;
  /** Words of running text above which the reason is void: a label, a date or a share bar is short. */
  readonly most: number;
  readonly caption: boolean;
  /** Named as the lines under a headline. */
  readonly standfirst: boolean;
  /** Named as the place of a page's own text. */
  readonly body: boolean;
}

interface PageFile {
  readonly apart?: readonly {
    readonly reason: string;
    readonly words: readonly string[];
    readonly most?: number;
  }[];
  readonly captions?: readonly string[];
  readonly standfirsts?: readonly string[];
  readonly body?: readonly string[];
}

interface Words {
  readonly apart: ReadonlyMap<string, string>;
  /** By reason. */
  readonly most: ReadonlyMap<string, number>;
  readonly captions: ReadonlySet<string>;
  readonly standfirsts: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
}

const BY_TAG: Readonly<Record<string, string>> = {
  nav: 'site navigation',
  footer: 'page footer',
  aside: 'sidebar',
  form: 'form',
  button: 'page label',
  menu: 'site navigation',
  dialog: 'cookie notice',
  label: 'form',
  address: 'about the author',
  time: 'byline or date',
};
const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'site navigation',
  banner: 'site navigation',
  contentinfo: 'page footer',
  complementary: 'sidebar',
  search: 'form',
  dialog: 'cookie notice',
  alertdialog: 'cookie notice',
  menu: 'site navigation',
  menubar: 'site navigation',
};
const ANY = Number.POSITIVE_INFINITY;
const NOTHING: Region = { reason: null, most: ANY, caption: false, standfirst: false, body: false };
/** Frameworks whose class names say nothing of what an element holds. */
const FRAMEWORK =
  /^(?:elementor|wp-block|vc|et|col|row|grid|is|has|js|css|uk|tve|fusion|kt|mui|chakra|tdb?|tdi|wpb)(?:[-_]|$)/i;

let words: Words | null = null;

/** What an element says of itself. */
export function regionOf({ tag, attributes }: Element): Region {
  if (tag === 'html' || tag === 'body' || tag === 'main' || tag === '#page') return NOTHING;
  const { class: classes, id, role, itemprop } = attributes;
  const named = classes || id ? namedRegion(`${classes ?? ''} ${id ?? ''}`) : NOTHING;
  const body = named.body || tag === 'article' || (itemprop?.toLowerCase().includes('articlebody') ?? false);
  const reason = BY_TAG[tag] ?? (role ? BY_ROLE[role] : undefined) ?? named.reason;
  const caption = named.caption || tag === 'figure' || tag === 'figcaption' || tag === 'caption';
  const { standfirst } = named;
  if (!reason && !caption && !standfirst && !body) return NOTHING;
  const most = (reason === named.reason && lexicon().most.get(reason ?? '')) || ANY;
  return { reason: reason ?? null, most, caption, standfirst, body };
}

const namedRegion = remembered(20_000, readNames);

function readNames(names: string): Region {
  const { apart, captions, standfirsts, body } = lexicon();
  let reason: string | null = null;
  let caption = false;
  let standfirst = false;
  let own = false;
  for (const name of names.slice(0, 600).split(/\s+/)) {
    if (!name || FRAMEWORK.test(name)) continue;
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
    const joined = parts.join('');
    own ||= body.has(joined) || (parts.length > 1 && body.has(parts.slice(-2).join('')));
    const pairs = parts.slice(1).map((part, i) => parts[i]! + part);
    reason ??= [joined, ...pairs, ...parts].map((part) => apart.get(part)).find(Boolean) ?? null;
    standfirst ||= [joined, parts.slice(-2).join(''), ...parts].some((part) => standfirsts.has(part));
    caption ||= captions.has(joined) || captions.has(parts.at(-1) ?? '') || parts.includes('caption');
  }
  return { reason, most: ANY, caption, standfirst, body: own };
}

function lexicon(): Words {
  if (words) return words;
  const files = lexiconFiles<PageFile>('intake-page');
  words = {
    apart: new Map(
      files.flatMap(({ apart }) =>
        (apart ?? []).flatMap((one) => one.words.map((word) => [word, one.reason] as const)),
      ),
    ),
    most: new Map(
      files.flatMap(({ apart }) =>
        (apart ?? []).flatMap(({ reason, most }) => (most ? [[reason, most]] : [])),
      ),
    ),
    captions: new Set(files.flatMap(({ captions }) => captions ?? [])),
    standfirsts: new Set(files.flatMap(({ standfirsts }) => standfirsts ?? [])),
    body: new Set(files.flatMap(({ body }) => body ?? [])),
  };
  return words;
}
