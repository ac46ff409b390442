import type { Sentence, Token } from '../../language/sentence.ts';
import { listed } from '../../text/listed.ts';
import { contains, overlaps, type Span } from '../../text/span.ts';
import type { Figure } from '../figure.ts';
import type { Time } from '../time.ts';
import { clauses } from './clauses.ts';
import { datable } from './datable.ts';
import { singular } from './inflect.ts';
import { measures } from './lexicon.ts';

/** A figure with the tokens of its noun phrase: "at least 30 North Korean soldiers". */
export interface Phrase {
  readonly figure: Figure;
  /** First token of the figure. */
  readonly first: number;
  /** Last token of the figure's own words. */
  readonly last: number;
  /** Last token of the phrase, which is the counted noun where there is one. */
  readonly end: number;
  /** The counted noun, `-1` where none is said. */
  readonly head: number;
  /** Whether it counts things at all: durations, distances and speeds do not. */
  readonly counts: boolean;
}

/** Units of time, length, speed, heat and force: such figures say how long or how far, not how many. */
const NO_COUNT =
  /^(?:s|sec|second|min|minute|h|hr|hour|d|day|wk|week|mo|month|quarter|yr|year|a|decade|century|km|m|cm|mm|mi|mile|ft|foot|yd|yard|in|inch|nmi|°.*|degree.*|K|km\/h|mph|kph|knot|kn|m\/s|Hz|kHz|MHz|GHz|magnitude|page|am|pm)$/;

/** A sentence as the claims reader looks at it. Token numbers are places in the sentence. */
export interface View {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** The tokens in lower case. */
  readonly words: readonly string[];
  readonly phrases: readonly Phrase[];
  readonly times: readonly Time[];
}

const NOUN_PHRASE_STOP =
  /^(?:and|or|but|nor|of|in|on|at|by|for|from|to|with|as|than|into|over|under|after|before|since|during|who|whom|whose|which|that|what|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|could|can|may|might|must|shall|should|not|also|still|now|when|while|where|because|if|though|although|including|among|near|around|across|through|against|without|within|per|via|amid|despite|about|more|killed|dead|missing|reported|feared|it|they|he|she|we|i|you|there|this|these|those|a|an|the)$/;

/** One view a sentence; each figure goes to the sentence that holds its first unit. */
export function viewsOf(
  sentences: readonly Sentence[],
  figures: readonly Figure[],
  times: readonly Time[],
  text: string,
): readonly View[] {
  const figuresIn = sharedOut(sentences, figures);
  const timesIn = sharedOut(sentences, times);
  return listed(sentences, (sentence, i) => viewOf(sentence, figuresIn[i]!, timesIn[i]!, text));
}

/** The spans that begin in each sentence. */
function sharedOut<S extends Span>(
  sentences: readonly Sentence[],
  spans: readonly S[],
): readonly (readonly S[])[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  return listed(sentences, (sentence) => {
    while (next < sorted.length && sorted[next]!.start < sentence.start) next++;
    const from = next;
    while (next < sorted.length && sorted[next]!.start < sentence.end) next++;
    return sorted.slice(from, next);
  });
}

function viewOf(sentence: Sentence, figures: readonly Figure[], times: readonly Time[], text: string): View {
  const { tokens } = sentence;
  const words = listed(tokens, (token) => lowerOf(token.text));
  if (!figures.length) return { sentence, tokens, words, phrases: [], times: datedBy(sentence, times, text) };
  const phrases = figures
    .filter((figure) => !times.some((time) => contains(time, figure)))
    .map((figure) => phraseOf(figure, tokens, words))
    .filter((phrase) => phrase !== null)
    .map((phrase) => (times.length ? cutAtTime(phrase, tokens, times) : phrase))
    .map((phrase) => withoutVerb(phrase, words, tokens, sentence.headline));
  const starts = new Set(phrases.map((phrase) => phrase.first));
  return {
    sentence,
    tokens,
    words,
    phrases: listed(phrases, (phrase) => cutAtNext(phrase, starts)),
    times: datedBy(sentence, times, text),
  };
}

function lowerOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

const datedBy = (sentence: Sentence, times: readonly Time[], text: string): readonly Time[] =>
  times.length ? datable(text, sentence, times) : times;

/** A noun phrase never runs into another figure: of "21 of the 200 girls", the girls are the 200's. */
function cutAtNext(phrase: Phrase, starts: ReadonlySet<number>): Phrase {
  for (let i = phrase.last + 1; i <= phrase.end; i++)
    if (starts.has(i)) return { ...phrase, end: phrase.last, head: -1 };
  return phrase;
}

/** "River boat sinks, seven drown", "3 SHOT": in a headline or capitals, a verb of the lexicon is no counted noun. */
function withoutVerb(
  phrase: Phrase,
  words: readonly string[],
  tokens: readonly Token[],
  headline: boolean,
): Phrase {
  const { head, last } = phrase;
  if (head <= last || !(headline || /^\p{Lu}/u.test(tokens[head]!.text))) return phrase;
  const verb = measures()
    .patterns.get(words[head]!)
    ?.some(
      ({ role, forms, rest }) =>
        !rest.length &&
        ((role === 'was' && forms.has('base')) || (role === 'did' && forms.has('participle'))),
    );
  return verb ? { ...phrase, head: -1, end: last } : phrase;
}

/** "more than 150 two weeks ago", "6.4% next year": a time is not counted. */
function cutAtTime(phrase: Phrase, tokens: readonly Token[], times: readonly Time[]): Phrase {
  for (let i = phrase.last + 1; i <= phrase.end; i++)
    if (times.some((time) => overlaps(time, tokens[i]!)))
      return { ...phrase, end: i - 1, head: i - 1 > phrase.last ? i - 1 : -1 };
  return phrase;
}

function phraseOf(figure: Figure, tokens: readonly Token[], words: readonly string[]): Phrase | null {
  const first = tokenAt(tokens, figure.start);
  const last = tokenAt(tokens, Math.max(figure.start, figure.end - 1));
  if (first < 0 || last < 0) return null;
  const { counted } = figure;
  const counts = !NO_COUNT.test(figure.unit);
  if (counted && counted.start >= figure.start && counted.start - figure.end < 60) {
    const head = tokenAt(tokens, counted.end - 1);
    if (head >= first)
      return extended({ figure, first, last, head, end: Math.max(last, head), counts }, tokens, words);
  }
  return extended({ figure, first, last, head: -1, end: last, counts }, tokens, words);
}

/** How far after its number a counted noun may stand, in tokens. */
const FAR = 9;

/**
 * The phrase up to the noun that the tree says the number counts: "four Dallas Police Department [officers]". A plural
 * that is counted is never followed by the noun in the singular: "12 sailors hostage".
 */
function extended(phrase: Phrase, tokens: readonly Token[], words: readonly string[]): Phrase {
  const { end, last } = phrase;
  if (end > last + 1 && clauses().predicative.has(words[end]!))
    return { ...phrase, end: end - 1, head: end - 1 };
  const noun = nounOf(last, tokens);
  const plural = tokens[end]!.xpos === 'NNS' && tokens[noun]?.xpos === 'NN';
  if (noun > end && noun <= last + FAR && !plural && isRun(tokens, end + 1, noun))
    return { ...phrase, figure: recounted(phrase, tokens, noun), end: noun, head: noun };
  return phrase;
}

/** The figure with its counted words up to the noun, and its unit where that names people. */
function recounted({ figure, last }: Phrase, tokens: readonly Token[], noun: number): Figure {
  const from = figure.counted
    ? Math.min(figure.counted.start, tokens[last + 1]!.start)
    : tokens[last + 1]!.start;
  const counted = { start: from, end: tokens[noun]!.end, text: textOf(tokens, last + 1, noun) };
  const person =
    figure.unit === 'item' &&
    measures().classes.get(singular(tokens[noun]!.text.toLowerCase()))?.has('troop');
  return {
    ...figure,
    unit: person ? 'person' : figure.unit,
    counted: from === tokens[last + 1]!.start ? counted : figure.counted,
  };
}

/** Tokens with the blanks between them as one blank each stands in the text. */
const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to + 1)
    .map((token, i, all) => token.text + (i < all.length - 1 && all[i + 1]!.start > token.end ? ' ' : ''))
    .join('');

/** The noun that a number stands to as numeral or adjective, past the nouns that only go with it; -1 for none. */
function nounOf(number: number, tokens: readonly Token[]): number {
  const token = tokens[number]!;
  if (!/^(?:nummod|amod|det)$/.test(token.deprel)) return -1;
  let noun = token.head;
  while (noun >= 0 && tokens[noun]!.deprel === 'compound' && tokens[noun]!.head > noun)
    noun = tokens[noun]!.head;
  return noun >= 0 && /^NNP?S?$/.test(tokens[noun]!.xpos) ? noun : -1;
}

/** Whether a noun phrase may run over these tokens. */
function isRun(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++)
    if (!/^(?:NN.*|JJ.*|HYPH|VB[NG]|CD|POS|RB)$/.test(tokens[i]!.xpos) && tokens[i + 1]?.text !== '-')
      return false;
  return true;
}

/** The last word of the plain words that follow a figure: "30 [North Korean soldiers] killed". */
export function runEnd(words: readonly string[], tokens: readonly Token[], last: number): number {
  let end = last;
  for (let i = last + 1; i < words.length && i <= last + 5; i++) {
    const word = words[i]!;
    if (!/^[a-z][a-z'.-]*$/.test(word) || NOUN_PHRASE_STOP.test(word)) break;
    if (['VERB', 'AUX', 'ADP', 'PRON', 'ADV', 'SCONJ', 'CCONJ'].includes(tokens[i]!.upos)) break;
    end = i;
  }
  return end;
}

/** The token that holds an offset, or the first after it; -1 past the end. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return tokens.length && tokens[low]!.end > offset ? low : -1;
}
