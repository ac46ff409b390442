import type { Statement } from '../statement.ts';
import { headKinds } from '../statements/speakers.ts';
import { verbForm } from '../statements/verbs.ts';
import { inCueList, weightOf } from './cues.ts';
import { LONGEST, nameAround, statement } from './stated.ts';
import type { Phrase, View } from './view.ts';

/**
 * The statement of whoever speaks without being the subject of a verb of speech: "the rebels' claim that …", "was quoted as
 * saying …", "it was announced by the mayor that …", "released figures showing …"; `null` for none.
 */
export function indirect(view: View, phrase: Phrase, text: string): Statement | null {
  const { tokens } = view;
  for (let i = phrase.first - 1; i >= 0; i--) {
    const speaker = tokens[i]!.upos === 'NOUN' ? whoseNoun(view, phrase, i) : ofVerb(view, phrase, i);
    if (speaker < 0) continue;
    const lemma = verbForm(view.words[i]!)?.lemma ?? 'claim';
    const given = statement(view, i, [nameAround(view, speaker)[0], speaker], lemma, text);
    return given && { ...given, content: [phrase.figure] };
  }
  return null;
}

/** "the rebels' claim that", "a warning by the mayor that": whose the noun of speech is; -1 for none. */
function whoseNoun(view: View, phrase: Phrase, noun: number): number {
  const { tokens, words } = view;
  if (weightOf(tokens[noun]!.lemma) !== 'said' || words.slice(noun + 1, noun + LONGEST).indexOf('that') < 0)
    return -1;
  const that = words.indexOf('that', noun);
  if (that > phrase.first || tokens.slice(noun, that).some(({ upos }) => upos === 'VERB' || upos === 'AUX'))
    return -1;
  const own = (i: number, deprel: string) => tokens[i]!.head === noun && tokens[i]!.deprel === deprel;
  const owner = tokens.findIndex((token, i) => i < noun && own(i, 'nmod:poss') && token.upos !== 'PRON');
  const by = words.indexOf('by', noun);
  const maker = tokens.findIndex((_, i) => i > by && i < that && own(i, 'nmod'));
  const speaker = owner >= 0 ? owner : by > noun && by < that ? maker : -1;
  return speaker >= 0 && hangsOn(view, phrase, [noun, speaker]) ? speaker : -1;
}

function ofVerb(view: View, phrase: Phrase, verb: number): number {
  const { tokens, words } = view;
  const { xpos, deprel, head } = tokens[verb]!;
  const says =
    xpos === 'VBG' && (words[verb] === 'showing' || verbForm(words[verb]!)?.classes.includes('speech'));
  if (says && deprel === 'acl' && head >= 0) return whoIssued(view, head);
  if (says && words[verb - 1] === 'as' && deprel === 'advcl' && inCueList('farther', tokens[head]!.lemma))
    return childOf(view, head, 'nsubj:pass');
  if (xpos !== 'VBN' || weightOf(tokens[verb]!.lemma) !== 'said' || childOf(view, verb, 'aux:pass') < 0)
    return -1;
  const agent = childOf(view, verb, 'obl:agent');
  const that = words.indexOf('that', verb);
  const subject = childOf(view, verb, 'nsubj:pass');
  if (words[subject] !== 'it' || agent < verb || that < agent || that > phrase.first) return -1;
  return hangsOn(view, phrase, [verb, agent]) ? agent : -1;
}

/** Who issues a document: "the army" of "the army released figures". */
function whoIssued(view: View, document: number): number {
  const { tokens, words } = view;
  const { deprel, head } = tokens[document]!;
  if (deprel !== 'obj' || head < 0 || !headKinds(words[document]!).includes('document')) return -1;
  const subject = childOf(view, head, 'nsubj');
  return subject >= 0 && /^(?:NOUN|PROPN)$/.test(tokens[subject]!.upos) ? subject : -1;
}

const childOf = ({ tokens }: View, word: number, relation: string): number =>
  tokens.findIndex(({ head, deprel }) => head === word && deprel === relation);

/** Whether the figure hangs below one of some words. */
function hangsOn({ tokens }: View, { head, last }: Phrase, words: readonly number[]): boolean {
  let at = head >= 0 ? head : last;
  for (let steps = 0; at >= 0 && steps < tokens.length; steps++) {
    if (words.includes(at)) return true;
    at = tokens[at]!.head;
  }
  return false;
}
