import { madeOf } from '../../text/lexicon.ts';
import type { Statement } from '../statement.ts';
import { listed } from '../statements/speakers.ts';
import { weightOf } from './cues.ts';
import { indirect } from './indirect.ts';
import { CONFIDENCE, LONGEST, nameAround, statement } from './stated.ts';
import { tallied } from './tallied.ts';
import type { Phrase, View } from './view.ts';

interface CueFile {
  readonly verbs?: Readonly<Record<string, string>>;
}

/** Verbs of speech in their dictionary form. */
export const speechVerbs = madeOf<CueFile, ReadonlySet<string>>(
  'statements',
  (files) => new Set(files.flatMap(({ verbs }) => (verbs?.speech ?? '').split(' '))),
);

/**
 * The statement over a figure by its sentence's plainest words: "according to …", "police say …", "…, officials said";
 * `null` for none. It is asked where the statements reader gives the figure to nobody.
 */
export function spokenOver(view: View, phrase: Phrase, text: string): Statement | null {
  return (
    accordingTo(view, text) ??
    tallied(view, phrase, text) ??
    indirect(view, phrase, text) ??
    saying(view, phrase, text) ??
    trailing(view, phrase, text) ??
    signed(view, text)
  );
}

/** Who gives the number behind or within the words of whoever speaks over it, where the sentence says so. */
export const withinSpoken = (view: View, phrase: Phrase, text: string): Statement | null =>
  tallied(view, phrase, text) ?? indirect(view, phrase, text) ?? nested(view, phrase, text);

/** "The agency said the ministry had told it …": the nearest verb of speech in whose clause the tree has the figure. */
function nested(view: View, phrase: Phrase, text: string): Statement | null {
  const said = saying(view, phrase, text);
  const verb = said ? view.tokens.findIndex(({ start }) => start === said.cue[0]!.start) : -1;
  if (!said || listed('anyBody', said.name!.toLowerCase())) return null;
  return verb < phrase.first && isClauseOf(view, phrase, verb) ? { ...said, content: [phrase.figure] } : null;
}

const isClauseOf = (view: View, { head, last }: Phrase, verb: number): boolean =>
  relationTo(view, Math.max(head, last), verb) === 'ccomp';

/** By which relation a word, or what it hangs below, hangs on a verb; empty where it does not. */
function relationTo({ tokens }: View, word: number, verb: number): string {
  for (let at = word, steps = 0; at >= 0 && steps < tokens.length; steps++) {
    if (tokens[at]!.head === verb) return tokens[at]!.deprel;
    at = tokens[at]!.head;
  }
  return '';
}

/** "according to the ministry", "…, per the ministry". */
function accordingTo(view: View, text: string): Statement | null {
  const { words } = view;
  const to = words.findIndex((word, i) => word === 'according' && words[i + 1] === 'to');
  const per = words.findLastIndex(
    (word, i) => word === 'per' && words[i - 1] === ',' && words[i + 1] !== 'cent',
  );
  const at = to >= 0 ? to : per - 1;
  if (at < 0) return null;
  let last = at + 1;
  while (last + 1 < words.length && last - at < LONGEST + 4 && !/^[,.;:"”—]$/.test(words[last + 1]!)) last++;
  return statement(view, to >= 0 ? to : per, [at + 2, last], 'accord', text);
}

/** The nearest verb of speech with a subject of its own, the figure in what it says. */
function saying(view: View, phrase: Phrase, text: string): Statement | null {
  const { tokens, words } = view;
  const order = [...tokens.keys()];
  for (const i of [...order.slice(0, phrase.first).reverse(), ...order.slice(phrase.first)]) {
    if (tokens[i]!.upos !== 'VERB' || !speechVerbs().has(tokens[i]!.lemma)) continue;
    if (weightOf(tokens[i]!.lemma) !== 'said') continue;
    const subject = tokens.findIndex(({ head, deprel }) => head === i && deprel === 'nsubj');
    if (subject < 0 || /^(?:who|which|that|it|he|she|they|i|we|you|there)$/.test(words[subject]!)) continue;
    const before = phrase.first > i && subject < i;
    const after =
      phrase.end < Math.min(i, subject) &&
      words.slice(phrase.end + 1, Math.min(i, subject)).some((word) => /^[,"”]$/.test(word));
    const told = before ? says(view, i) && !isAddressed(view, phrase, i) : after && !goesOn(view, i);
    if (!told && !isAside(view, subject, i)) continue;
    return statement(view, i, nameAround(view, subject), tokens[i]!.lemma, text);
  }
  return null;
}

/** "…, a local official told reporters", "…, said two witnesses": a short last part of the sentence. */
function trailing(view: View, phrase: Phrase, text: string): Statement | null {
  const { words } = view;
  const comma = words.findLastIndex(
    (word, i) => /^[,”"]$/.test(word) && i < words.length - 2 && !/^[,”"]$/.test(words[i + 1]!),
  );
  if (comma <= phrase.end || words.length - comma > LONGEST + 8) return null;
  const said = words.findIndex((word, i) => i > comma && SAID.test(word));
  if (said < 0 || said - comma > LONGEST || goesOn(view, said)) return null;
  const inverted = said === comma + 1;
  const from = inverted ? said + 1 : comma + 1;
  let to = inverted ? from : said - 1;
  while (
    inverted &&
    to + 1 < words.length &&
    to - from < LONGEST &&
    !/^(?:[,.;]|on|in|at|after|during|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(
      words[to + 1]!,
    )
  )
    to++;
  if (
    words.slice(from, to + 1).some((word) => /^(?:who|which|that|it|he|she|they|i|we|you|and|as)$/.test(word))
  )
    return null;
  return to >= from ? statement(view, said, [from, to], 'say', text) : null;
}

const SAID = /^(?:said|says|say|told|reported|reports|announced|confirmed|added|estimated|estimates)$/;

/** "Forty dead, survivors say no alarm rang": what is said comes after the verb, so that nothing before it is. */
const goesOn = ({ tokens }: View, verb: number): boolean =>
  tokens.some(
    ({ head, deprel, upos }, i) =>
      i > verb &&
      head === verb &&
      (deprel === 'ccomp' || (deprel === 'obj' && upos !== 'PROPN' && tokens[verb]!.lemma !== 'tell')),
  );

/** "There were, the operator said, 40 on board": nothing but speaker and verb between two commas, behind the sentence's first words. */
function isAside({ tokens, words }: View, subject: number, verb: number): boolean {
  if (subject > verb || words[verb + 1] !== ',') return false;
  let first = subject;
  while (first > 1 && words[first - 1] !== ',') first--;
  const own = tokens.slice(first, verb).every(({ upos }) => /^(?:NOUN|PROPN|ADJ|DET|ADP|PART)$/.test(upos));
  return first > 1 && own && verb - first <= LONGEST;
}

/** The verb has a clause as its object, and is no passive. */
function says({ tokens }: View, verb: number): boolean {
  const own = tokens.filter(({ head }) => head === verb);
  return (
    own.some(({ deprel }) => deprel === 'ccomp') &&
    !own.some(({ deprel, xpos }) => deprel === 'aux:pass' || (deprel === 'obj' && !xpos.startsWith('W')))
  );
}

/** "told envoys of 30 countries": the figure is of those who were told. */
const isAddressed = (view: View, { head, first }: Phrase, verb: number): boolean =>
  /^i?obj/.test(relationTo(view, Math.max(head, first), verb));

/** "… — Maria Lopez (@mlopez)": a post with its writer at the end. */
function signed(view: View, text: string): Statement | null {
  const { end } = view.sentence;
  const line = text.slice(end - 1, end + 400).split('\n')[0] ?? '';
  const own = text.slice(view.sentence.start, end);
  if (!own.includes('(@') && !line.includes('(@')) return null;
  const found = SIGNATURE.exec(own) ?? SIGNATURE.exec(line);
  if (!found) return null;
  const base = SIGNATURE.test(own) ? view.sentence.start : end - 1;
  const start = base + found.index + found[0].indexOf(found[1]!);
  const source = { start, end: start + found[1]!.length };
  return {
    source: [source],
    cue: [source],
    content: [view.sentence],
    name: found[1]!,
    kind: 'person',
    cueLemma: 'post',
    on: null,
    confidence: CONFIDENCE,
  };
}

const SIGNATURE = /[—–-]\s*(\p{L}[\p{L}\p{M}.' -]{1,60}?)\s*\(@\w+\)/u;
