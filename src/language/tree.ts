import { listed } from '../text/listed.ts';
import type { Span } from '../text/span.ts';
import type { Sentence, Token } from './sentence.ts';

/** A sentence's tree, ready to be asked. Make it once per sentence. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Dependants of each token, in the order of the text. */
  readonly children: readonly (readonly Token[])[];
}

export type Tense = 'past' | 'present' | 'future';
export type Voice = 'active' | 'passive';

export function treeOf({ tokens }: Pick<Sentence, 'tokens'>): Tree {
  const children = listed(tokens, (): Token[] => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token);
  return { tokens, children };
}

/** The token that another hangs on, `null` for the root. */
export const headOf = ({ tokens }: Tree, token: Token): Token | null => tokens[token.head] ?? null;

/** Dependants with one of the relations; a relation names its subtypes too. */
export const childrenOf = (
  { children }: Tree,
  token: Token,
  ...deprels: readonly string[]
): readonly Token[] =>
  (children[token.index] ?? []).filter(
    (child) => !deprels.length || deprels.some((deprel) => isRelation(child, deprel)),
  );

/** Whether the token's relation is this one or a subtype of it. */
export const isRelation = ({ deprel }: Token, name: string): boolean =>
  deprel === name || deprel.startsWith(`${name}:`);

/**
 * Who or what a verb is said of, in the active or the passive: "troops" in "troops fled" and "troops were killed". A verb
 * without a subject of its own has that of the verb it is joined to or completes; a participle that modifies a noun
 * has that noun.
 */
export function subjectOf(tree: Tree, verb: Token): Token | null {
  let at: Token | null = verb;
  for (let steps = 0; at && steps < 8; steps++) {
    const own = childrenOf(tree, at, 'nsubj').find(({ deprel }) => deprel !== 'nsubj:outer');
    if (own) return relativeOf(tree, at, own);
    if (isRelation(at, 'acl')) return headOf(tree, at);
    const inherits: boolean =
      isRelation(at, 'conj') ||
      isRelation(at, 'xcomp') ||
      (isRelation(at, 'advcl') && /^VB[GN]$/.test(at.xpos));
    at = inherits ? headOf(tree, at) : null;
  }
  return null;
}

/** What the verb acts on: its object, or the subject of its passive. */
export function objectOf(tree: Tree, verb: Token): Token | null {
  const own = childrenOf(tree, verb, 'obj')[0];
  if (own) return relativeOf(tree, verb, own);
  if (voiceOf(tree, verb) === 'passive') return subjectOf(tree, verb);
  return null;
}

/** Who acts: the subject of an active verb, the by-phrase of a passive one. */
export function actorOf(tree: Tree, verb: Token): Token | null {
  if (voiceOf(tree, verb) === 'active') return subjectOf(tree, verb);
  const by = childrenOf(tree, verb, 'obl').find((child) => markerOf(tree, child)?.lemma === 'by');
  return by ?? null;
}

/** Whether the verb stands in the passive; a past participle that modifies a noun does. */
export function voiceOf(tree: Tree, verb: Token): Voice {
  const marked = childrenOf(tree, verb, 'aux:pass', 'nsubj:pass').length > 0;
  const has = childrenOf(tree, verb, 'aux').some(({ lemma }) => lemma === 'have');
  return marked || (verb.xpos === 'VBN' && !has) ? 'passive' : 'active';
}

/** The noun that a number counts: "men" of the 30 in "30 men", "30 of the men", "hundreds of men", "tens of thousands of men". */
export function countedBy(tree: Tree, number: Token): Token | null {
  const of = childrenOf(tree, number, 'nmod', 'obl').find((child) => markerOf(tree, child)?.lemma === 'of');
  if (of && isMeasure(of)) return countedBy(tree, of) ?? of;
  if (of) return of;
  let at = number;
  while (MULTIPLES.has(at.deprel) && headOf(tree, at) && isNumber(headOf(tree, at)!)) at = headOf(tree, at)!;
  if (at !== number && childrenOf(tree, at, 'nmod').length) return countedBy(tree, at);
  const head = headOf(tree, at);
  return head && COUNTS.has(at.deprel) && !isNumber(head) ? head : null;
}

/** The numbers that count a noun. */
export function numeralsOf(tree: Tree, noun: Token): readonly Token[] {
  const own = childrenOf(tree, noun, 'nummod');
  const head = headOf(tree, noun);
  const above =
    head && isRelation(noun, 'nmod') && isNumber(head) && markerOf(tree, noun)?.lemma === 'of' ? [head] : [];
  return [...own, ...above];
}

/** Whether a word is denied: "not", "never", "no" on it, "deny" and the like left to the reader. */
export function isNegated(tree: Tree, token: Token): boolean {
  const denies = ({ lemma, text }: Token): boolean =>
    NEGATIONS.has(lemma.toLowerCase()) || NEGATIONS.has(text.toLowerCase());
  return childrenOf(tree, token, 'advmod', 'det', 'cc', 'mark', 'aux').some(denies);
}

/** The tokens joined to one by "and", "or" or a comma, in order, itself among them. */
export function conjunctsOf(tree: Tree, token: Token): readonly Token[] {
  let first = token;
  for (let head = headOf(tree, first); head && isRelation(first, 'conj'); head = headOf(tree, first))
    first = head;
  const all: Token[] = [first];
  for (let i = 0; i < all.length; i++) all.push(...childrenOf(tree, all[i]!, 'conj'));
  return all.sort((a, b) => a.index - b.index);
}

/** The nearest verb above a token, or the predicate of a clause without one; `null` where there is none. */
export function governorOf(tree: Tree, token: Token): Token | null {
  for (let at = headOf(tree, token); at; at = headOf(tree, at))
    if (at.upos === 'VERB' || childrenOf(tree, at, 'cop').length) return at;
  return null;
}

/** The preposition or conjunction that opens a phrase or clause. */
export const markerOf = (tree: Tree, token: Token): Token | null =>
  childrenOf(tree, token, 'case', 'mark')[0] ?? null;

/** The nouns that rename one: "the mayor" of "Ada Byron, the mayor". */
export const appositionsOf = (tree: Tree, noun: Token): readonly Token[] => childrenOf(tree, noun, 'appos');

/** The modal verb of a clause: "may", "could", "will". */
export const modalOf = (tree: Tree, verb: Token): Token | null =>
  childrenOf(tree, verb, 'aux').find(({ xpos }) => xpos === 'MD') ?? null;

/** When the verb puts its event; `null` for a bare infinitive or participle without an auxiliary. */
export function tenseOf(tree: Tree, verb: Token): Tense | null {
  const auxiliaries = childrenOf(tree, verb, 'aux', 'cop');
  if (auxiliaries.some(({ lemma, text }) => /^(?:will|shall)$/.test(lemma) || /^['’]ll$/.test(text)))
    return 'future';
  const finite = auxiliaries[0] ?? verb;
  if (finite.xpos === 'VBD') return 'past';
  if (finite.lemma === 'have' && verb.xpos === 'VBN' && finite !== verb) return 'past';
  return finite.xpos === 'VBZ' || finite.xpos === 'VBP' || finite.xpos === 'MD' ? 'present' : null;
}

/** From the first to the last character of a token with all that hangs on it, closing marks left out. */
export function spanOf(tree: Tree, token: Token, ...without: readonly string[]): Span {
  const inside = membersOf(tree, token, without);
  return {
    start: Math.min(...inside.map(({ start }) => start)),
    end: Math.max(...inside.map(({ end }) => end)),
  };
}

/** A token with all that hangs on it, in the order of the text; dependants of the token with a relation in `without` are left out. */
export function membersOf(tree: Tree, token: Token, without: readonly string[] = []): readonly Token[] {
  const own = childrenOf(tree, token).filter((child) => !without.some((name) => isRelation(child, name)));
  const members = [token, ...own];
  for (let i = 1; i < members.length; i++) members.push(...(tree.children[members[i]!.index] ?? []));
  return trimmed(members.sort((a, b) => a.index - b.index));
}

const MULTIPLES = new Set(['compound', 'nummod', 'nmod', 'flat']);
const COUNTS = new Set(['nummod', 'det', 'amod', 'compound', 'nmod']);
const NEGATIONS = new Set([
  'not',
  "n't",
  'n’t',
  'no',
  'never',
  'neither',
  'nor',
  'without',
  'hardly',
  'none',
]);
const MEASURES = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion', 'dozen', 'score', 'ten']);

const isMeasure = ({ lemma }: Token): boolean => MEASURES.has(lemma.toLowerCase());
const isNumber = (token: Token): boolean => token.upos === 'NUM' || isMeasure(token);

/** The noun that a relative pronoun stands for: "who" in "men who fled" is the men. */
function relativeOf(tree: Tree, verb: Token, found: Token): Token {
  const relative = /^W[DP]T?$/.test(found.xpos) || (found.xpos === 'WDT' && found.lemma === 'that');
  return relative && isRelation(verb, 'acl') ? (headOf(tree, verb) ?? found) : found;
}

/** Marks at the edges belong to what stands around. */
function trimmed(members: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = members.length;
  while (from < to - 1 && isRelation(members[from]!, 'punct')) from++;
  while (to - 1 > from && isRelation(members[to - 1]!, 'punct')) to--;
  return members.slice(from, to);
}
