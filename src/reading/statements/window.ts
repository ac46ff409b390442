import { type Attributes, STEPS } from './attributes.ts';
import { OUTSIDE, type Passage, type Run } from './passage.ts';
import type { Between, CueView } from './span-features.ts';

const BEFORE = 160;
const AFTER = 220;

/**
 * The tokens among which source and content of a cue may stand: its paragraph, and the next one where a colon ends it, at
 * most 160 tokens before and 220 after the cue. The span chain is learned over all of them, so that it is taught much of
 * what is not said.
 */
export function paragraphAround({ words, paragraphs, paragraphOf }: Passage, cue: Run): Run {
  const number = paragraphOf[cue.from]!;
  const { from, to } = paragraphs[number]!;
  const next = words[to - 1] === ':' ? paragraphs[number + 1] : undefined;
  return { from: Math.max(from, cue.from - BEFORE), to: Math.min(next?.to ?? to, cue.to + AFTER) };
}

/**
 * The tokens among which they are sought: of those, the cue's sentence, and the sentences beside it as far as each has a
 * quotation or stands behind a colon. All but one in a thousand sources and contents of the corpus lie there.
 */
export function windowOf(passage: Passage, cue: Run): Run {
  const { words, sentences, sentenceOf } = passage;
  const { from, to } = paragraphAround(passage, cue);
  let first = sentenceOf[cue.from]!;
  while (sentences[first]!.from > from && isQuoted(passage, from, sentences[first]!.from, first - 1)) first--;
  let last = sentenceOf[cue.to - 1]!;
  while (sentences[last]!.to < to) {
    const { to: next } = sentences[last]!;
    if (words[next - 1] !== ':' && !isQuoted(passage, next, to, last + 1)) break;
    last++;
  }
  return { from: Math.max(from, sentences[first]!.from), to: Math.min(to, sentences[last]!.to) };
}

/** Whether some of a sentence between two tokens stands within quotation marks. */
function isQuoted({ quoted, sentences }: Passage, from: number, to: number, sentence: number): boolean {
  const end = Math.min(to, sentences[sentence]!.to);
  for (let i = Math.max(from, sentences[sentence]!.from); i < end; i++)
    if (quoted[i] !== OUTSIDE) return true;
  return false;
}

/**
 * Calls `use` for each token of a cue's window, outwards from the cue, with what stands between the two. `isCue` marks the tokens of
 * all cues of the passage.
 */
export function eachOutwards(
  attributes: Attributes,
  { window, from, to }: CueView,
  isCue: Uint8Array,
  use: (token: number, between: Between) => void,
): void {
  for (let i = from; i < to; i++) use(i, nothing());
  const after = nothing();
  for (let i = to; i < window.to; i++) {
    use(i, after);
    pass(after, attributes, isCue, i);
  }
  const before = nothing();
  for (let i = from - 1; i >= window.from; i--) {
    use(i, before);
    pass(before, attributes, isCue, i);
  }
}

const nothing = (): Between => ({ commas: 0, marks: 0, verbs: 0, cues: 0, boundaries: 0 });

/** Counts a token that later ones have between them and the cue. */
function pass(between: Between, { step }: Attributes, isCue: Uint8Array, i: number): void {
  const steps = step[i]!;
  if (steps & STEPS.comma) between.commas++;
  if (steps & STEPS.quotation) between.marks++;
  if (steps & STEPS.verb) between.verbs++;
  if (steps & STEPS.boundary) between.boundaries++;
  if (isCue[i]) between.cues++;
}
