import type { Draft } from '../statements/draft.ts';
import { INSIDE, type Passage, type Run } from '../statements/passage.ts';
import { findSource, sourceAfter } from '../statements/source-rules.ts';
import type { Match } from './patterns.ts';

const IMPERSONAL = new Set(['it', 'there', 'that', 'this', 'these', 'those', 'we', 'i']);
const PASSIVE = /(?:ied|ed|clear|known|unclear|possible|impossible)$/;

/**
 * Who takes the stance, as a draft without content for naming: the subject of its verb, whoever stands after "from", or
 * the speaker of the sentence. `null` is the report's own voice, where a thing is verified by nobody named.
 */
export function responderOf(passage: Passage, match: Match, spoken: readonly Draft[]): Draft | null {
  const sentence = passage.sentences[passage.sentenceOf[match.from]!]!;
  const speaker = speakerOf(passage, match, spoken);
  if (isImpersonal(passage, sentence, match)) return null;
  const subject = subjectOf(passage, sentence, match);
  const named = subject !== null && passage.words[subject.from] !== 'there' ? subject : undefined;
  const source = fromWhom(passage, sentence, match) ?? named ?? speaker?.source[0];
  if (!source) return null;
  return { source: [source], cue: { from: match.from, to: match.to }, content: [], confidence: 1 };
}

/** "It was not possible to verify", "has not been verified", "no independent confirmation". */
function isImpersonal(passage: Passage, sentence: Run, { from, to, stance }: Match): boolean {
  if (stance !== 'cannot-verify') return false;
  const words = passage.words.slice(from, to);
  const found = findSource(passage, sentence, { from, to });
  const subject = found && !found.trailing ? passage.words[found.source.from]! : 'it';
  if (words[0] === 'no' || words[0] === 'unclear') return true;
  return IMPERSONAL.has(subject) || words.some((word) => PASSIVE.test(word)) || passage.words[to] === 'by';
}

function subjectOf(passage: Passage, sentence: Run, match: Match): Run | null {
  const parsed = parsedSubject(passage, sentence, match);
  if (parsed) return parsed;
  const found = findSource(passage, sentence, match);
  return found?.source ?? null;
}

/** The subject that the tree gives a verb of the match, its whole phrase. */
function parsedSubject(passage: Passage, sentence: Run, match: Match): Run | null {
  const { tokens } = passage;
  if (tokens[sentence.from]!.upos === 'X') return null;
  for (let i = sentence.from; i < match.from; i++) {
    const { head, deprel } = tokens[i]!;
    const governor = sentence.from + head;
    if (head < 0 || !deprel.startsWith('nsubj') || governor < match.from || governor >= match.to) continue;
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
  while (from > sentence.from && below(from - 1)) from--;
  while (to < sentence.to && below(to)) to++;
  return { from, to };
}

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
