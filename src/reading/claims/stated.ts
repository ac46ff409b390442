import type { Token } from '../../language/sentence.ts';
import type { Span } from '../../text/span.ts';
import type { Statement } from '../statement.ts';
import { kindOf } from '../statements/kinds.ts';
import type { Time } from '../time.ts';
import { tokenAt, type View } from './view.ts';

/** How sure a statement by plain words is: below all that the statements reader is sure of. */
export const CONFIDENCE = 0.35;
/** Tokens that a speaker's name takes at most. */
export const LONGEST = 8;

/** A statement of a sentence by the places of its cue and of the first and last word of its source; `null` where these name nobody. */
export function statement(
  view: View,
  cue: number,
  [from, to]: readonly [number, number],
  cueLemma: string,
  text: string,
): Statement | null {
  const { tokens, words, sentence } = view;
  let first = from;
  while (first < to && /^(?:the|a|an)$/.test(words[first]!)) first++;
  if (
    first > to ||
    first >= tokens.length ||
    NOBODY.test(words[first]!) ||
    /^(?:[mb]illion|hundreds?|thousands?|\d.*)$/.test(words[to]!)
  )
    return null;
  const source = { start: tokens[first]!.start, end: tokens[to]!.end };
  return {
    source: [source],
    cue: [{ start: tokens[cue]!.start, end: tokens[cue]!.end }],
    content: [{ start: sentence.start, end: sentence.end }],
    name: text.slice(source.start, source.end),
    kind: kindOf(words.slice(first, to + 1), [], false),
    cueLemma,
    on: cueTime(view, [tokens[cue]!]),
    confidence: CONFIDENCE,
  };
}

/** The noun phrase around a subject: what leads to it and its flat names. */
export function nameAround(view: View, subject: number): readonly [number, number] {
  const { tokens } = view;
  let first = subject;
  while (
    first > 0 &&
    subject - first < LONGEST &&
    /^(?:NN.*|JJ.*|DT|POS|PRP\$|HYPH)$/.test(tokens[first - 1]!.xpos)
  )
    first--;
  let last = subject;
  while (last + 1 < tokens.length && last - subject < LONGEST && isName(tokens[last + 1]!)) last++;
  return [first, makerBehind(view, subject, last)];
}

/** Where a name ends with whoever a document is by: "a statement by the mayor's office". */
function makerBehind({ tokens, words }: View, subject: number, last: number): number {
  const maker = /^(?:by|from)$/.test(words[last + 1] ?? '') ? tokens[last + 1]!.head : -1;
  return maker > last && tokens[maker]!.head === subject && maker - subject <= LONGEST ? maker : last;
}

const isName = ({ deprel, xpos }: Token): boolean => deprel === 'flat' || /^(?:NN.*|VBG|JJ|POS)$/.test(xpos);

/** Words that open no speaker's name here. */
const NOBODY =
  /^(?:the|an?|is|are|was|were|be|been|their|its|this|that|these|those|it|they|he|she|we|i|you|who|which)$/;

/** The time that the tree puts with a cue: "told reporters last month". */
export function cueTime(view: View, cue: readonly Span[]): Statement['on'] {
  const verbs = new Set(cue.map(({ start }) => tokenAt(view.tokens, start)));
  const time = view.times.find(
    (one) =>
      one.type !== 'DURATION' &&
      one.type !== 'SET' &&
      one.from !== null &&
      one.to !== null &&
      verbs.has(over(view, one)),
  );
  return time ? { from: time.from, to: time.to } : null;
}

/** The verb that a time hangs on at once, past the nouns of its own phrase. */
function over({ tokens }: View, time: Time): number {
  let at = tokenAt(tokens, time.end - 1);
  for (let steps = 0; at >= 0 && steps < 3; steps++) {
    if (tokens[at]!.upos === 'VERB') return at;
    at = tokens[at]!.head;
  }
  return -1;
}
