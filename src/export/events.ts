import { daysBetween, daysOf } from '../ledger/facets.ts';
import { groupOf } from '../ledger/groups.ts';
import type { Assertion, Question } from '../ledger/ledger.ts';
import { nationName, nationsIn } from '../ledger/nations.ts';
import { byWeight } from '../ledger/order.ts';
import type { Article } from '../text/article.ts';
import type { Interval } from '../text/interval.ts';
import type { Told } from './told.ts';

/** Whom harm was done to, as event data sets divide them. */
export type Side = 'civilians' | 'belligerents' | 'unknown';

/** Harm done in one event, or in one running total: what a row of an event data set is. */
export interface HarmEvent {
  readonly told: Told;
  /** The question on the dead; failing that the one on the hurt. */
  readonly main: Question;
  readonly killed: Question | null;
  readonly wounded: Question | null;
  /** Questions on parts of the dead and of the hurt: children, soldiers of one side. */
  readonly parts: readonly Question[];
}

/** The events of a story: each widest question on its dead, with the question on its wounded that shares its days. */
export function eventsOf(told: Told): readonly HarmEvent[] {
  const { questions } = told.ledger;
  const widest = [...questions].sort(byWeight).filter((question) => !widerOf(question, questions).length);
  const on = (measure: Question['measure']) => widest.filter((question) => question.measure === measure);
  const hurt = [...on('wounded')];
  const deadly = on('killed').map((killed): HarmEvent => {
    const at = hurt.findIndex((wounded) => isOne(killed, wounded));
    const wounded = at === -1 ? null : hurt.splice(at, 1)[0]!;
    return { told, main: killed, killed, wounded, parts: partsOf([killed, wounded], questions) };
  });
  const rest = hurt.map(
    (wounded): HarmEvent => ({
      told,
      main: wounded,
      killed: null,
      wounded,
      parts: partsOf([wounded], questions),
    }),
  );
  return [...deadly, ...rest];
}

/** Questions of which the question is a part. */
function widerOf(question: Question, questions: readonly Question[]): readonly Question[] {
  const to = new Set(
    question.relations.filter(({ kind }) => kind === 'part-of').map((relation) => relation.to),
  );
  return questions.filter(
    ({ id, assertions }) => id !== question.id && assertions.some((one) => to.has(one)),
  );
}

const partsOf = (wholes: readonly (Question | null)[], questions: readonly Question[]): readonly Question[] =>
  questions.filter((question) => widerOf(question, questions).some((wider) => wholes.includes(wider)));

/** Whether the dead and the hurt are of one event, as far as scope and days say. */
const isOne = (a: Question, b: Question): boolean =>
  a.scope === b.scope && daysBetween(daysOf(a.when), daysOf(b.when)) <= 1;

const CIVIL: ReadonlySet<string> = new Set([
  'civilians',
  'children',
  'women',
  'elderly',
  'students',
  'passengers',
  'helpers',
  'journalists',
  'families',
  'displaced',
]);
const ARMED: ReadonlySet<string> = new Set(['fighters', 'militants']);

/** Which side the question's people are on, by the words for them alone. */
export function sideOf({ group, unit }: Question): Side {
  const { kinds } = groupOf(group, unit);
  if ([...kinds].some((kind) => ARMED.has(kind))) return 'belligerents';
  return [...kinds].some((kind) => CIVIL.has(kind)) ? 'civilians' : 'unknown';
}

/** The part of the harm that was done to these people: `null` where nobody says. */
export const partOn = ({ parts }: HarmEvent, measure: Question['measure'], kind: string): Question | null =>
  parts.find((part) => part.measure === measure && groupOf(part.group, part.unit).kinds.has(kind)) ?? null;

/** The country that the event's place names, in English; `null` where it names none. */
export function countryOf({ main }: HarmEvent): string | null {
  const [nation] = nationsIn(main.place ?? '').nations;
  return nation === undefined ? null : nationName(nation);
}

/** First and last day of the event: those that it is about, else those of the story. */
export const daysIn = ({ main, told }: HarmEvent): Interval => {
  const { from, to } = main.when ?? told.ledger.story;
  return { from: from ?? to, to: to ?? from };
};

/** How many days the interval has; `null` where an end is open. */
export function lengthOf({ from, to }: Interval): number | null {
  const days = daysOf({ from, to });
  return days && Number.isFinite(days.to - days.from) ? days.to - days.from + 1 : null;
}

/** The assertions behind the event's main question. */
export const assertionsOn = ({ main, told }: HarmEvent): readonly Assertion[] =>
  told.ledger.assertions.filter(({ question }) => question === main.id);

/** The articles that carry them, in order of publication. */
export function articlesOn(event: HarmEvent): readonly Article[] {
  const ids = new Set(assertionsOn(event).flatMap(({ articles }) => articles));
  return event.told.articles
    .filter(({ id }) => ids.has(id))
    .toSorted((a, b) => ((a.published ?? '9999') + a.id < (b.published ?? '9999') + b.id ? -1 : 1));
}
