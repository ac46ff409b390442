import { clauses } from './clauses.ts';
import { singular } from './inflect.ts';
import { measures } from './lexicon.ts';
import type { Measured } from './measure.ts';
import { adjectiveOf, type Mentioned, nationsOf } from './nations.ts';
import { type Phrase, runEnd, type View } from './view.ts';

/** What was counted: the words after the figure, and whose or what they are in plain words. */
export interface Group {
  readonly text: string;
  readonly group: string;
}

/** An earlier figure's group, which "of them", "others" and bare numbers may mean. */
export interface Earlier extends Group {
  readonly measure: string;
  readonly unit: string;
  readonly view: number;
  /** Where its figure starts. */
  readonly start: number;
}

/** How many sentences back an owner or an antecedent may stand. */
const REACH = 4;
const OWNER_MEASURES = new Set([
  'killed',
  'wounded',
  'killed-or-wounded',
  'captured',
  'deployed',
  'missing',
  'dismissed',
  'destroyed',
]);

/** The group of a figure, completed from its sentence and those before it. */
export function groupOf(
  views: readonly View[],
  at: number,
  phrase: Phrase,
  measured: Measured,
  earlier: readonly Earlier[],
  text: string,
): Group {
  const view = views[at]!;
  const words = countedWords(view, phrase, text);
  const bare = words === null || clauses().pointing.has(words.toLowerCase());
  if (bare) {
    const before = numberOf(view, phrase, text) ?? antecedent(at, measured, earlier, phrase);
    const own = words ?? phrase.figure.text;
    if (before) return { text: own, group: before.group };
    const owner = ownerOf(views, at, phrase, measured);
    return {
      text: own,
      group: owner
        ? `${adjectiveOf(owner)} ${nounFor(phrase, measured)}`
        : (words ?? nounFor(phrase, measured)),
    };
  }
  const named = nationIn(view, phrase);
  if (named) return { text: words, group: named.within ? words : `${adjectiveOf(named.code)} ${words}` };
  if (!ownable(view, phrase, measured)) return { text: words, group: words };
  const owner = ownerOf(views, at, phrase, measured);
  return { text: words, group: owner ? `${adjectiveOf(owner)} ${words}` : words };
}

const countsPeople = ({ name }: Measured): boolean =>
  measures().entries.find(({ measure }) => measure === name)?.counts[0] === 'person';

/** A word for what a figure counts where the text has none: people where its measure counts people first. */
function nounFor({ figure }: Phrase, measured: Measured): string {
  if (figure.unit === 'person' || (figure.unit === 'item' && countsPeople(measured))) return 'people';
  return figure.unit === 'item' ? 'items' : figure.unit;
}

/** The words counted, without "of the"; `null` where none are said. */
function countedWords(view: View, phrase: Phrase, text: string): string | null {
  const { last, end, head, figure } = phrase;
  if (head >= 0) return wordsFrom(view, last + 1, end, text) ?? figure.counted?.text ?? null;
  const next = view.words[last + 1] ?? '';
  if (next === 'of') {
    const whole = view.phrases.find(({ first }) => first > last && first <= last + 5);
    if (whole) return countedWords(view, whole, text);
    if (view.words[last + 2] === 'which') return nounBefore(view, phrase.first - 1, text);
  }
  if (!/^[A-Z]{3}$/.test(figure.unit)) return null;
  return wordsAfter(view, last, text) ?? nounOf(view, phrase.first, text);
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
  const near = earlier.filter(({ view }) => at - view <= REACH);
  const unit = phrase.figure.unit;
  const same = (one: Earlier) => one.unit === unit || unit === 'item' || one.unit === 'item';
  const whole = measured.of && near.findLast((one) => one.start === measured.of?.figure.start);
  if (whole) return whole;
  const people = unit === 'person' || countsPeople(measured);
  const persons = people ? near.findLast((one) => one.unit === 'person' && one.view >= at - 1) : undefined;
  if (persons && persons.measure !== measured.name) return persons;
  const byMeasure = near.findLast((one) => same(one) && one.measure === measured.name && one.view === at);
  return byMeasure ?? near.findLast((one) => same(one) && one.unit !== 'percent') ?? null;
}

interface Nation {
  readonly code: string;
  /** Whether the counted words hold it. */
  readonly within: boolean;
}

/** A country in the counted words or right after them: "troops from North Korea". */
function nationIn(view: View, { first, end }: Phrase): Nation | null {
  const inside = nationsOf(view.words.slice(first, end + 1));
  if (inside.length) return { code: inside[0]!.code, within: true };
  if (!/^(?:from|of)$/.test(view.words[end + 1] ?? '')) return null;
  const after = nationsOf(view.words.slice(end + 2, end + 8))[0];
  return after && after.first <= 1 ? { code: after.code, within: false } : null;
}

/** Soldiers and losses belong to somebody; passers-by and houses need not. */
function ownable(view: View, { head, figure }: Phrase, { name }: Measured): boolean {
  if (!OWNER_MEASURES.has(name)) return false;
  const noun = singular(view.words[head] ?? '');
  const classes = measures().classes.get(noun);
  return (
    classes?.has('troop') === true ||
    noun === 'casualty' ||
    noun === 'loss' ||
    (name === 'destroyed' && figure.unit === 'item' && classes?.has('vehicle') === true)
  );
}

/**
 * Whose they are. Who loses or sends is the owner; who kills is not. Else the country whose forces were named last.
 */
function ownerOf(views: readonly View[], at: number, phrase: Phrase, measured: Measured): string | null {
  if (!OWNER_MEASURES.has(measured.name)) return null;
  const view = views[at]!;
  const mentions = nationsOf(view.words);
  const before = mentions.filter(({ last }) => last < phrase.first);
  const verb = view.words
    .slice(0, phrase.first)
    .findLastIndex((word) => clauses().losing.has(word) || clauses().sending.has(word));
  const subject = verb < 0 ? null : subjectNation(view, before, verb);
  if (subject) return subject;
  const killer =
    measured.role === 'did' && measured.at >= 0 && measured.at < phrase.first
      ? subjectNation(view, before, measured.at)
      : null;
  const own = before.findLast((mention) => isForce(view, mention) && mention.code !== killer);
  if (own) return own.code;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const found = nationsOf(views[i]!.words).findLast(
      (mention) => isForce(views[i]!, mention) && mention.code !== killer,
    );
    if (found) return found.code;
  }
  return null;
}

/** The country that a verb's subject names: the last before the verb that no preposition of place holds. */
function subjectNation(view: View, before: readonly Mentioned[], verb: number): string | null {
  const found = before.findLast(
    ({ first, last }) =>
      last < verb &&
      verb - last <= 8 &&
      !/^(?:in|to|near|against|for|into|on|at|with|by)$/.test(view.words[first - 1] ?? ''),
  );
  return found?.code ?? null;
}

/** "North Korean units", "troops from North Korea". */
function isForce({ words }: View, { first, last }: Mentioned): boolean {
  if (words.slice(last + 1, last + 4).some((word) => clauses().force.has(word))) return true;
  const before = words.slice(Math.max(0, first - 4), first);
  return (
    before.some((word) => clauses().force.has(word)) &&
    before.some((word) => word === 'from' || word === 'of')
  );
}
