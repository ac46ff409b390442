import { hashOf, mix } from './hash.ts';
import { OUTSIDE, type Passage } from './passage.ts';
import { headKinds } from './speakers.ts';
import { verbForm, wordSet } from './verbs.ts';

/** What the learned readers see of each token, as 32-bit names. Trees are seen only where the passage has them. */
export interface Attributes {
  readonly passage: Passage;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly shape: Int32Array;
  readonly suffix: Int32Array;
  readonly tag: Int32Array;
  /** The attributing verb's classes and form. 0 where it is none. */
  readonly verb: Int32Array;
  /** The kind of speaker that the noun or pronoun makes. 0 where none. */
  readonly speaker: Int32Array;
  /** 1 for marks of punctuation, 2 for quotation marks, else 0. */
  readonly mark: Uint8Array;
  readonly tree: Tree | null;
}

/** The dependency trees of all sentences, with heads as tokens of the passage. */
export interface Tree {
  readonly head: Int32Array;
  readonly relation: Int32Array;
  /** First and last token below each token, itself included. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The relations of a token's dependents, mixed. */
  readonly below: Int32Array;
  /** Bits: 1 subject, 2 clause, 4 object, 8 marker, 16 case, 32 auxiliary. */
  readonly roles: Uint8Array;
}

export function attributesOf(passage: Passage): Attributes {
  const { tokens, words } = passage;
  const n = tokens.length;
  const name = remembered(hashOf);
  const shape = remembered((text) => hashOf(shapeOf(text)));
  const verb = remembered((word) => verbName(word, name));
  const speaker = remembered((word) => speakerName(word, name));
  const isMark = remembered((word) => (/[\p{L}\p{N}]/u.test(word) ? 0 : 1));
  const column = (of: (i: number) => number): Int32Array => Int32Array.from({ length: n }, (_, i) => of(i));
  const tagged = tokens.some(({ upos }) => upos !== 'X');
  return {
    passage,
    word: column((i) => name(words[i]!)),
    lemma: column((i) =>
      name(tagged ? tokens[i]!.lemma.toLowerCase() : (verbForm(words[i]!)?.lemma ?? words[i]!)),
    ),
    shape: column((i) => shape(tokens[i]!.text)),
    suffix: column((i) => name(words[i]!.slice(-3))),
    tag: column((i) => (tagged ? name(tokens[i]!.xpos) : 0)),
    verb: column((i) => verb(words[i]!)),
    speaker: column((i) => speaker(words[i]!)),
    mark: Uint8Array.from(words, (word, i) => (passage.quoted[i]! > 1 ? 2 : isMark(word))),
    tree: tagged ? treeOf(passage, name) : null,
  };
}

/** A function of words that computes each word once. */
function remembered(of: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const value = known.get(text) ?? of(text);
    known.set(text, value);
    return value;
  };
}

function shapeOf(text: string): string {
  const shape = text
    .slice(0, 12)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0');
  return shape.replace(/(.)\1{2,}/gu, '$1$1');
}

function verbName(word: string, name: (text: string) => number): number {
  const form = verbForm(word);
  return form ? mix(name(form.classes.join('+')), name(form.shape)) : 0;
}

function speakerName(word: string, name: (text: string) => number): number {
  if (wordSet('pronouns').has(word)) return name('pronoun');
  const kind = headKinds(word)[0];
  return kind ? name(kind) : 0;
}

const ROLES: readonly (readonly [RegExp, number])[] = [
  [/^[nc]subj/, 1],
  [/^(?:ccomp|xcomp|parataxis)/, 2],
  [/^i?obj/, 4],
  [/^mark/, 8],
  [/^case/, 16],
  [/^aux/, 32],
];

function treeOf(passage: Passage, name: (text: string) => number): Tree {
  const { tokens, sentences } = passage;
  const n = tokens.length;
  const head = new Int32Array(n).fill(-1);
  const relation = new Int32Array(n);
  const below = new Int32Array(n);
  const roles = new Uint8Array(n);
  const first = Int32Array.from({ length: n }, (_, i) => i);
  const last = first.slice();
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const { head: local, deprel } = tokens[i]!;
      relation[i] = name(deprel);
      if (local < 0) continue;
      const up = from + local;
      head[i] = up;
      below[up] = (below[up]! + relation[i]!) | 0;
      for (const [pattern, bit] of ROLES) if (pattern.test(deprel)) roles[up]! |= bit;
    }
    for (let i = from; i < to; i++) reach(head, first, last, i, to - from);
  }
  return { head, relation, first, last, below, roles };
}

/** Widens every ancestor of a token so that it covers the token; a broken tree ends the climb. */
function reach(head: Int32Array, first: Int32Array, last: Int32Array, token: number, limit: number): void {
  let up = head[token]!;
  for (let step = 0; up >= 0 && step < limit; step++) {
    if (first[up]! <= token && last[up]! >= token) {
      if (first[up]! < token && last[up]! > token) return;
    }
    if (first[up]! > token) first[up] = token;
    if (last[up]! < token) last[up] = token;
    up = head[up]!;
  }
}

/** Whether a token stands outside all quotation marks. */
export const isOutside = ({ passage }: Attributes, i: number): boolean => passage.quoted[i] === OUTSIDE;
