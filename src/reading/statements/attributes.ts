import { hashOf } from './hash.ts';
import { CLOSES, INSIDE, OPENS, type Passage } from './passage.ts';
import { type Tree, treeOf } from './tree.ts';
import { verbForm } from './verbs.ts';
import { MARKS, type WordNames, wordNames } from './words.ts';

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
  /** Which of `MARKS` a token is, 0 for none. */
  readonly mark: Uint8Array;
  /** What of it counts where it stands between others: bits of `STEPS`. */
  readonly step: Uint8Array;
  readonly tree: Tree | null;
}

/** What is counted between a token and the cue. */
export const STEPS = { comma: 1, quotation: 2, verb: 4, boundary: 8 } as const;

export function attributesOf(passage: Passage): Attributes {
  const { tokens, words, quoted } = passage;
  const tagged = tokens.some(({ upos }) => upos !== 'X');
  const column = () => new Int32Array(tokens.length);
  const [word, lemma, shape, suffix] = [column(), column(), column(), column()];
  const [tag, verb, speaker] = [column(), column(), column()];
  const [mark, step] = [new Uint8Array(tokens.length), new Uint8Array(tokens.length)];
  const namesOf = wordNames();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const names = namesOf(token.text);
    word[i] = names.word;
    lemma[i] = hashOf(tagged ? token.lemma.toLowerCase() : (verbForm(words[i]!)?.lemma ?? words[i]!));
    shape[i] = names.shape;
    suffix[i] = names.suffix;
    tag[i] = tagged ? hashOf(token.xpos) : 0;
    verb[i] = names.verb;
    speaker[i] = names.speaker;
    mark[i] = markOf(quoted[i]!, names);
    const isVerb = tagged ? token.xpos.startsWith('VB') : names.verb !== 0;
    step[i] =
      (names.mark === MARKS.comma ? STEPS.comma : 0) |
      (quoted[i]! > INSIDE ? STEPS.quotation : 0) |
      (isVerb ? STEPS.verb : 0) |
      (names.boundary ? STEPS.boundary : 0);
  }
  const tree = tagged ? treeOf(passage) : null;
  return { passage, word, lemma, shape, suffix, tag, verb, speaker, mark, step, tree };
}

const markOf = (quoted: number, { mark }: WordNames): number =>
  quoted === OPENS ? MARKS.opens : quoted === CLOSES ? MARKS.closes : mark;
