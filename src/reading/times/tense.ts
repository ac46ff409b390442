import type { Sentence, Token } from '../../language/sentence.ts';
import {
  childrenOf,
  governorOf,
  headOf,
  isNegated,
  isRelation,
  markerOf,
  modalOf,
  type Tense,
  type Tree,
  tenseOf,
  treeOf,
} from '../../language/tree.ts';
import type { Atom } from './atoms.ts';
import type { Direction } from './rule.ts';
import { NOTHING, timeLexicon } from './vocabulary.ts';

/**
 * Which way the words around an atom look from the day of publication: by the verb that governs it where the sentence
 * has a tree, else by the words of tense next to it.
 */
export function directions(atoms: readonly Atom[], sentence: Sentence): (at: number) => Direction {
  let tree: Tree | null = null;
  const analysed = sentence.tokens.some((token) => token.head >= 0);
  return (at) => {
    const told = toldAt(atoms, at);
    if (told) return told;
    if (!analysed) return nearbyAt(atoms, at);
    tree ??= treeOf(sentence);
    const token = tokenAt(sentence.tokens, atoms[at]!.start);
    const place = { tree, marker: markerAt(atoms, at), headline: sentence.headline };
    return (token && governed(place, token)) ?? nearbyAt(atoms, at);
  };
}

/** Whether the time only tells when something was said: "the raid was on Aug. 3, police said Wednesday". */
export function saidThen(atoms: readonly Atom[], first: number): boolean {
  const before = /^(?:on|here)$/.test(atoms[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  return [before, before - 1].some((at) => words().reportWords.has(atoms[at]?.lower ?? ''));
}

/** What the words beside a time tell by themselves: "as early as Tuesday", "effective Feb. 1", "Tuesday's ruling". */
function toldAt(atoms: readonly Atom[], at: number): Direction | null {
  if (/^(soon|early)$/.test(atoms[at - 2]?.lower ?? '') && atoms[at - 1]?.lower === 'as') return 'future';
  if (atoms[at - 2]?.lower === 'ahead' && atoms[at - 1]?.lower === 'of') return 'future';
  if (saidThen(atoms, at)) return 'past';
  if (words().aheadOf.has(atoms[at - 1]?.lower ?? '')) return 'future';
  return atoms[at + 1]?.lower === "'" && atoms[at + 2]?.lower === 's' ? 'past' : null;
}

/** The preposition before a time, over the words of time between: "until 9 a.m. Tuesday", "in early May". */
function markerAt(atoms: readonly Atom[], at: number): string {
  let before = at - 1;
  while (before >= 0 && atoms[before]!.symbol !== NOTHING && !words().prepositions.has(atoms[before]!.lower))
    before--;
  const word = atoms[before]?.lower ?? '';
  return words().prepositions.has(word) ? word : '';
}

function tokenAt(tokens: readonly Token[], start: number): Token | null {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return tokens[low] ?? null;
}

/** Where a time stands: its sentence's tree, the preposition before it, and whether the sentence is a headline. */
interface Place {
  readonly tree: Tree;
  readonly marker: string;
  readonly headline: boolean;
}

/** Prepositions of an end, which is the verb's wherever the tree hangs it. */
const END = /^(?:until|till|through)$/;

/** How many verbs up the tree a word without a tense of its own is followed. */
const CLIMB = 4;

function governed(place: Place, token: Token): Direction | null {
  const { tree, marker } = place;
  const noun = END.test(marker) ? null : nounOf(tree, token);
  if (noun && awaited(tree, noun)) return 'future';
  let verb = governorOf(tree, token);
  for (let step = 0; verb && step < CLIMB; step++) {
    const direct = step === 0 && !noun;
    if (direct && !place.headline && plannedNow(tree, verb)) return 'future';
    const direction = verbDirection(tree, verb, direct ? marker : '');
    if (direction === 'past' && (noun || words().towards.has(marker))) return 'unknown';
    if (direction) return direction;
    verb = governorOf(tree, verb);
  }
  return null;
}

/** The noun that a time hangs on ("the visit in September"), whose own time the verb does not tell; `null` for none. */
function nounOf(tree: Tree, token: Token): Token | null {
  let at: Token | null = token;
  while (at && /^(nmod:unmarked|nummod|flat|compound|appos)/.test(at.deprel)) at = headOf(tree, at);
  return at !== null && /^(nmod|compound)/.test(at.deprel) ? headOf(tree, at) : null;
}

/** "the slated visit in September", "the coming vote on Sunday". */
const awaited = (tree: Tree, noun: Token): boolean =>
  childrenOf(tree, noun, 'amod').some(({ lemma }) => listed('awaited', lemma));

/** "The talks begin Monday": the present of what is on a calendar looks ahead, but not in a headline. */
const plannedNow = (tree: Tree, verb: Token): boolean =>
  listed('events', verb.lemma) && tenseOf(tree, verb) === 'present' && !childrenOf(tree, verb, 'aux').length;

/** Which way one verb looks; `null` where that hangs on the verb above. */
function verbDirection(tree: Tree, verb: Token, marker: string): Direction | null {
  const auxiliaries = childrenOf(tree, verb, 'aux');
  const perfect = auxiliaries.some(({ lemma }) => lemma === 'have');
  if (modalOf(tree, verb)) return perfect ? 'unknown' : failed(tree, verb) ? 'past' : 'future';
  if (wasToBe(tree, verb)) return 'past';
  const tense = tenseOf(tree, verb);
  if (looksAhead(verb, marker) && forward(verb, tense, marker, auxiliaries)) return 'future';
  if (tense !== 'past' && isSetFor(tree, verb)) return 'future';
  if (tense === 'past' || tense === 'future') return tense;
  if (tense === 'present') return listed('reports', verb.lemma) ? 'past' : 'unknown';
  if (toBe(tree, verb)) return 'future';
  return verb.xpos === 'VBN' && markerOf(tree, verb)?.lemma !== 'to' ? 'past' : null;
}

/** "a summit set for Lisbon in April". */
const isSetFor = (tree: Tree, verb: Token): boolean =>
  verb.xpos === 'VBN' &&
  listed('setFor', verb.lemma) &&
  (isRelation(verb, 'acl') || childrenOf(tree, verb, 'aux:pass').length > 0) &&
  childrenOf(tree, verb, 'obl').some((child) => markerOf(tree, child)?.lemma === 'for');

/** "expects", and "gave them until noon", which looks ahead only to an end. */
const looksAhead = ({ lemma }: Token, marker: string): boolean =>
  listed('ahead', lemma) || (listed('openEnded', lemma) && END.test(marker));

/**
 * Whether a verb that looks ahead does so with this time: "is due on Friday", "extended to Nov. 20", "has scheduled a
 * vote Tuesday", but not "agreed in June" or "had been due on Friday".
 */
function forward(verb: Token, tense: Tense | null, marker: string, auxiliaries: readonly Token[]): boolean {
  if (tense !== 'past') return true;
  if (auxiliaries.some(({ text }) => text.toLowerCase() === 'had')) return false;
  return words().towards.has(marker) || listed('fixed', verb.lemma);
}

/** Whether the verb is "to" be done, by a verb or a noun that looks ahead: "decided to leave", "rules to be drawn up". */
function toBe(tree: Tree, verb: Token): boolean {
  if (!/^VBN?$/.test(verb.xpos) || markerOf(tree, verb)?.lemma !== 'to') return false;
  if (childrenOf(tree, verb, 'aux').some(({ lemma }) => lemma === 'have')) return false;
  const head = headOf(tree, verb);
  if (!head) return false;
  return head.upos === 'NOUN'
    ? verb.deprel.startsWith('acl') && !isRanked(tree, head)
    : listed('aheadTo', head.lemma) || listed('ahead', head.lemma);
}

/** "the first three states to join": they did. */
const isRanked = (tree: Tree, noun: Token): boolean =>
  childrenOf(tree, noun, 'amod').some(({ lemma }) => /^(?:first|last|latest|only|second|third)$/.test(lemma));

/** "could not be reached on Friday", "neither could be found": nobody says so of a day to come. */
const failed = (tree: Tree, verb: Token): boolean =>
  childrenOf(tree, verb, 'aux').some(({ text }) => text.toLowerCase() === 'could') &&
  (isNegated(tree, verb) || childrenOf(tree, verb, 'nsubj').some((subject) => denies(tree, subject)));

const denies = (tree: Tree, token: Token): boolean =>
  [token, ...childrenOf(tree, token)].some(({ lemma }) => /^(?:neither|none|no|nobody)$/i.test(lemma));

/** "had been due to expire": what was to be once. */
function wasToBe(tree: Tree, verb: Token): boolean {
  if (tree.tokens[verb.index - 1]?.lemma !== 'to') return false;
  const head = headOf(tree, verb);
  const over = head?.deprel === 'xcomp' ? headOf(tree, head) : null;
  return [head, over].some(
    (token) =>
      token !== null && childrenOf(tree, token, 'aux').some(({ text }) => text.toLowerCase() === 'had'),
  );
}

/** How far to look for a verb, in words. */
const REACH = 14;
/** How far before its verb a modal may stand: "will not be". */
const MODAL_REACH = 3;

/** By the nearest word of tense before the atom, else after it. */
function nearbyAt(atoms: readonly Atom[], at: number): Direction {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const looks = looksOf(atoms, i);
    if (looks) return looks;
  }
  for (let i = at + 1; i < Math.min(atoms.length, at + REACH); i++) {
    const looks = looksOf(atoms, i);
    if (looks) return looks;
  }
  return 'unknown';
}

function looksOf(atoms: readonly Atom[], at: number): Direction | null {
  const { lower, capital } = atoms[at]!;
  if (words().futureWords.has(lower)) return 'future';
  if (words().pastWords.has(lower)) return 'past';
  if (capital || !/..ed$/.test(lower)) return null;
  for (let i = at - 1; i >= Math.max(0, at - MODAL_REACH); i--)
    if (words().modals.has(atoms[i]!.lower)) return 'future';
  return 'past';
}

const LISTS = [
  'ahead',
  'aheadTo',
  'fixed',
  'reports',
  'reportWords',
  'towards',
  'openEnded',
  'setFor',
  'aheadOf',
  'awaited',
  'events',
  'prepositions',
  'futureWords',
  'pastWords',
  'modals',
] as const;
type Lists = Record<(typeof LISTS)[number], ReadonlySet<string>>;

let known: Readonly<Lists> | null = null;

/** Whether a list holds the lemma, which may have got or lost its last "e" where the word is rare ("postpon"). */
const listed = (name: keyof Lists, lemma: string): boolean => {
  const list = words()[name];
  return list.has(lemma) || list.has(`${lemma}e`) || (lemma.endsWith('e') && list.has(lemma.slice(0, -1)));
};

/** The lexicon's lists of words that tell the tense, read once a process. */
function words(): Readonly<Lists> {
  if (known) return known;
  const { tense } = timeLexicon();
  const lists = {} as Lists;
  for (const name of LISTS) lists[name] = new Set(tense[name]);
  known = lists;
  return lists;
}
