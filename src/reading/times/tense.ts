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

/** Verbs and the like after which a time is one to come: "scheduled for Tuesday", "plans to leave on Friday". */
const FORWARD =
  /^(schedule|plan|expect|intend|hope|slate|due|postpone|delay|extend|propose|redeem|expire|want|ready|likely|promise|vow|pledge|agree|await|payable|prepare|aim)$/;
const SET = /^(schedule|slate|due|expect|plan)$/;
/** Verbs after which only what they are said to be "to" do is to come: "decided to leave on Friday". */
const FORWARD_TO =
  /^(decide|vote|order|ask|tell|urge|call|need|have|set|allow|invite|threaten|seek|request|require|warn|offer|choose|arrange|authorize|permit|be|give)$/;
const REPORTS =
  /^(say|tell|report|announce|add|write|note|confirm|claim|argue|show|quote|cite|warn|think|believe|know)$/;

/** How many verbs up the tree a word without a tense of its own is followed. */
const CLIMB = 4;

function governed(tree: Tree, token: Token): Direction | null {
  const marker = markerOf(tree, token)?.lemma ?? '';
  const loose = ofNoun(tree, token);
  let verb = governorOf(tree, token);
  for (let step = 0; verb && step < CLIMB; step++) {
    const direction = verbDirection(tree, verb, step === 0 && !loose ? marker : '');
    if (direction === 'past' && (loose || TOWARDS.test(marker))) return 'unknown';
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
  if (FORWARD.test(verb.lemma) && forward(verb, tense, marker, auxiliaries)) return 'future';
  if (tense === 'past' || tense === 'future') return tense;
  if (tense === 'present') return REPORTS.test(verb.lemma) ? 'past' : 'unknown';
  if (verb.xpos === 'VBN') return 'past';
  return toBe(tree, verb) ? 'future' : null;
}

/** Words that lead to the end of what a verb looks ahead to. */
const TOWARDS = /^(for|to|until|till|through|by)$/;

/**
 * Whether a verb that looks ahead does so with this time: "is due on Friday", "extended to Nov. 20", "has scheduled a
 * vote Tuesday", but not "agreed in June" or "had been due on Friday".
 */
function forward(verb: Token, tense: Tense | null, marker: string, auxiliaries: readonly Token[]): boolean {
  if (tense !== 'past') return true;
  if (auxiliaries.some(({ text }) => text.toLowerCase() === 'had')) return false;
  return TOWARDS.test(marker) || (SET.test(verb.lemma) && marker !== 'on');
}

/** Whether the verb is "to" be done, by a verb or a noun that looks ahead: "decided to leave", "a plan to leave". */
function toBe(tree: Tree, verb: Token): boolean {
  if (verb.xpos !== 'VB' || markerOf(tree, verb)?.lemma !== 'to') return false;
  const head = headOf(tree, verb);
  if (!head) return false;
  return head.upos === 'NOUN' ? verb.deprel.startsWith('acl') : FORWARD_TO.test(head.lemma);
}

const FUTURE =
  /^(will|'ll|ll|shall|expects?|expected|scheduled|due|plans?|planning|upcoming|until|till|intends?|hopes?|proposed|payable|expires?|would|could|must|should|effective|deadline)$/;
const PAST =
  /^(was|were|had|did|said|says|has|have|been|died|told|since|went|took|came|made|ago|fell|rose|began|met|found|shot|left|won|lost|gave|got|saw|set|led|held|put|hit|cut|ran|kept|sent|spent|struck|sought|bought|sold|paid|broke|drew|grew|flew|threw|knew|spoke|wrote|stood|thought|brought|caught|taught|fought|felt|became)$/;
const MODAL = /^(will|'ll|would|could|may|might|must|should|shall|to|can)$/;

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
  if (FUTURE.test(lower)) return 'future';
  if (PAST.test(lower)) return 'past';
  if (capital || !/..ed$/.test(lower)) return null;
  for (let i = at - 1; i >= Math.max(0, at - MODAL_REACH); i--)
    if (MODAL.test(atoms[i]!.lower)) return 'future';
  return 'past';
}
