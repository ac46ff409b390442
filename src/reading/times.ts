import type { Sentence } from '../language/sentence.ts';
import type { Day } from '../text/interval.ts';
import { type Span, verified } from '../text/span.ts';
import type { Relation, Time } from './time.ts';
import { type Atom, atomsOf } from './times/atoms.ts';
import { draftsOf, type Grammar, timeGrammar } from './times/grammar.ts';
import { joinClocks, joinLengths, joinSides, quoted } from './times/join.ts';
import { monthOf, type Period, yearOf } from './times/period.ts';
import type { Context, Draft } from './times/rule.ts';
import { directions, saidThen } from './times/tense.ts';

/**
 * The times that the sentences speak of, in the order of the text. Without a day of publication, times that hang on it
 * have values such as `XXXX-WXX-1` and open intervals.
 */
export function readTimes(
  text: string,
  sentences: readonly Sentence[],
  published: Day | null,
): readonly Time[] {
  const grammar = timeGrammar();
  const times: Time[] = [];
  let story = opening(published);
  for (const sentence of sentences) {
    const atoms = atomsOf(text, sentence.start, sentence.end, grammar.reader);
    const read = readSentence(sentence, atoms, grammar, story);
    story = read.story;
    for (const draft of read.drafts) times.push(timeOf(text, atoms, draft));
  }
  return times;
}

/** A weekday that the text names without saying which week: "on Tuesday" in an article of unknown day. */
export interface WeekdayMention extends Span {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
}

/** The weekdays of times whose day hangs on an unknown day of publication, by which it may be inferred. */
export function weekdayMentions(times: readonly Time[]): readonly WeekdayMention[] {
  return times.flatMap((time) => {
    const found = time.type === 'SET' ? null : /^XXXX-WXX-([1-7])/.exec(time.value);
    return found ? [{ start: time.start, end: time.end, weekday: Number(found[1]) }] : [];
  });
}

/** What the text has said so far of when things happened. */
type Story = Omit<Context, 'direction'>;

const opening = (published: Day | null): Story => ({
  published,
  anchor: null,
  told: [],
  day: published,
  quarter: null,
  compared: null,
  months: new Map(),
});

function readSentence(sentence: Sentence, atoms: readonly Atom[], grammar: Grammar, before: Story) {
  let story = before;
  const direction = directions(atoms, sentence);
  const note = (draft: Draft): Context => {
    if (story === before || !saidThen(atoms, draft.first)) story = told(story, draft);
    return { ...story, direction };
  };
  const drafts = draftsOf(atoms, grammar, note, { ...story, direction });
  return { drafts: joined(atoms, drafts, story), story };
}

const joined = (atoms: readonly Atom[], drafts: readonly Draft[], story: Story): readonly Draft[] =>
  drafts.length
    ? joinLengths(atoms, joinClocks(atoms, joinSides(atoms, quoted(atoms, drafts)), story))
    : drafts;

/** How many of the last days, months … may be what "three weeks later" hangs on. */
const REMEMBERED = 5;

/** The story after one more time: days, months … become what "the next day" hangs on. */
function told(story: Story, draft: Draft): Story {
  if (draft.aside) return story;
  if (/^P(9M|6M|1Y)$/.test(draft.value)) return { ...story, compared: null };
  if (draft.type !== 'DATE' && draft.type !== 'TIME') return story;
  if (draft.from === null || draft.to === null || draft.clock !== undefined || draft.grain === 'reference')
    return story;
  const period: Period = { grain: draft.grain, value: draft.value, from: draft.from, to: draft.to };
  const one = draft.from === draft.to;
  const month = draft.grain === 'month' ? monthOf(draft.from) : null;
  return {
    ...story,
    months: month === null ? story.months : new Map([...story.months, [month, yearOf(draft.from)]]),
    anchor: period,
    told: [period, ...story.told].slice(0, REMEMBERED),
    day: one ? draft.from : story.day,
    quarter: draft.grain === 'quarter' ? period : story.quarter,
    compared: draft.grain === 'quarter' ? period : draft.grain === 'year' ? null : story.compared,
  };
}

function timeOf(text: string, atoms: readonly Atom[], draft: Draft): Time {
  const start = atoms[draft.first]!.start;
  const end = atoms[draft.end - 1]!.end;
  const words = text.slice(start, end);
  const time: Time = {
    start,
    end,
    text: words,
    type: draft.type,
    value: draft.value,
    from: draft.from,
    to: draft.to,
    relation: relationOf(atoms, draft.first),
  };
  return verified(text, time, words);
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  since: 'since',
  until: 'until',
  till: 'until',
  before: 'before',
  after: 'after',
  following: 'after',
  by: 'by',
  in: 'in',
  on: 'in',
  at: 'in',
  during: 'in',
  within: 'in',
  for: 'for',
  over: 'in',
  from: 'since',
  through: 'until',
  between: 'since',
};

function relationOf(atoms: readonly Atom[], first: number): Relation | null {
  return RELATIONS[atoms[first - 1]?.lower ?? ''] ?? null;
}
