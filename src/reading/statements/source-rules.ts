import { CLOSES, OPENS, type Passage, type Run } from './passage.ts';
import { verbForm, wordSet } from './verbs.ts';

const LONGEST = 18;
const STOPS = /^[,;:!?()–—"“”]$/;
const RELATIVE = new Set(['who', 'which']);

/** A source found beside its cue. `trailing`: the content went before them. */
export interface FoundSource {
  readonly source: Run;
  readonly cue: Run;
  readonly trailing: boolean;
}

/** The noun phrase that a verb of speech has as subject, before it or, inverted, after it. */
export function findSource(passage: Passage, sentence: Run, cue: Run): FoundSource | null {
  const auxiliaries = wordSet('auxiliaries');
  let start = cue.from;
  while (start > sentence.from && auxiliaries.has(passage.words[start - 1]!)) start--;
  const whole = { from: start, to: cue.to };
  if (startsInverted(passage, sentence, start)) return inverted(passage, sentence, whole);
  const source = sourceBefore(passage, sentence, start);
  if (!source) return null;
  const trailing =
    source.from - sentence.from > 2 &&
    endsContent(passage, source.from - 1) &&
    isOver(passage, sentence, cue.to);
  return { source, cue: whole, trailing };
}

/** Whether nothing but a time, an addressee or a mark follows the verb, so that the content must stand before it. */
function isOver(passage: Passage, sentence: Run, from: number): boolean {
  const times = wordSet('times');
  const addressed = verbForm(passage.words[from - 1]!)?.lemma === 'tell';
  for (let i = from; i < sentence.to && i < from + 5; i++) {
    const word = passage.words[i]!;
    if (word === 'that' || passage.quoted[i] === OPENS) return passage.quoted[i] === OPENS;
    if (/^[,.:;!?]$/.test(word)) return true;
    if (i === from && !addressed && !times.has(word) && !/^(?:to|during|about|with)$/.test(word))
      return false;
  }
  return true;
}

/** The noun phrase from a token on, up to the next mark, clause or verb. */
export function sourceAfter(passage: Passage, sentence: Run, from: number): Run | null {
  const boundaries = wordSet('boundaries');
  const times = wordSet('times');
  let i = from;
  while (i < sentence.to && i < from + LONGEST) {
    const word = passage.words[i]!;
    if (STOPS.test(word) || word === '.' || boundaries.has(word) || (i > from + 1 && times.has(word))) break;
    if (word === '-' && passage.tokens[i]!.start > passage.tokens[i - 1]!.end) break;
    if (i > from && isVerb(passage, i)) break;
    i++;
  }
  return i > from ? { from, to: i } : null;
}

function inverted(passage: Passage, sentence: Run, cue: Run): FoundSource | null {
  const source = sourceAfter(passage, sentence, cue.to);
  return source && { source, cue, trailing: true };
}

const startsInverted = (passage: Passage, sentence: Run, start: number): boolean =>
  start > sentence.from && endsContent(passage, start - 1) && !isAppositive(passage, sentence, start - 1);

/** A comma that closes an apposition, "Ms Gray, the mayor, said", is no end of content. */
function isAppositive(passage: Passage, sentence: Run, comma: number): boolean {
  if (passage.words[comma] !== ',') return false;
  for (let i = comma - 1; i >= sentence.from && i > comma - LONGEST; i--)
    if (passage.words[i] === ',') return !verbBetween(passage, sentence.from, i);
  return false;
}

function verbBetween(passage: Passage, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (isVerb(passage, i) || wordSet('auxiliaries').has(passage.words[i]!)) return true;
  return false;
}

const endsContent = (passage: Passage, i: number): boolean =>
  passage.quoted[i] === CLOSES ||
  passage.words[i] === ',' ||
  passage.words[i] === '?' ||
  passage.words[i] === '!';

function sourceBefore(passage: Passage, sentence: Run, end: number): Run | null {
  const boundaries = wordSet('boundaries');
  let from = end;
  let commas = passage.words[end - 1] === ',' ? 2 : 0;
  while (from > sentence.from && end - from < LONGEST) {
    const i = from - 1;
    const word = passage.words[i]!;
    if (word === ',' && commas > 0) commas--;
    else if (STOPS.test(word) || passage.quoted[i] === CLOSES) break;
    else if (RELATIVE.has(word)) return { from: i, to: i + 1 };
    else if (boundaries.has(word)) break;
    else if (commas === 0 && isVerb(passage, i)) break;
    else if (word === 'and' && verbBetween(passage, sentence.from, i)) break;
    from--;
  }
  const to = passage.words[end - 1] === ',' ? end - 1 : end;
  return from < to && /[\p{L}\p{N}]/u.test(passage.words[to - 1]!) ? { from, to } : null;
}

function isVerb(passage: Passage, i: number): boolean {
  const { upos } = passage.tokens[i]!;
  if (upos === 'VERB' || upos === 'AUX') return true;
  return (
    upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ' && verbForm(passage.words[i]!)?.shape === 'past'
  );
}
