import type { Span } from '../../text/span.ts';
import type { Statement } from '../statement.ts';
import type { Measured } from './measure.ts';
import type { Phrase, View } from './view.ts';

/** Nouns after a number that make it a time, a place in a row, or an idiom. */
const OUT_NOUNS =
  /^(?:years?|months?|weeks?|weekends?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|nights?|mornings?|evenings?|seasons?|quarters?|times?|occasions?|miles?|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|feet|foot|inch(?:es)?|yards?|degrees?|o'clock|points?|hand|hands|thing|things|way|ways|sides?|halves|parts?|steps?|fronts?|sorts?|kinds?|types?|stor(?:ey|eys|y|ies)|floors?|lanes?|stars?|phases?|stages?|terms?|another|day-old|yo|y\/o|yr|yrs|percentage|reasons?|cents?|note|fold|ages?|birthday|anniversary|old|rounds? of talks|hour|km\/h|mph|story|doubt)$/;

const OUT_BEFORE =
  /^(?:number|no\.?|#|nr|aged?|ages|route|highway|interstate|flight|channel|chapter|article|section|page|room|gate|platform|line|grade|level|tier|phase|category|type|model|version|vol\.?|volume|part|episode|day|week|year|size|at)$/;

/** Whether a figure is put on something that happened or stands. Ages, durations, distances, names and idioms are not. */
export function isClaim(
  view: View,
  phrase: Phrase,
  measured: Measured,
  statements: readonly Statement[],
): boolean {
  const { figure } = phrase;
  if (figure.tally) return true;
  if (!phrase.counts || isRejected(view, phrase) || isSpeakers(phrase, statements)) return false;
  const { words } = view;
  const noun = phrase.head >= 0 ? words[phrase.head]! : (words[phrase.last + 1] ?? '');
  const next = words[phrase.last + 1] ?? '';
  if (OUT_NOUNS.test(noun) || OUT_NOUNS.test(next)) return false;
  if (
    isNumbered(view, phrase) ||
    isAddress(view, phrase) ||
    isAge(view, phrase) ||
    isAmongAges(view, phrase) ||
    isStuff(view, phrase)
  )
    return false;
  if (isOne(figure.text) && next === 'of') return false;
  const sure = measured.role !== 'none' && measured.role !== 'inherited';
  if (isOne(figure.text))
    return sure ? headed(phrase) || figure.bound !== 'exact' : figure.bound !== 'exact' && headed(phrase);
  return sure || !(isBarePronoun(view, phrase) || pointsBack(view, phrase));
}

/** "Mary Reed, 43, has been", "…as Michael Reed, 55.": a small number set off after a name. */
function isAge({ words, tokens }: View, { figure, first, last, head }: Phrase): boolean {
  if (
    figure.bound !== 'exact' ||
    (head >= 0 && words[last + 1] !== ',') ||
    !/^\d{1,3}$/.test(figure.text) ||
    words[first - 1] !== ','
  )
    return false;
  return /^(?:[,.;)—–-]+|and)?$/.test(words[last + 1] ?? '') && /^\p{L}/u.test(tokens[first - 2]?.text ?? '');
}

/** "ranging in age from 17 to 27", "ages 20-27", "ages of 8, 10 and 14": all numbers of the list are ages. */
function isAmongAges({ words }: View, { first, head }: Phrase): boolean {
  for (let i = first - 1; i >= Math.max(0, first - AGES); i--) {
    if (/^(?:age|ages|aged)$/.test(words[i]!)) return head < 0 || words[i + 1] !== 'of';
    if (!/^(?:\d{1,2}|from|to|of|and|between|,|-|–|or)$/.test(words[i]!)) return false;
  }
  return false;
}

/** How far back the word for ages may stand, in tokens. */
const AGES = 10;

/** "a handful of blood": a mass is not counted. */
const isStuff = ({ words }: View, { figure, head }: Phrase): boolean =>
  /handful/i.test(figure.text) && head >= 0 && !/s$|people|men$|women$|children$|police/.test(words[head]!);

/** "20, not 21": the number that is not meant. */
const isRejected = ({ words }: View, { first, figure }: Phrase): boolean =>
  figure.bound === 'exact' && words[first - 1] === 'not' && figure.low !== 0;

/** "two officials said": who speaks is no part of what is told. */
const isSpeakers = ({ figure }: Phrase, statements: readonly Statement[]): boolean =>
  COUNTABLE.has(figure.unit) &&
  statements.some(
    ({ source, confidence }) => confidence > SURE && source.some((span) => opens(span, figure)),
  );

const COUNTABLE = new Set(['person', 'item']);
/** Least confidence at which a source is one. */
const SURE = 0.5;
/** "Some of the", "the": what may stand before the number of a source, in UTF-16 units. */
const ARTICLE = 5;

const opens = (source: Span, figure: Span): boolean =>
  figure.start - source.start <= ARTICLE && figure.start >= source.start && figure.end <= source.end;

/** "these two events", "the two capitals": small numbers that only point back. */
const pointsBack = ({ words }: View, { figure, first }: Phrase): boolean =>
  figure.bound === 'exact' &&
  (figure.high ?? 0) <= 3 &&
  /^(?:the|these|those|both|separate)$/.test(words[first - 1] ?? '');

const isOne = (text: string) =>
  /^(?:(?:only|just|another|a single|at least|exactly|no more than) )?(?:one|1|a|an|single)$/i.test(text);
const headed = ({ head, last }: Phrase) => head > last;

/** "Route 66", "number one", "at one point", "Gate 4": the number is a name or part of one. */
function isNumbered({ words, tokens }: View, { figure, first, last }: Phrase): boolean {
  if (figure.bound !== 'exact') return false;
  if (/^0\d|^\d{3,}-\d{3,}|^\d{7,}$/.test(figure.text)) return true;
  const before = words[first - 1] ?? '';
  if (OUT_BEFORE.test(before) && before !== 'at') return true;
  if (before === 'at' && isOne(figure.text)) return true;
  const name = tokens[first - 1];
  const digits = /^\d+$/.test(figure.text);
  const named = name !== undefined && /^[A-Z]{2,}$/.test(name.text) && digits && figure.text.length <= 2;
  return named || /^-/.test(words[last + 1] ?? '');
}

/** "the 3100 block of Alder Avenue", "at 3500 Alder", "called 911", "Action 7 News": a place, a line or a name. */
function isAddress({ words, tokens }: View, { figure, first, last }: Phrase): boolean {
  if (!/^\d+$/.test(figure.text)) return false;
  const before = words[first - 1] ?? '';
  const next = tokens[last + 1];
  if (words[last + 1] === 'block' || /^(?:dial|dialed|dialled)$/.test(before)) return true;
  if (/^(?:call|calls|called|calling|phoned?)$/.test(before)) return figure.text.length === 3;
  if (!next || !/^\p{Lu}/u.test(next.text)) return false;
  if (/^(?:news|fm|tv|radio|live|eyewitness|am)$/.test(words[last + 1]!)) return true;
  return (
    /^(?:at|near|to|of)$/.test(before) &&
    figure.text.length > 2 &&
    next.xpos === 'NNP' &&
    !/s$/.test(next.text)
  );
}

/** "The two are unrelated", "all three": the number only points back. */
function isBarePronoun({ words }: View, { figure, head, first }: Phrase): boolean {
  if (head >= 0 || figure.bound !== 'exact') return false;
  return (
    /^(?:the|these|those|both|all|any|every|each|other)$/.test(words[first - 1] ?? '') &&
    (figure.high ?? 0) <= 10
  );
}
