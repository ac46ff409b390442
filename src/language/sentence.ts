import type { Span } from '../text/span.ts';

/** A UD token with its analysis. Offsets are into the article's text. */
export interface Token extends Span {
  /** Place in its sentence, from 0. */
  readonly index: number;
  readonly text: string;
  /** Whether it is one written word with the token before: the "n't" of "don't". Absent means that it is not. */
  readonly joined?: boolean;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, NUM … */
  readonly upos: string;
  /** Penn tag: NNS, VBD … */
  readonly xpos: string;
  /** UD features, `Number=Plur|Tense=Past`, or `_`. */
  readonly feats: string;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  /** UD relation without subtype except `nsubj:pass`, `aux:pass`, `obl:agent`-like ones that the model gives. */
  readonly deprel: string;
  /** Score of the chosen arc less the best rival's: larger is surer. */
  readonly margin: number;
}

/** A sentence of a kept block. */
export interface Sentence extends Span {
  /** Place in the article, from 0. */
  readonly index: number;
  /** Place of its paragraph (line of the text) in the article, from 0. */
  readonly paragraph: number;
  /** Whether it stands in a headline block. */
  readonly headline: boolean;
  readonly tokens: readonly Token[];
}
