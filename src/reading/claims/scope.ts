import { dayNumber } from '../../text/interval.ts';
import type { Scope } from '../claim.ts';
import type { Time } from '../time.ts';
import { clauses, isEventNoun } from './clauses.ts';
import type { Measured } from './measure.ts';
import { type Phrase, tokenAt, type View } from './view.ts';

const STATE_MEASURES = new Set(['area-held', 'unemployed', 'missing', 'trapped']);
/** Nouns of those who are still held or away say how things stand. */
const STATE_NOUNS = new Set(['captured', 'detained', 'displaced']);
const TOTALS = new Set(['deployed', 'displaced', 'infected', 'vaccinated']);
const LOSSES = new Set([
  'freed',
  'rescued',
  'detained',
  'killed',
  'wounded',
  'killed-or-wounded',
  'area-taken',
  'captured',
  'dismissed',
  'destroyed',
]);
const PERFECT = new Set(['have', 'has', "'ve"]);
const HAVING = new Set(['has', 'have', 'owns', 'own', 'is', 'are', "'s", "'re"]);
/** A loss this large, said in the perfect tense of no named event, is a running total. */
const MANY = 100;

/** One event, a running total, a rate, or how things stand. A figure with `per` is a rate. */
export function scopeOf(view: View, phrase: Phrase, measured: Measured): Scope {
  if (phrase.figure.per !== null) return 'rate';
  if (measured.scope) return measured.scope;
  if (measured.name === 'deployed' && measured.role === 'event') return 'state';
  const near = wordsNear(view, phrase);
  const state = stateNear(view, phrase, measured);
  if (state && /^(?:captured|deployed|detained|freed|trapped|missing)$/.test(measured.name)) return 'state';
  if (
    measured.name === 'captured' &&
    /^(?:hold|hostage|captive|in captivity|remain)/.test(measured.predicate ?? '')
  )
    return 'state';
  if (STATE_MEASURES.has(measured.name) || (measured.role === 'who' && STATE_NOUNS.has(measured.name)))
    return 'state';
  if (measured.name === 'detained' && /^(?:state|was)$/.test(measured.role)) return 'state';
  if (measured.name === 'other' && isState(view, phrase, measured)) return 'state';
  if (STANDING.has(measured.name) && (isSizeOf(view, phrase) || isStaying(view, phrase))) return 'state';
  if (measured.name === 'displaced' && stands(view, phrase)) return 'state';
  if (isTotal(view, near, phrase, measured)) return 'cumulative';
  if (TOTALS.has(measured.name)) return isFlight(view, measured) ? 'incident' : 'cumulative';
  return 'incident';
}

const STANDING = new Set(['other', 'displaced', 'deployed']);

/** "a city of half a million", "home to 40,000 fighters", "consists of 24,000 refugees": how large something is that lasts. */
function isSizeOf({ words, tokens }: View, { first }: Phrase): boolean {
  let of = first - 1;
  while (of > 0 && /^(?:ADJ|ADV|DET)$/.test(tokens[of]!.upos)) of--;
  if (words[of] === 'to') return words[of - 1] === 'home' && tokens[of - 2]?.upos !== 'VERB';
  return (
    words[of] === 'of' && (clauses().lasting.has(words[of - 1] ?? '') || tokens[of - 1]?.lemma === 'consist')
  );
}

/** "40,000 refugees who fled are living in Alder": where they are today. */
function isStaying({ words }: View, { end }: Phrase): boolean {
  const rest = words.slice(end + 1, end + 16);
  const stop = rest.findIndex((word) => /^[,;:.]$/.test(word));
  return clauses().statePhrase.test((stop < 0 ? rest : rest.slice(0, stop)).join(' '));
}

/** The words of the figure's own clause. */
function wordsNear({ words }: View, { first, end }: Phrase): readonly string[] {
  let from = first;
  while (from > 0 && first - from < 12 && !/^[;:.]$/.test(words[from - 1]!)) from--;
  let to = end + 1;
  while (to < words.length && to - end < 16 && !/^[;:.]$/.test(words[to]!)) to++;
  return words.slice(from, to);
}

/** "since August", "so far", or many lost in the perfect tense with no event named: "have been killed in the fighting". */
function isTotal(view: View, near: readonly string[], phrase: Phrase, measured: Measured): boolean {
  const clause = near.join(' ');
  if (/^(?:since|after)$/.test(view.words[phrase.first - 1] ?? '') || isPastStart(view, phrase)) return false;
  if (clauses().eventPhrase.test(clause)) return false;
  if (clauses().totalPhrase.test(clause)) return true;
  const { low, high, bound, unit } = phrase.figure;
  const large = (low ?? high ?? 0) >= MANY || bound === 'vague' || unit === 'percent';
  const event = view.words.some((word) => isEventNoun(word));
  if (large && !event && TOLLS.has(measured.name) && view.times.some(isLong)) return true;
  const verb = measured.at;
  const perfect =
    verb >= 0 && view.words.slice(Math.max(0, verb - 4), verb).some((word) => PERFECT.has(word));
  return large && perfect && !event && LOSSES.has(measured.name);
}

/** "the worst since the Orrin sank with the loss of 63": the event from which is counted, not the count. */
function isPastStart({ words, tokens, times }: View, { first }: Phrase): boolean {
  const since = words.lastIndexOf('since', first - 1);
  if (since < 0 || words.slice(since, first).includes(',')) return false;
  const start = times.findLast(({ end }) => end <= tokens[first]!.start);
  const after = start ? tokenAt(tokens, start.end - 1) : since;
  return after > since && !tokens.slice(after, first).some(({ upos }) => upos === 'VERB' || upos === 'AUX');
}

/** Tolls of a year or more are sums of many events. */
const TOLLS = new Set(['killed', 'wounded', 'killed-or-wounded']);
const YEAR = 300;

const isLong = ({ from, to }: Time): boolean =>
  from !== null && to !== null && dayNumber(to) - dayNumber(from) >= YEAR;

/** "remain", "still", "now" right by the figure or the word that measures it. */
function stateNear({ words }: View, { first, end }: Phrase, { at }: Measured): boolean {
  const from = at >= 0 ? Math.min(first, at) : first;
  const to = at >= 0 ? Math.max(end, at) : end;
  return words.slice(Math.max(0, from - 2), to + 3).some((word) => clauses().stateWord.has(word));
}

/** "have [already] legalised": an auxiliary with its participle, adverbs aside. */
function isPerfect({ words, tokens }: Pick<View, 'words' | 'tokens'>, have: number): boolean {
  let at = have + 1;
  while (clauses().adverb.has(words[at] ?? '')) at++;
  return PERFECT.has(words[have] ?? '') && /^VB[ND]$/.test(tokens[at]?.xpos ?? '');
}

/** "Ostrelia has a few boats", "there are two exits", "the mill employs 900", "3,000 are in Alder": the verb says how things stand. */
function isState(view: View, phrase: Phrase, { at, role }: Measured): boolean {
  const { tokens, sentence } = view;
  const { first, end } = phrase;
  if (role === 'none' && at >= 0 && !sentence.headline && /^VB[ZP]$/.test(tokens[at]!.xpos)) return true;
  if (
    isHaving(view, first - 1) ||
    (isHaving(view, first - 2) && /^(?:ADV|DET|ADJ|ADP)$/.test(tokens[first - 1]!.upos))
  )
    return true;
  if (isHaving(view, end + 1)) return !isPerfect(view, end + 1) && !isPassiveAt(view, end + 1);
  return stands(view, phrase) || isWholeOf(view, phrase);
}

const isHaving = ({ words, tokens }: View, at: number): boolean =>
  HAVING.has(words[at] ?? '') && tokens[at]!.xpos !== 'POS';

/** "are mourned" tells what happens to them. */
const isPassiveAt = ({ tokens }: View, be: number): boolean =>
  tokens[be]!.deprel === 'aux:pass' || tokens[be + 1]?.xpos === 'VBN';

/** "3,000 Ostrelians, 4,000 Danes and others are in Alder": what is counted is the subject of a copula of today. */
function stands({ tokens }: View, { head, last }: Phrase): boolean {
  let at = head >= 0 ? head : last;
  for (let steps = 0; steps < 4 && /^(?:conj|nummod|nmod|appos)$/.test(tokens[at]!.deprel); steps++)
    at = tokens[at]!.head;
  const { deprel, head: over } = tokens[at]!;
  if (deprel !== 'nsubj' || over < 0 || tokens[over]!.upos === 'VERB') return false;
  return tokens.some((token) => token.head === over && token.deprel === 'cop' && /^VB[ZP]$/.test(token.xpos));
}

/** "few of the 2,500 nurses", "nine of the 40 clerks": a whole of which a part is told. */
function isWholeOf({ words, tokens }: View, { first }: Phrase): boolean {
  if (words[first - 1] !== 'the' || words[first - 2] !== 'of') return false;
  let part = first - 3;
  while (part > 0 && tokens[part]!.upos === 'PUNCT') part--;
  return tokens[part]?.upos === 'NUM' || PARTS.test(words[part] ?? '');
}

const PARTS = /^(?:few|most|many|some|all|none|half|one|each)$/;

/** "40,000 fans fled", "the army evacuated 80": a verb of the simple past tells of one flight. */
function isFlight({ tokens }: View, { name, at }: Measured): boolean {
  if (name !== 'displaced' || at < 0) return false;
  const { xpos, head, deprel } = tokens[at]!;
  if (xpos === 'VBD') return !tokens.some((token) => token.head === at && /^aux/.test(token.deprel));
  return deprel === 'xcomp' && tokens[head]?.xpos === 'VBD';
}
