import type { Draft } from './draft.ts';
import { CLOSES, OUTSIDE, type Passage, type Run } from './passage.ts';
import { verbForm, wordSet } from './verbs.ts';

/**
 * A learned statement whose source is none, nobody who could speak or too long, or whose content stands on the wrong side of a
 * speaker, put right by the tree and the commas of its sentence.
 */
export function mended(passage: Passage, draft: Draft): Draft {
  const spoken = withName(
    passage,
    withoutTimes(passage, withSubject(passage, withoutSilent(passage, draft))),
  );
  return withRest(passage, withContentBefore(passage, between(passage, spoken) ?? spoken));
}

/** "said planes hit the camp, killing 40": what goes on behind a comma by a participle below the content is content. */
function withRest(passage: Passage, draft: Draft): Draft {
  const { words, tokens, quoted, sentences, sentenceOf } = passage;
  const last = draft.content.at(-1);
  if (!last || last.from < draft.cue.to || words[last.to] !== ',' || quoted[last.to - 1] !== OUTSIDE)
    return draft;
  const { from, to } = sentences[sentenceOf[last.to]!]!;
  const verb = last.to + 1;
  if (verb >= to || tokens[verb]!.xpos !== 'VBG' || verbForm(words[verb]!)?.classes.includes('speech'))
    return draft;
  const over = from + tokens[verb]!.head;
  if (over < last.from || over >= last.to) return draft;
  let end = verb + 1;
  while (end < to && isBelow(tokens, from, end, verb)) end++;
  return { ...draft, content: [...draft.content.slice(0, -1), { from: last.from, to: end }] };
}

/** "One nurse, Mira Talbot, said": the name between the commas before the verb is part of the source. */
function withName({ words, tokens }: Passage, draft: Draft): Draft {
  const [source] = draft.source;
  const comma = draft.cue.from - 1;
  if (!source || words[source.to] !== ',' || words[comma] !== ',' || comma - source.to < 2) return draft;
  for (let i = source.to + 1; i < comma; i++) if (tokens[i]!.upos !== 'PROPN') return draft;
  return { ...draft, source: [{ from: source.from, to: comma }] };
}

/** "The toll, said Ada Moreno, was 40": who stands between the commas speaks, and what stands around them is said. */
function between({ words, tokens, sentences, sentenceOf }: Passage, draft: Draft): Draft | null {
  const { source, cue } = draft;
  const { from, to } = sentences[sentenceOf[cue.from]!]!;
  if (source[0]?.to !== cue.from - 1 || words[cue.from - 1] !== ',' || cue.to - cue.from > 1) return null;
  const comma = words.indexOf(',', cue.to);
  if (comma < cue.to + 1 || comma - cue.to > 8 || comma + 1 >= to) return null;
  if (
    !verbForm(words[cue.from]!)?.classes.includes('speech') ||
    !/^(?:VB[DPZ]|MD)$/.test(tokens[comma + 1]!.xpos)
  )
    return null;
  for (let i = cue.to; i < comma; i++) if (!/^(?:PROPN|NOUN|ADJ|DET|ADP)$/.test(tokens[i]!.upos)) return null;
  let end = to;
  while (end > comma + 1 && tokens[end - 1]!.upos === 'PUNCT') end--;
  return {
    ...draft,
    source: [{ from: cue.to, to: comma }],
    content: [
      { from, to: cue.from - 1 },
      { from: comma + 1, to: end },
    ],
  };
}

const withoutTimes = (passage: Passage, draft: Draft): Draft =>
  withoutSpan(passage, withoutTime(passage, draft));

function withoutSpan(passage: Passage, draft: Draft): Draft {
  const [source] = draft.source;
  return source && source.to <= draft.cue.from ? { ...draft, source: [behindSpan(passage, source)] } : draft;
}

/** "It came three weeks after the council said": how long after or before it was said is no part of who said so. */
export function behindSpan({ words }: Passage, source: Run): Run {
  for (let i = source.from + 1; i < source.to - 1; i++)
    if (wordSet('meanwhile').has(words[i]!))
      return wordSet('spans').has(words[i - 1]!) ? { from: i + 1, to: source.to } : source;
  return source;
}

/** "said a spokesman here on Monday": time and place of the saying behind a source are no part of it. */
function withoutTime({ words }: Passage, draft: Draft): Draft {
  const [source] = draft.source;
  if (!source || source.from < draft.cue.to || !verbForm(words[draft.cue.to - 1]!)) return draft;
  const times = wordSet('times');
  let { to } = source;
  while (to > source.from + 1 && times.has(words[to - 1]!)) to--;
  return to < source.to ? { ...draft, source: [{ from: source.from, to }] } : draft;
}

/** "12 dead in mine blast": they are told of, and have not spoken. */
function withoutSilent({ words, tokens }: Passage, draft: Draft): Draft {
  const [source] = draft.source;
  const isSilent =
    source !== undefined &&
    source.to <= draft.cue.from &&
    tokens[source.from]!.upos === 'NUM' &&
    wordSet('silent').has(words[source.from + 1]!);
  return isSilent ? { ...draft, source: [], content: [source, ...draft.content] } : draft;
}

/** "An aide who saw them said …": without a source, the cue's own subject speaks. */
function withSubject(passage: Passage, draft: Draft): Draft {
  const agent = isAgent(passage, draft) ? draft.source[0]! : null;
  if (draft.source.length && !agent) return draft;
  const subject = subjectOf(passage, draft.cue);
  if (subject && agent && subject.from >= draft.cue.to)
    return { ...draft, source: [subject], content: reached(draft.content, agent) };
  const free = subject && !draft.content.some(({ from, to }) => from < subject.to && subject.from < to);
  return free ? { ...draft, source: [subject] } : draft;
}

/** Contents with the run right behind one of them. */
const reached = (content: readonly Run[], { from, to }: Run): readonly Run[] =>
  content.map((run) => (run.to === from ? { from: run.from, to } : run));

/** "seized by the rebels, said an aide", "traded for four men, said an aide": what hangs by a preposition on the words before has not spoken. */
function isAgent({ words, tokens }: Passage, { source: [source], cue }: Draft): boolean {
  if (!source || source.from >= cue.from || tokens[source.from]!.deprel !== 'case') return false;
  return words[source.from] === 'by' || (words[source.to] === ',' && source.to === cue.from - 1);
}

/** The subject of the cue's verb of speech, with all that the tree hangs on it, as far as it stands on its side of the verb. */
function subjectOf({ tokens, words, sentences, sentenceOf }: Passage, cue: Run): Run | null {
  const { from, to } = sentences[sentenceOf[cue.from]!]!;
  let verb = cue.to - 1;
  while (verb > cue.from && !verbForm(words[verb]!)) verb--;
  if (!verbForm(words[verb]!)?.classes.includes('speech')) return null;
  const isSubject = (i: number): boolean => tokens[i]!.head === verb - from && tokens[i]!.deprel === 'nsubj';
  let subject = from;
  while (subject < to && !isSubject(subject)) subject++;
  if (subject === to && words[cue.from - 1] === ',') subject = invertedIn(tokens, verb, from, to);
  if (subject === to || tokens[subject]!.upos === 'DET') return null;
  const below = (i: number): boolean => isBelow(tokens, from, i, subject);
  let first = subject;
  while (first > from && below(first - 1) && (subject < cue.from || first > cue.to)) first--;
  let last = subject + 1;
  while (last < to && below(last) && last !== cue.from) last++;
  return { from: first, to: last };
}

/** "…, said local sources.": the noun behind the verb, with which the sentence ends, where the tree calls it an object; `to` for none. */
function invertedIn(tokens: Passage['tokens'], verb: number, from: number, to: number): number {
  let last = to - 1;
  while (last > verb && tokens[last]!.upos === 'PUNCT') last--;
  for (let i = verb + 1; i <= last; i++) if (!/^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[i]!.upos)) return to;
  return last > verb && tokens[last]!.head === verb - from && tokens[last]!.deprel === 'obj' ? last : to;
}

/** Whether a token hangs on another of its sentence, which begins at `from`. */
function isBelow(tokens: Passage['tokens'], from: number, word: number, above: number): boolean {
  for (let at = word, steps = 0; at >= from && steps < tokens.length; steps++) {
    if (at === above) return true;
    const { head } = tokens[at]!;
    if (head < 0) return false;
    at = from + head;
  }
  return false;
}

/** "Nine were hurt, officials said as dawn broke": the clause behind the verb tells when it was said, not what. */
function withContentBefore(passage: Passage, draft: Draft): Draft {
  const { words, quoted, sentences, sentenceOf } = passage;
  const [source, content] = [draft.source[0], draft.content[0]];
  if (!source || !content || draft.content.length > 1) return draft;
  const { from, to } = sentences[sentenceOf[draft.cue.from]!]!;
  if (
    content.from !== draft.cue.to ||
    source.to !== draft.cue.from ||
    !opensClause(passage, content.from, to)
  )
    return draft;
  const end = source.from - 1;
  const closed = words[end] === ',' || quoted[end] === CLOSES;
  if (end - from < 3 || !closed || quoted[draft.cue.from] !== OUTSIDE) return draft;
  if (!tells(passage, from, end)) return draft;
  return { ...draft, content: [{ from, to: end }] };
}

/** Whether a token is a "when" or "as" with a clause of its own behind it, up to the sentence's end. */
function opensClause({ words, tokens }: Passage, from: number, to: number): boolean {
  if (!wordSet('meanwhile').has(words[from]!)) return false;
  let verbs = 0;
  for (let i = from + 1; i < to; i++) {
    if (words[i] === ',') return false;
    if (/^VB[DPZ]$/.test(tokens[i]!.xpos)) verbs++;
  }
  return verbs === 1 && /^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(tokens[from + 1]!.upos);
}

/** Whether some words tell something by themselves: they have a verb of their own and begin no clause of another's. */
function tells({ words, tokens }: Passage, from: number, to: number): boolean {
  if (wordSet('boundaries').has(words[from]!)) return false;
  for (let i = from; i < to; i++) if (/^VB[DPZ]$/.test(tokens[i]!.xpos)) return true;
  return false;
}
