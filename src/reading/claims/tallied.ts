import type { Statement } from '../statement.ts';
import { inCueList } from './cues.ts';
import { LONGEST, nameAround, statement } from './stated.ts';
import type { Phrase, View } from './view.ts';

/** The statement by which somebody gives a number without a verb of speech over it: "put the dead at 40"; `null` for none. */
export function tallied(view: View, phrase: Phrase, text: string): Statement | null {
  const given = counting(view, phrase, text) ?? byCount(view, phrase, text) ?? ownCount(view, phrase, text);
  return given && { ...given, content: [phrase.figure] };
}

/** "The ministry put the dead at 40", "the coastguard lowered the toll to 20", "the union speaks of 300", "put at 40 by the mayor". */
function counting(view: View, phrase: Phrase, text: string): Statement | null {
  const { tokens } = view;
  for (let i = phrase.first - 1; i >= 0; i--) {
    if (tokens[i]!.upos !== 'VERB' || !givesNumber(view, phrase, i)) continue;
    const giver = isPassive(view, i) ? agentOf(view, i) : subjectBefore(view, i);
    return giver < 0 ? null : statement(view, i, nameAround(view, giver), tokens[i]!.lemma, text);
  }
  return null;
}

/** Whether a verb puts a number at the figure, changes one to it, tells of it or has it as its object. */
function givesNumber(view: View, phrase: Phrase, verb: number): boolean {
  const { lemma } = view.tokens[verb]!;
  const between = view.words.slice(verb + 1, phrase.first + 1);
  if (inCueList('tellsOf', lemma) && isOf(between.slice(0, -1))) return true;
  if (inCueList('places', lemma) && between.some((word) => PLACED.test(word))) return true;
  const counted = isPassive(view, verb) ? view.words.slice(0, verb) : between;
  if (inCueList('revises', lemma) && counted.some((word) => inCueList('counts', word))) return true;
  return inCueList('reports', lemma) && isObject(view, phrase, verb);
}

/** Only "of" and marks of quotation stand between. */
const isOf = (between: readonly string[]): boolean =>
  between.filter((word) => !/^["“”']$/.test(word)).join(' ') === 'of';

const PLACED = /^(?:at|below|above|between|under|over|around)$/;

/** "reported 40 deaths", "estimates losses of 40": the figure is the verb's object or hangs on it by nouns alone. */
function isObject({ tokens }: View, { head, last }: Phrase, verb: number): boolean {
  let at = head >= 0 ? head : last;
  for (let steps = 0; steps < 6; steps++) {
    const { head: over, deprel } = tokens[at]!;
    if (over === verb) return deprel === 'obj';
    if (over < 0 || !/^(?:nummod|nmod|compound|amod|conj|appos)/.test(deprel)) return false;
    at = over;
  }
  return false;
}

const isPassive = ({ tokens }: View, verb: number): boolean =>
  tokens.some(({ head, deprel }) => head === verb && deprel === 'aux:pass');

/** Who does what a passive tells: "by the union", behind it; -1 for nobody. */
function agentOf({ tokens, words }: View, verb: number): number {
  const by = words.indexOf('by', verb);
  const agent = by < 0 ? -1 : tokens[by]!.head;
  return agent > by && /^(?:NOUN|PROPN)$/.test(tokens[agent]!.upos) ? agent : -1;
}

/** The subject that the tree gives a verb, else the noun phrase that the sentence, behind a dateline, begins with. */
function subjectBefore({ tokens, words }: View, verb: number): number {
  const dash = words.findIndex((word, i) => i > 0 && i < LONGEST && /^[-–—]{1,2}$/.test(word));
  const from = dash < verb ? dash + 1 : 0;
  const subject = tokens.findIndex(({ head, deprel }, i) => i >= from && head === verb && deprel === 'nsubj');
  if (subject >= 0 && subject < verb) return subject;
  let last = from;
  while (last < verb && /^(?:NN.*|JJ.*|DT|POS)$/.test(tokens[last]!.xpos)) last++;
  return last > from && /^NN/.test(tokens[last - 1]!.xpos) ? last - 1 : -1;
}

/** "… at least 40, by the ministry's count". */
function byCount(view: View, { end }: Phrase, text: string): Statement | null {
  const { words } = view;
  const owner = words.findIndex((word, i) => word === "'s" && inCueList('counts', words[i + 1] ?? ''));
  const by = words.lastIndexOf('by', owner);
  if (owner < 0 || by < 0 || owner - by > LONGEST || (by > end && by - end > LONGEST)) return null;
  return statement(view, owner + 1, [by + 1, owner - 1], 'count', text);
}

/** "The ministry's latest count rose to 40": a reckoning is the word of those whose it is. */
function ownCount(view: View, { first }: Phrase, text: string): Statement | null {
  const { tokens, words } = view;
  const count = words.findLastIndex((word, i) => i < first && inCueList('reckonings', word));
  const owner = words.lastIndexOf("'s", count);
  if (count < 0 || owner < 1 || count - owner > 3 || !/^(?:nsubj|root)/.test(tokens[count]!.deprel))
    return null;
  const between = tokens.slice(count + 1, first);
  if (between.some(({ text: word }) => /^[,;]$/.test(word))) return null;
  const [from] = nameAround(view, owner - 1);
  return statement(view, count, [from, owner - 1], 'count', text);
}
