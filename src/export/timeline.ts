import type { Assertion, Question } from '../ledger/ledger.ts';
import { HEDGE_WORDS, intervalWords, questionWords, RELATION_WORDS } from '../ledger/words.ts';
import type { Day, Interval } from '../text/interval.ts';
import type { Told } from './told.ts';

interface TimelineDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The assertions as TimelineJS data (Knight Lab, timeline.knightlab.com, JSON format): a slide on the day on which each
 * was said, failing that on the day that it is about; a row for each question. TimelineJS shows texts as HTML, so they
 * are escaped. Assertions without any day are left out, and the title says how many.
 */
export function timelineJson(stories: readonly Told[]): string {
  const slides = stories.flatMap(({ ledger }) => {
    const questions = new Map(ledger.questions.map((question) => [question.id, question]));
    return ledger.assertions.map((assertion) =>
      slide(assertion, questions.get(assertion.question)!, ledger.assertions),
    );
  });
  const events = slides.filter((one) => one !== null);
  const headline = stories.length === 1 ? stories[0]!.ledger.story.title : `${stories.length} stories`;
  const left = slides.length - events.length;
  const text = `${events.length} assertions${left ? `; ${left} without a day are left out` : ''}`;
  return `${JSON.stringify({ title: { text: { headline: escaped(headline), text } }, events }, null, 2)}\n`;
}

function slide(assertion: Assertion, question: Question, all: readonly Assertion[]): object | null {
  const days = daysOf(assertion.on) ?? daysOf(assertion.when);
  if (!days) return null;
  const { id, figure, originator, hedges, outlets, when } = assertion;
  const lines = [
    `${originator}${hedges.length ? ` (${hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')})` : ''}`,
    ...(when ? [`about ${intervalWords(when)}`] : []),
    `carried by ${outlets.join(', ')}`,
    ...question.relations
      .filter(({ from }) => from === id)
      .map(
        ({ kind, to, why }) =>
          `${RELATION_WORDS[kind]} ${all.find((one) => one.id === to)?.originator ?? ''}: ${why}`,
      ),
  ];
  return {
    unique_id: id,
    start_date: days[0],
    ...(days[1] && { end_date: days[1] }),
    group: escaped(questionWords(question)),
    text: {
      headline: escaped(`${figure.texts[0] ?? ''} · ${originator}`),
      text: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
    },
    autolink: false,
  };
}

function daysOf(interval: Interval | null): readonly [TimelineDate, TimelineDate | null] | null {
  const [first, last] = [interval?.from ?? interval?.to ?? null, interval?.to ?? null];
  if (first === null) return null;
  return [dateOf(first), last !== null && last !== first ? dateOf(last) : null];
}

function dateOf(day: Day): TimelineDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
