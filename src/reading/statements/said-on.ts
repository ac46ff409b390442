import type { Interval } from '../../text/interval.ts';
import type { Time } from '../time.ts';
import type { Draft } from './draft.ts';
import type { Passage, Run } from './passage.ts';
import { wordSet } from './verbs.ts';

const REACH = 7;

/**
 * The day on which words were said: a day or shorter span of days that stands by the cue, outside source and content
 * ("said on Monday", "told reporters late Tuesday"), or opens the sentence before a comma ("On Friday, he said").
 */
export function saidOn(passage: Passage, draft: Draft, times: readonly Time[]): Interval | null {
  const sentence = passage.sentences[passage.sentenceOf[draft.cue.from]!]!;
  const own = timesIn(passage, sentence, times);
  let best: { readonly time: Time; readonly distance: number } | null = null;
  for (const { time, run } of own) {
    if (covered(draft, run)) continue;
    const distance = distanceTo(passage, draft, sentence, run);
    if (distance <= REACH && (!best || distance < best.distance)) best = { time, distance };
  }
  return best && { from: best.time.from, to: best.time.to };
}

interface PlacedTime {
  readonly time: Time;
  readonly run: Run;
}

/** Times with a start or an end that is no further than a month from it: "recently" and "for years" say no day. */
function timesIn(passage: Passage, sentence: Run, times: readonly Time[]): readonly PlacedTime[] {
  const start = passage.tokens[sentence.from]!.start;
  const end = passage.tokens[sentence.to - 1]!.end;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: PlacedTime[] = [];
  for (let i = low; i < times.length && times[i]!.start < end; i++) {
    const time = times[i]!;
    const isDay =
      (time.type === 'DATE' || time.type === 'TIME') && (time.relation === null || time.relation === 'in');
    if (isDay && time.from && time.to) found.push({ time, run: runAt(passage, sentence, time) });
  }
  return found;
}

function runAt(passage: Passage, sentence: Run, time: Time): Run {
  let from = sentence.from;
  while (from < sentence.to - 1 && passage.tokens[from]!.end <= time.start) from++;
  let to = from + 1;
  while (to < sentence.to && passage.tokens[to]!.start < time.end) to++;
  return { from, to };
}

const covered = ({ source, content }: Draft, run: Run): boolean =>
  [...source, ...content].some(({ from, to }) => from <= run.from && run.from < to);

/** Tokens from the cue to the time; beyond the reach where the time belongs to something else. */
function distanceTo(passage: Passage, { cue, source }: Draft, sentence: Run, run: Run): number {
  if (run.from >= cue.from && run.to <= cue.to) return 0;
  if (run.from >= cue.to) return run.from - cue.to;
  if (opensSentence(passage, sentence, run)) {
    const next = source[0] ?? cue;
    return next.from >= run.to ? Math.min(REACH, next.from - run.to) : REACH;
  }
  return cue.from - run.to <= 2 ? cue.from - run.to : REACH + 1;
}

/** "On Friday, …" and "Speaking to farmers on Friday, …": the time stands before the first comma, alone or on an occasion of speech. */
function opensSentence(passage: Passage, sentence: Run, run: Run): boolean {
  if (passage.words[run.to] !== ',') return false;
  if (run.from - sentence.from <= 1) return true;
  const occasions = wordSet('occasions');
  for (let i = sentence.from; i < run.from; i++) {
    if (passage.words[i] === ',') return false;
    if (occasions.has(passage.words[i]!)) return true;
  }
  return false;
}
