import { clauses } from './clauses.ts';
import { singular } from './inflect.ts';
import { measures } from './lexicon.ts';
import type { Measured } from './measure.ts';
import { adjectiveOf, type Mentioned, nationsOf } from './nations.ts';
import { type Phrase, runEnd, type View } from './view.ts';

/** How many sentences back an owner may stand. */
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

interface Nation {
  readonly code: string;
  /** Whether the counted words hold it. */
  readonly within: boolean;
}

/** A country in the counted words or right after them: "troops from North Korea". */
export function nationIn(view: View, { first, end }: Phrase): Nation | null {
  const inside = nationsOf(view.words.slice(first, end + 1));
  if (inside.length) return { code: inside[0]!.code, within: true };
  if (!/^(?:from|of)$/.test(view.words[end + 1] ?? '')) return null;
  const after = nationsOf(view.words.slice(end + 2, end + 8))[0];
  return after && after.first <= 1 ? { code: after.code, within: false } : null;
}

/** Soldiers and losses belong to somebody; passers-by and houses need not. */
export function ownable(view: View, { head, figure }: Phrase, { name }: Measured): boolean {
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
 * Whose they are, as words before a noun: "Russian", "the brigade's". Who loses or sends is the owner; who kills is not.
 * Else the country whose forces were named last.
 */
export function ownerOf(
  views: readonly View[],
  at: number,
  phrase: Phrase,
  measured: Measured,
  text: string,
): string | null {
  if (!OWNER_MEASURES.has(measured.name)) return null;
  const view = views[at]!;
  const loser = loserOf(view, phrase, measured, text);
  if (loser) return loser;
  const code = nationOver(views, at, phrase, measured);
  return code === null ? null : adjectiveOf(code);
}

/** "Kestria had lost 70 men", "his battalion alone had 15 wounded": the subject of having or losing. */
export function loserOf(view: View, { last, head }: Phrase, { name }: Measured, text: string): string | null {
  if (!OWNER_MEASURES.has(name)) return null;
  const { tokens, words } = view;
  let verb = tokens[head >= 0 ? head : last]!.head;
  for (let steps = 0; verb >= 0 && steps < 3 && !isClauseVerb(tokens[verb]!); steps++)
    verb = tokens[verb]!.head;
  if (verb < 0 || !(clauses().losing.has(words[verb]!) || tokens[verb]!.lemma === 'have')) return null;
  const subject = tokens.findIndex((token) => token.head === verb && token.deprel === 'nsubj');
  if (subject < 0 || nationsOf(view.words.slice(0, subject + 1)).some((one) => one.last === subject))
    return null;
  const named = tokens[subject]!.upos === 'PROPN';
  if (!named && (head > last || !clauses().force.has(words[subject]!))) return null;
  let first = subject;
  while (first > 0 && tokens[first - 1]!.head === subject && DESCRIBES.test(tokens[first - 1]!.deprel))
    first--;
  const [nation] = nationsOf(words.slice(first, subject + 1));
  return nation ? adjectiveOf(nation.code) : `${text.slice(tokens[first]!.start, tokens[subject]!.end)}'s`;
}

/** A verb, but for the participle of "had 15 wounded". */
const isClauseVerb = ({ upos, xpos, deprel }: View['tokens'][number]): boolean =>
  upos === 'AUX' || (upos === 'VERB' && !(xpos === 'VBN' && /^(?:xcomp|obj|ccomp)$/.test(deprel)));

const DESCRIBES = /^(?:compound|flat|amod|det|nmod:poss)$/;

/** "our soldiers": the speaker's, by the nation that opens the words for the speaker. */
export function speakersOwn(view: View, { first, last, end }: Phrase, speaker: string): string | null {
  const near = [view.words[first - 1], ...view.words.slice(last + 1, end + 1)];
  if (!near.includes('our')) return null;
  const words = speaker.split(/\s+/);
  const [nation] = nationsOf(words.map((word) => word.toLowerCase()));
  if (nation && nation.first <= 1) return adjectiveOf(nation.code);
  return words.find((word) => /^\p{Lu}\p{L}+(?:ian|ean|an|ish|ese)$/u.test(word)) ?? null;
}

/** The country that loses or sends, else whose forces were named last. */
function nationOver(views: readonly View[], at: number, phrase: Phrase, measured: Measured): string | null {
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

/**
 * The owned noun whose value a bare number is: "put Varonian losses at 40", "its own dead at nine", "Kestria's losses
 * were six killed".
 */
export function ownedNoun(view: View, phrase: Phrase, { at, role }: Measured, text: string): string | null {
  const isNoun = role === 'event' || role === 'state' || role === 'toll' || LOSSES.test(view.words[at] ?? '');
  const valued = isNoun && at >= 0 && at < phrase.first;
  const noun = valued ? at : lossesBefore(view, phrase);
  return noun < 0 ? null : ownedAt(view, phrase, noun, text);
}

const LOSSES = /^(?:losses|casualties|dead|wounded|deaths|fatalities|injured|killed)$/;
/** How far back the noun of a list of losses may stand, in tokens. */
const FAR = 14;

/** The noun of losses that a list follows: "Kestria's losses were six killed and [22] wounded". */
function lossesBefore({ words, tokens }: View, { first }: Phrase): number {
  for (let i = first - 1; i >= Math.max(0, first - FAR); i--) {
    if (/^(?:losses|casualties)$/.test(words[i]!)) return i;
    const plain = clauses().link.has(words[i]!) || clauses().toll.has(words[i]!) || LOSSES.test(words[i]!);
    if (!plain && /^(?:VERB|PUNCT|SCONJ)$/.test(tokens[i]!.upos)) return -1;
  }
  return -1;
}

function ownedAt(view: View, phrase: Phrase, at: number, text: string): string | null {
  const { tokens, words } = view;
  let first = at;
  while (first > 1 && words[first - 1] === 'and' && LOSSES.test(words[first - 2]!)) first -= 2;
  while (
    first > 0 &&
    /^(?:amod|compound|nmod:poss|case|det|advmod)$/.test(tokens[first - 1]!.deprel) &&
    at - first < 5
  )
    first--;
  const owner = words.slice(first, at);
  const last = runEnd(words, tokens, at);
  const owned = text.slice(tokens[at]!.start, tokens[Math.min(last, phrase.first - 1)]!.end);
  if (/^(?:its|their)$/.test(owner[0] ?? '')) {
    const subject = subjectName(view, at, text);
    return subject === null ? null : `${subject}'s own ${owned}`;
  }
  // A common noun has a capital only where it opens the sentence: "Ferry toll rises to 18".
  const capital = tokens
    .slice(first, at)
    .findIndex(({ text: word, upos }) => /^\p{Lu}/u.test(word) && upos !== 'DET' && upos !== 'NOUN');
  return capital < 0 ? null : text.slice(tokens[first + capital]!.start, tokens[at]!.end);
}

/** The name that is the subject of the verb over a token. */
function subjectName({ tokens }: View, from: number, text: string): string | null {
  let verb = from;
  for (let steps = 0; verb >= 0 && steps < 5 && tokens[verb]!.upos !== 'VERB'; steps++)
    verb = tokens[verb]!.head;
  const subject = tokens.findIndex(
    ({ head, deprel, upos }) => head === verb && deprel === 'nsubj' && upos === 'PROPN',
  );
  return subject < 0 ? null : text.slice(tokens[subject]!.start, tokens[subject]!.end);
}
