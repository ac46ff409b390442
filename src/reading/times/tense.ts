import type { Sentence, Token } from '../../language/sentence.ts';
import {
  childrenOf,
  governorOf,
  headOf,
  markerOf,
  modalOf,
  type Tense,
  type Tree,
  tenseOf,
  treeOf,
} from '../../language/tree.ts';
import type { Atom } from './atoms.ts';
import type { Direction } from './rule.ts';
import { timeLexicon } from './vocabulary.ts';

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
    return (token && governed(tree, token)) ?? nearbyAt(atoms, at);
  };
}

/** What the words beside a time tell by themselves: "as early as Tuesday", "Tuesday's ruling". */
function toldAt(atoms: readonly Atom[], at: number): Direction | null {
  if (/^(soon|early)$/.test(atoms[at - 2]?.lower ?? '') && atoms[at - 1]?.lower === 'as') return 'future';
  return atoms[at + 1]?.lower === "'" && atoms[at + 2]?.lower === 's' ? 'past' : null;
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

/** How many verbs up the tree a word without a tense of its own is followed. */
const CLIMB = 4;

function governed(tree: Tree, token: Token): Direction | null {
  const marker = markerOf(tree, token)?.lemma ?? '';
  const loose = ofNoun(tree, token);
  let verb = governorOf(tree, token);
  for (let step = 0; verb && step < CLIMB; step++) {
    const direction = verbDirection(tree, verb, step === 0 && !loose ? marker : '');
    if (direction === 'past' && (loose || words().towards.has(marker))) return 'unknown';
    if (direction) return direction;
    verb = governorOf(tree, verb);
  }
  return null;
}

/** Whether a time hangs on a noun ("the visit in September"), whose own time the verb does not tell. */
function ofNoun(tree: Tree, token: Token): boolean {
  let at: Token | null = token;
  while (at && /^(nmod:unmarked|nummod|flat|compound|appos)/.test(at.deprel)) at = headOf(tree, at);
  return at !== null && /^(nmod|compound)/.test(at.deprel);
}

/** Which way one verb looks; `null` where that hangs on the verb above. */
function verbDirection(tree: Tree, verb: Token, marker: string): Direction | null {
  const auxiliaries = childrenOf(tree, verb, 'aux');
  const perfect = auxiliaries.some(({ lemma }) => lemma === 'have');
  if (modalOf(tree, verb)) return perfect ? 'unknown' : 'future';
  const tense = tenseOf(tree, verb);
  if (words().ahead.has(verb.lemma) && forward(verb, tense, marker, auxiliaries)) return 'future';
  if (tense === 'past' || tense === 'future') return tense;
  if (tense === 'present') return words().reports.has(verb.lemma) ? 'past' : 'unknown';
  if (verb.xpos === 'VBN') return 'past';
  return toBe(tree, verb) ? 'future' : null;
}

/**
 * Whether a verb that looks ahead does so with this time: "is due on Friday", "extended to Nov. 20", "has scheduled a
 * vote Tuesday", but not "agreed in June" or "had been due on Friday".
 */
function forward(verb: Token, tense: Tense | null, marker: string, auxiliaries: readonly Token[]): boolean {
  if (tense !== 'past') return true;
  if (auxiliaries.some(({ text }) => text.toLowerCase() === 'had')) return false;
  return words().towards.has(marker) || (words().fixed.has(verb.lemma) && marker !== 'on');
}

/** Whether the verb is "to" be done, by a verb or a noun that looks ahead: "decided to leave", "a plan to leave". */
function toBe(tree: Tree, verb: Token): boolean {
  if (verb.xpos !== 'VB' || markerOf(tree, verb)?.lemma !== 'to') return false;
  const head = headOf(tree, verb);
  if (!head) return false;
  return head.upos === 'NOUN' ? verb.deprel.startsWith('acl') : words().aheadTo.has(head.lemma);
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
  'towards',
  'futureWords',
  'pastWords',
  'modals',
] as const;
type Lists = Record<(typeof LISTS)[number], ReadonlySet<string>>;

let known: Readonly<Lists> | null = null;

/** The lexicon's lists of words that tell the tense, read once a process. */
function words(): Readonly<Lists> {
  if (known) return known;
  const { tense } = timeLexicon();
  const lists = {} as Lists;
  for (const name of LISTS) lists[name] = new Set(tense[name]);
  known = lists;
  return lists;
}
