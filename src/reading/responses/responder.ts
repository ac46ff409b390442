import type { Draft } from '../statements/draft.ts';
import { behindSpan } from '../statements/mended.ts';
import { CLOSES, INSIDE, type Passage, type Run } from '../statements/passage.ts';
import { findSource, sourceAfter } from '../statements/source-rules.ts';
import type { Match } from './patterns.ts';

const IMPERSONAL = new Set(['it', 'there', 'that', 'this', 'these', 'those', 'we', 'i']);
const PASSIVE = /(?:ied|ed|clear|known|unclear|possible|impossible)$/;

/**
 * Who takes the stance, as a draft without content for naming: the subject of its verb, whoever stands after "from", or
 * the speaker of the sentence. `null` is the report's own voice, where a thing is verified by nobody named; `undefined`
 * is nobody, where the words are a stance only in somebody's mouth and nobody says them.
 */
export function responderOf(
  passage: Passage,
  match: Match,
  spoken: readonly Draft[],
): Draft | null | undefined {
  const sentence = passage.sentences[passage.sentenceOf[match.from]!]!;
  if (match.spoken) return answering(match, sayingOf(match, spoken));
  if (isImpersonal(passage, sentence, match)) return null;
  const subject = firstOfTwo(passage, match) ?? subjectOf(passage, sentence, match);
  const named = subject !== null && passage.words[subject.from] !== 'there' ? subject : undefined;
  const source = fromWhom(passage, sentence, match) ?? named;
  return source
    ? {
        source: [behindSpan(passage, source)],
        cue: { from: match.from, to: match.to },
        content: [],
        confidence: 1,
      }
    : (answering(match, speakerOf(passage, match, spoken)) ?? null);
}

const answering = (match: Match, speaker: Draft | undefined): Draft | undefined =>
  speaker && { ...speaker, cue: { from: match.from, to: match.to }, content: [] };

/** The innermost statement with a source whose content holds the match. */
const sayingOf = (match: Match, spoken: readonly Draft[]): Draft | undefined =>
  spoken.findLast(({ content, source }) => source.length > 0 && content.some((run) => holds(run, match)));

/** "It was not possible to verify", "has not been verified", "no independent confirmation". */
function isImpersonal(passage: Passage, sentence: Run, { from, to, stance }: Match): boolean {
  if (stance !== 'cannot-verify') return false;
  const words = passage.words.slice(from, to);
  const found = findSource(passage, sentence, { from, to });
  const subject = found && !found.trailing ? passage.words[found.source.from]! : 'it';
  if (words[0] === 'no' || words[0] === 'unclear') return true;
  return IMPERSONAL.has(subject) || words.some((word) => PASSIVE.test(word)) || passage.words[to] === 'by';
}

/** "neither [the mayor] nor the governor would comment": the first of those whom the stance's own words name. */
function firstOfTwo(passage: Passage, { from, to }: Match): Run | null {
  const { words, tokens } = passage;
  const nor = words[from] === 'neither' ? words.indexOf('nor', from) : -1;
  if (nor < from + 2 || nor >= to || tokens[from + 1]!.upos === 'VERB') return null;
  const first = { from: from + 1, to: nor };
  return hasNoun(passage, first) ? first : null;
}

function subjectOf(passage: Passage, sentence: Run, match: Match): Run | null {
  const found = findSource(passage, sentence, match);
  const inverted = found?.trailing && quotationBefore(passage, match.from) && found.source.from >= match.to;
  const parsed = inverted ? null : parsedSubject(passage, sentence, match);
  if (parsed) return parsed;
  const acts = found && hasNoun(passage, found.source) && !isObject(passage, sentence, found.source);
  if (acts && (!found.trailing || inverted)) return found.source;
  return firstPhrase(passage, sentence, match);
}

/** Whether a quotation ends just before a token: '"…", confirmed the mayor'. */
const quotationBefore = ({ quoted }: Passage, at: number): boolean =>
  quoted[at - 1] === CLOSES || quoted[at - 2] === CLOSES;

/** "claimed [responsibility for it] without giving evidence": what is acted on takes no stance. */
function isObject({ tokens }: Passage, sentence: Run, { from, to }: Run): boolean {
  for (let i = from; i < to; i++) {
    const { head, deprel } = tokens[i]!;
    const over = sentence.from + head;
    if (head >= 0 && (over < from || over >= to)) return deprel === 'obj' && over < from;
  }
  return false;
}

const hasNoun = ({ tokens }: Passage, { from, to }: Run): boolean =>
  tokens.slice(from, to).some(({ upos }) => /^(?:NOUN|PROPN|PRON|X)$/.test(upos));

/** The noun phrase that the sentence begins with. */
function firstPhrase({ tokens, words }: Passage, { from }: Run, match: Match): Run | null {
  let to = from;
  while (
    to < match.from &&
    (/^(?:DET|ADJ|NUM|NOUN|PROPN|PRON)$/.test(tokens[to]!.upos) || words[to] === "'s")
  )
    to++;
  const last = tokens[to - 1];
  return to > from && last && /^(?:NOUN|PROPN|PRON)$/.test(last.upos) ? { from, to } : null;
}

/**
 * The subject that the tree gives a verb of the match, its whole phrase; else that of the verb whose subject it shares:
 * "the group claimed it without giving evidence".
 */
function parsedSubject(passage: Passage, sentence: Run, match: Match): Run | null {
  const { tokens } = passage;
  if (tokens[sentence.from]!.upos === 'X') return null;
  const own = subjectAmong(passage, sentence, match, /^nsubj/);
  if (own) return own;
  let at = topOf(passage, sentence, match);
  for (let steps = 0; steps < SHARING && at >= 0; steps++) {
    const { head, deprel } = tokens[at]!;
    if (head < 0 || !/^(?:conj|advcl|xcomp)/.test(deprel)) return null;
    at = sentence.from + head;
    const shared = subjectAmong(passage, sentence, { from: at, to: at + 1 }, /^nsubj$/);
    if (shared) return shared;
  }
  return null;
}

/** How many verbs up a subject is sought. */
const SHARING = 3;

/** The token of the match that hangs on none of the others. */
function topOf({ tokens }: Passage, sentence: Run, { from, to }: Run): number {
  for (let i = from; i < to; i++) {
    const head = sentence.from + tokens[i]!.head;
    if (tokens[i]!.head < 0 || head < from || head >= to) return i;
  }
  return from;
}

/** The whole phrase of the subject of a verb within the run, before it. */
function subjectAmong(passage: Passage, sentence: Run, { from, to }: Run, relation: RegExp): Run | null {
  for (let i = sentence.from; i < from; i++) {
    const { head, deprel } = passage.tokens[i]!;
    const governor = sentence.from + head;
    if (head < 0 || !relation.test(deprel) || governor < from || governor >= to) continue;
    return phraseOf(passage, sentence, i);
  }
  return null;
}

/** The run of tokens around a noun that the tree puts below it. */
function phraseOf({ tokens }: Passage, sentence: Run, noun: number): Run {
  const below = (i: number): boolean => {
    let j = i;
    for (let steps = 0; steps < 12 && j !== noun; steps++) {
      const head = tokens[j]!.head;
      if (head < 0) return false;
      j = sentence.from + head;
    }
    return j === noun;
  };
  let from = noun;
  let to = noun + 1;
  const proper = (i: number): boolean => tokens[i]!.upos === 'PROPN' && tokens[noun]!.upos === 'PROPN';
  while (from > sentence.from && (below(from - 1) || proper(from - 1) || isNameWord(tokens, from - 1, noun)))
    from--;
  while (to < sentence.to && (below(to) || proper(to))) to++;
  return { from, to };
}

/** "[Harvest] Air", which the tagger takes for a common noun: a capital right before a name, unless it is a time. */
const isNameWord = (tokens: Passage['tokens'], at: number, noun: number): boolean =>
  tokens[noun]!.upos === 'PROPN' &&
  tokens[at + 1]!.upos === 'PROPN' &&
  /^(?:NOUN|ADJ)$/.test(tokens[at]!.upos) &&
  /^\p{Lu}\p{Ll}/u.test(tokens[at]!.text) &&
  !/^(?:yesterday|today|tomorrow|tonight)$/i.test(tokens[at]!.text);

/** "There was no immediate comment from the airline." */
function fromWhom(passage: Passage, sentence: Run, { to }: Match): Run | null {
  return passage.words[to] === 'from' ? sourceAfter(passage, sentence, to + 1) : null;
}

/** Whose statement in the sentence the match belongs to: the last before it with a source. */
function speakerOf(passage: Passage, match: Match, spoken: readonly Draft[]): Draft | undefined {
  const number = passage.sentenceOf[match.from]!;
  const own = spoken.filter(
    ({ cue, source }) => source.length > 0 && passage.sentenceOf[cue.from] === number,
  );
  const quoted = passage.quoted[match.from] === INSIDE;
  return (
    own.findLast(({ cue, content }) =>
      quoted ? content.some((run) => holds(run, match)) : cue.from <= match.from,
    ) ?? own[0]
  );
}

const holds = (outer: Run, inner: Run): boolean => outer.from <= inner.from && inner.to <= outer.to;
