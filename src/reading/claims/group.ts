import { clauses } from './clauses.ts';
import { measures } from './lexicon.ts';
import type { Measured } from './measure.ts';
import { adjectiveOf } from './nations.ts';
import { loserOf, nationIn, ownable, ownedNoun, ownerOf, speakersOwn } from './owner.ts';
import { type Phrase, runEnd, type View } from './view.ts';

/** What was counted: the words after the figure, and whose or what they are in plain words. */
export interface Group {
  readonly text: string;
  readonly group: string;
  /** Whether the group is that of an earlier figure of persons. */
  readonly person?: boolean;
}

/** An earlier figure's group, which "of them", "others" and bare numbers may mean. */
export interface Earlier extends Group {
  readonly measure: string;
  readonly unit: string;
  readonly view: number;
  /** Where its figure starts. */
  readonly start: number;
  /** Whether it is of one: no group for others. */
  readonly one: boolean;
  readonly value: number | null;
}

/** How many sentences back an owner or an antecedent may stand. */
const REACH = 4;

/** The group of a figure, completed from its sentence and those before it. */
export function groupOf(
  views: readonly View[],
  at: number,
  phrase: Phrase,
  measured: Measured,
  earlier: readonly Earlier[],
  text: string,
  speaker: string | null,
): Group {
  const view = views[at]!;
  const words = countedWords(view, phrase, text);
  const bare = words === null || clauses().pointing.has(words.toLowerCase());
  if (bare && isMoney(phrase.figure.unit)) {
    const noun = moneyNoun(views, at, phrase, text) ?? phrase.figure.unit;
    return { text: words ?? phrase.figure.text, group: noun };
  }
  if (bare) {
    const before =
      numberOf(view, phrase, text) ??
      ownedGroup(view, phrase, measured, text) ??
      antecedent(at, measured, earlier, phrase);
    const own = words ?? phrase.figure.text;
    if (before)
      return { text: own, group: before.group, person: 'unit' in before && before.unit === 'person' };
    const owner = ownerOf(views, at, phrase, measured, text);
    const noun = nounFor(phrase, measured);
    return { text: own, group: owner ? `${owner} ${noun}` : noun };
  }
  const named = nationIn(view, phrase);
  if (named) return { text: words, group: named.within ? words : `${adjectiveOf(named.code)} ${words}` };
  const ours = speaker === null ? null : speakersOwn(view, phrase, speaker);
  if (ours) return { text: words, group: `${ours} ${words}` };
  const owner = ownable(view, phrase, measured)
    ? ownerOf(views, at, phrase, measured, text)
    : loserOf(view, phrase, measured, text);
  return { text: words, group: owner ? `${owner} ${words}` : words };
}

function ownedGroup(view: View, phrase: Phrase, measured: Measured, text: string): Group | null {
  const group = ownedNoun(view, phrase, measured, text);
  return group === null ? null : { text: phrase.figure.text, group };
}

/** Whether a measure is of people before all. */
export const countsPeople = ({ name }: Measured): boolean =>
  measures().entries.find(({ measure }) => measure === name)?.counts[0] === 'person';

/** A word for what a figure counts where the text has none: people where its measure counts people first. */
function nounFor({ figure }: Phrase, measured: Measured): string {
  if (figure.tally) return 'votes';
  if (figure.unit === 'person' || (figure.unit === 'item' && countsPeople(measured))) return 'people';
  return figure.unit === 'item' ? 'items' : figure.unit;
}

/** The words counted, without "of the"; `null` where none are said. */
function countedWords(view: View, phrase: Phrase, text: string): string | null {
  const { first, last, end, head, figure } = phrase;
  if (head >= 0) return wordsFrom(view, last + 1, end, text) ?? figure.counted?.text ?? null;
  const next = view.words[last + 1] ?? '';
  if (next === 'of') {
    const whole = view.phrases.find(({ first }) => first > last && first <= last + 5);
    if (whole) return countedWords(view, whole, text);
    if (view.words[last + 2] === 'which') return nounBefore(view, phrase.first - 1, text);
    const named = partitive(view, last + 2, text);
    if (named) return named;
  }
  if (view.words[first - 1] === 'of' && HOUSEHOLD.test(view.words[first - 2] ?? ''))
    return text.slice(view.tokens[first - 2]!.start, view.tokens[first - 2]!.end);
  if (!isMoney(figure.unit)) return null;
  return wordsAfter(view, last, text) ?? nounOf(view, phrase.first, text);
}

/** "a family of five": they are a family. */
const HOUSEHOLD = /^(?:famil(?:y|ies)|crews?|teams?|gangs?|units?|squads?|part(?:y|ies))$/;

/** "two of its off-duty members", "nine of the dead": the words after "of", but for pronouns. */
function partitive(view: View, from: number, text: string): string | null {
  const { words, tokens } = view;
  let at = from;
  while (/^(?:the|those|these|its|their|his|her|our|all)$/.test(words[at] ?? '')) at++;
  if (at === from) return null;
  if (STATE_NOUN.test(words[at] ?? '')) return text.slice(tokens[at]!.start, tokens[at]!.end);
  let noun = at;
  while (noun < words.length && noun < at + 5 && !/^NN/.test(tokens[noun]!.xpos) && isRunning(tokens, noun))
    noun++;
  while (/^NN/.test(tokens[noun + 1]?.xpos ?? '')) noun++;
  return /^NN/.test(tokens[noun]?.xpos ?? '') ? text.slice(tokens[at]!.start, tokens[noun]!.end) : null;
}

const isRunning = (tokens: View['tokens'], i: number): boolean =>
  /^(?:JJ.*|HYPH|IN|VBN|VBG|NN.*)$/.test(tokens[i]!.xpos) &&
  (tokens[i]!.xpos !== 'IN' || tokens[i + 1]?.text === '-');

const STATE_NOUN = /^(?:dead|injured|wounded|missing|victims?|killed|detained|arrested|displaced|infected)$/;

const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/**
 * What a bare sum is for: the sum that it converts ("$1.2bn (€1.03bn)"), or the object or else the subject of its verb
 * ("put the costs at $1.2bn", "membership costs £12.50"), where that is no name.
 */
function moneyNoun(views: readonly View[], at: number, phrase: Phrase, text: string): string | null {
  const view = views[at]!;
  const { tokens, words } = view;
  const before = view.phrases.findLast(({ first, figure }) => first < phrase.first && isMoney(figure.unit));
  if (before && phrase.first - before.end <= 2 && /^[(,]$/.test(words[phrase.first - 1] ?? ''))
    return countedWords(view, before, text) ?? moneyNoun(views, at, before, text);
  const held = nounHolding(view, phrase);
  if (held >= 0) return withModifiers(view, held, text);
  let verb = tokens[phrase.last]!.head;
  for (let steps = 0; verb >= 0 && steps < 4 && tokens[verb]!.upos !== 'VERB'; steps++)
    verb = tokens[verb]!.head;
  if (verb < 0) return null;
  const named = (relation: RegExp) =>
    tokens.findIndex(
      ({ head, deprel, upos }, i) =>
        head === verb && relation.test(deprel) && upos === 'NOUN' && (i < phrase.first || i > phrase.end),
    );
  const object = named(/^obj$/);
  const noun =
    object >= 0 || !subjectCosts(tokens[verb]!, topUnder(tokens, phrase.last, verb))
      ? object
      : named(/^nsubj/);
  return noun < 0 ? null : withModifiers(view, noun, text);
}

/** The token on the way up from another that hangs on the verb itself. */
function topUnder(tokens: View['tokens'], from: number, verb: number): View['tokens'][number] {
  let at = from;
  for (let steps = 0; steps < 5 && tokens[at]!.head !== verb && tokens[at]!.head >= 0; steps++)
    at = tokens[at]!.head;
  return tokens[at]!;
}

/** "the repairs cost $3m", "losses rose to $3m", but not "thieves stole $3m": whether a sum is its subject's. */
const subjectCosts = (verb: View['tokens'][number], sum: View['tokens'][number]): boolean =>
  sum.deprel !== 'obj' || /^(?:cost|save|total|exceed|reach|top|raise|generate|hit)$/.test(verb.lemma);

/** "costs [at] $1.2bn", "damage [of] $3 billion": the noun before the preposition before a sum; -1 for none. */
function nounHolding({ tokens, words }: View, { first }: Phrase): number {
  const noun = first - 2;
  const holds = /^(?:at|of|to|worth|above|below|beyond|near)$/.test(words[first - 1] ?? '');
  return holds && tokens[noun]?.upos === 'NOUN' ? noun : -1;
}

/** A noun with the adjectives and nouns before it: "one-off costs". */
function withModifiers({ tokens }: View, noun: number, text: string): string {
  let first = noun;
  while (
    first > 0 &&
    tokens[first - 1]!.head === noun &&
    /^(?:amod|compound)$/.test(tokens[first - 1]!.deprel)
  )
    first--;
  return text.slice(tokens[first]!.start, tokens[noun]!.end);
}

/** From the first word that is no article to the last. */
function wordsFrom(view: View, from: number, to: number, text: string): string | null {
  let first = from;
  while (
    first < to &&
    /^(?:of|in|for|worth|the|our|its|their|his|these|those|a|an|-|')$/.test(view.words[first]!)
  )
    first++;
  return first > to ? null : text.slice(view.tokens[first]!.start, view.tokens[to]!.end);
}

/** What money is in or for: "$5 billion [in weapons and equipment]", "€40m [for flood relief]". */
function wordsAfter(view: View, last: number, text: string): string | null {
  let at = last + 1;
  if (view.words[at] === ')') at++;
  if (view.words[at] === '(') at = Math.max(at, view.words.indexOf(')', at) + 1);
  if (!/^(?:in|of|for|worth)$/.test(view.words[at] ?? '')) return null;
  let end = runEnd(view.words, view.tokens, at);
  if (view.words[end + 1] === 'and') end = Math.max(end, runEnd(view.words, view.tokens, end + 1));
  return end > at ? wordsFrom(view, at + 1, end, text) : null;
}

/** "a ransom of $5 million". */
function nounOf(view: View, first: number, text: string): string | null {
  return view.words[first - 1] === 'of' || view.words[first - 1] === 'worth'
    ? nounBefore(view, first - 1, text)
    : null;
}

/** The noun that ends before a token, a comma aside, with the name that it may be part of. */
function nounBefore(view: View, at: number, text: string): string | null {
  const last = view.words[at - 1] === ',' ? at - 2 : at - 1;
  let first = last;
  while (
    first > 0 &&
    last - first < 4 &&
    /^\p{Lu}/u.test(view.tokens[first]!.text) &&
    /^\p{Lu}/u.test(view.tokens[first - 1]!.text)
  )
    first--;
  return last >= 0 && /^\p{L}/u.test(view.words[last]!)
    ? text.slice(view.tokens[first]!.start, view.tokens[last]!.end)
    : null;
}

/** "the number of Americans … rose to 300": what the number is of. */
function numberOf(view: View, { first }: Phrase, text: string): Group | null {
  const { words } = view;
  for (let i = first - 1; i > 0; i--) {
    if (words[i] !== 'of' || words[i - 1] !== 'number') continue;
    const end = runEnd(words, view.tokens, i);
    const group = end > i ? wordsFrom(view, i + 1, end, text) : null;
    return group === null || clauses().pointing.has(group.toLowerCase()) ? null : { text: group, group };
  }
  return null;
}

/** The latest figure of the same kind of thing; a bare number after "of them" goes to its own sentence's first. */
function antecedent(
  at: number,
  measured: Measured,
  earlier: readonly Earlier[],
  phrase: Phrase,
): Earlier | null {
  const near = earlier.filter(({ view, one }) => at - view <= REACH && !one);
  const unit = phrase.figure.unit;
  const same = (one: Earlier) => one.unit === unit || unit === 'item' || one.unit === 'item';
  const whole = measured.of && near.findLast((one) => one.start === measured.of?.figure.start);
  if (whole) return whole;
  const people = unit === 'person' || countsPeople(measured);
  const persons = people ? near.findLast((one) => one.unit === 'person' && one.view >= at - 1) : undefined;
  if (persons && persons.measure !== measured.name && mayHold(persons, phrase)) return persons;
  const byMeasure = near.findLast((one) => same(one) && one.measure === measured.name && one.view === at);
  return (
    byMeasure ??
    near.findLast((one) => same(one) && one.unit !== 'percent' && (!people || mayHold(one, phrase))) ??
    null
  );
}

/** "seek 2 men after a blast that injured 13": those of whom nothing is told hold no more than they are. */
const mayHold = ({ measure, value }: Earlier, { figure }: Phrase): boolean =>
  measure !== 'other' || value === null || value >= (figure.low ?? figure.high ?? 0);
