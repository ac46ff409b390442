import { lexiconFiles } from '../text/lexicon.ts';
import { agencyNamed } from './agencies.ts';
import type { Labelled } from './blocks.ts';
import { headerIn } from './header.ts';

interface OutletFile {
  readonly names?: readonly string[];
  readonly nouns?: readonly string[];
  readonly notOutlets?: readonly string[];
}

interface Compiled {
  readonly names: ReadonlySet<string>;
  readonly nouns: RegExp;
  readonly notOutlets: ReadonlySet<string>;
}

const NAME = String.raw`\p{Lu}[\p{L}\d.&’'-]*(?: (?:of |the )?\p{Lu}[\p{L}\d.&’'-]*){0,4}`;
const COULD_NOT = new RegExp(
  String.raw`\b(?:The )?(${NAME}) (?:(?:could|was|has|had|is|were|have)(?: not|n['’]t)?(?: been)? )(?:un)?(?:able to )?(?:immediately |independently )*(?:verify|confirm)`,
  'u',
);
const COPYRIGHT_OWNER = new RegExp(
  String.raw`(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d\s*)?(?:by\s+)?(?:the\s+)?(${NAME})`,
  'iu',
);

let compiled: Compiled | null = null;

/** Whether a name is an outlet's by its words; a name of one word may be anybody's and must be known. */
export function isOutletName(name: string): boolean {
  const { names, nouns } = lexicon();
  const bare = name.replace(/^the\s+/i, '').trim();
  return names.has(bare.toLowerCase()) || nouns.test(bare);
}

/** The outlet's host of an address, without `www.`; `null` where the host only shows others' pages. */
export function hostOf(url: string | null | undefined): string | null {
  const host = /^(?:https?:)?\/\/([^/?#:\s]+)/i
    .exec(url ?? '')?.[1]
    ?.toLowerCase()
    .replace(/^www\d?\./, '');
  return host && !lexicon().notOutlets.has(host) ? host : null;
}

/** The outlet that a text names as its own, by the header line, its "could not verify", its rights notice or its lists. */
export function outletIn(labelled: Labelled): string | null {
  return (
    headerHost(labelled) ??
    couldNotVerify(labelled) ??
    rightsOwner(labelled) ??
    listOwner(labelled) ??
    signedOpening(labelled) ??
    topLabel(labelled)
  );
}

/** The outlet's line at the head or the end of a capture: "example.org | 3 March 2021", "Tamsk Courier". */
function headerHost({ passages, labels }: Labelled): string | null {
  if (labels[0]?.reason === 'masthead') return calm(passages[0]!.words);
  for (const { words } of [...passages.slice(0, 4), ...passages.slice(4).slice(-2)]) {
    const outlet = headerIn(words)?.outlet;
    if (outlet) return calm(outlet);
  }
  return null;
}

const OPENING = /^(\p{Lu}[\p{Lu}.'’]+(?: \p{Lu}[\p{Lu}.'’]*){1,4})\s*[-–—―]{1,2}\s/u;

/** "TAMSK NEWS - Rescuers …": an outlet's name where a dateline would have the place. */
function signedOpening({ passages, labels }: Labelled): string | null {
  const first = labels.findIndex(({ kind }) => kind === 'body');
  const name = first < 0 ? undefined : OPENING.exec(passages[first]!.words.slice(0, 80))?.[1];
  return name && isOutletName(name) ? titled(name) : null;
}

/** A name in capitals throughout, set as names are. */
const titled = (name: string): string =>
  name.replace(/\p{Lu}{4,}/gu, (word) => word[0] + word.slice(1).toLowerCase());

/** A name by itself above the headline; where nothing else tells the outlet, it is the outlet's. */
function topLabel({ passages, labels }: Labelled): string | null {
  const headline = labels.findIndex(({ reason }) => reason === 'headline');
  const top = labels.findIndex(({ reason }) => reason === 'page label');
  const words = top === 0 && top < headline ? passages[top]!.words : '';
  return /^(?:The )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}$/u.test(words) ? words : null;
}

function couldNotVerify({ passages, labels }: Labelled): string | null {
  for (const [i, { words, count }] of passages.entries()) {
    if (labels[i]!.kind !== 'body' || count > 60 || words.length > 1000) continue;
    const name = COULD_NOT.exec(words)?.[1];
    if (name && isOutletName(name)) return name.replace(/^The /, '');
  }
  return null;
}

function rightsOwner({ passages, labels }: Labelled): string | null {
  for (const [i, { words }] of passages.entries()) {
    if (labels[i]!.reason !== 'rights notice' || words.length > 1000) continue;
    const name = COPYRIGHT_OWNER.exec(words)?.[1]
      ?.replace(/[.'’]+$/, '')
      .replace(/\s*All Rights Reserved$/i, '')
      .trim();
    if (name && !agencyNamed(name) && name.length > 2) return name;
  }
  return null;
}

/** "MORE FROM THE" with the outlet's newsroom in the same line or the next. */
function listOwner({ passages }: Labelled): string | null {
  for (const [i, { words }] of passages.entries()) {
    const rest = /^more (?:from|in|on)(?: the)?\b\s*(.*)$/i.exec(words)?.[1];
    if (rest === undefined || words.length > 60) continue;
    const name = (rest || passages[i + 1]?.words || '').trim();
    const bare = name.replace(/\s+(?:newsroom|newsdesk|news desk)$/i, '');
    if (bare !== name || (rest && isOutletName(rest))) return calm(bare);
  }
  return null;
}

/** Shouted words of five letters or more set as names are; shorter ones may be initials. */
const calm = (name: string): string =>
  name.replace(/\p{Lu}{5,}/gu, (word) => word[0] + word.slice(1).toLowerCase());

function lexicon(): Compiled {
  if (compiled) return compiled;
  const files = lexiconFiles<OutletFile>('intake-outlets');
  const nouns = files.flatMap(({ nouns }) => nouns ?? []);
  compiled = {
    names: new Set(
      files.flatMap(({ names }) => names ?? []).map((name) => name.toLowerCase().replace(/^the\s+/, '')),
    ),
    nouns: new RegExp(`\\S (?:${nouns.join('|')})$`, 'i'),
    notOutlets: new Set(files.flatMap(({ notOutlets }) => notOutlets ?? [])),
  };
  return compiled;
}
