import type { Article } from '../../text/article.ts';
import { addDays, dayNumber, type Interval, sharesDay } from '../../text/interval.ts';
import { listed } from '../../text/listed.ts';
import type { When } from '../claim.ts';
import type { Statement } from '../statement.ts';
import type { Time } from '../time.ts';
import { eventsPointedAt, sentencesAround } from './around.ts';
import { clauses, isOccasion } from './clauses.ts';
import type { Draft } from './draft.ts';
import { singular } from './inflect.ts';
import { measures } from './lexicon.ts';
import { triggersOf } from './triggers.ts';
import { tokenAt, type View } from './view.ts';
import { isAsOf, isCountingVerb, ownTimes, verbOver } from './when.ts';

/** An event dated at most so many days before publication is news; an older one is background. */
const RECENT = 45;
/** What is news before all that is older, in days. */
const NEWS = 10;
/** How long a time may be to date another's words, in days. */
const NEARLY_DAY = 3;
/** A longer span is no one event's time, in days. */
const LONGEST_MAIN = 31;
/** Numbers from here on are hardly the same by chance. */
const TELLING = 20;
/** How far from the main event's days another event is, at least. */
const APART = 7;
/** A longer span gives way to a shorter one within it, in days. */
const COARSE = 27;

/** What the told times are read from. */
export interface Source {
  readonly article: Article;
  readonly statements: readonly Statement[];
}

/** A day on which something happened, told without a figure. */
export interface Told {
  /** Number of its sentence. */
  readonly view: number;
  readonly when: When;
  /** Measures whose words stand in its sentence. */
  readonly measures: ReadonlySet<string>;
  /** Whether an event is named there: "the attack on Thursday". */
  readonly event: boolean;
}

/** Drafts with the days that other claims of the article give them: an event is dated once and told many times. */
export function settleTimes(
  { published }: Article,
  drafts: readonly Draft[],
  main: When | null,
  told: readonly Told[],
  near: (draft: Draft) => When | null,
  pointed: (draft: Draft) => When | null,
): readonly Draft[] {
  return listed(drafts, (draft) => {
    const aside = draft.when === null && draft.scope === 'incident' ? near(draft) : null;
    const when =
      (draft.when === null && draft.scope === 'incident' ? pointed(draft) : null) ??
      (aside && isApart(aside, main ?? day(published)) ? aside : null) ??
      settled(draft, drafts, main, told, published) ??
      draft.when ??
      reported(draft, drafts) ??
      day(published);
    return { ...draft, when, voice: { ...draft.voice, on: saidOn(draft, drafts, when) } };
  });
}

/**
 * The day that an earlier sentence gives the event to which a draft's points back: one with the same noun ("in those
 * bombings"), else one that dates a word of the same measure ("hours after the kidnapping").
 */
export function whenOfEvent(
  views: readonly View[],
  dated: Dated,
  told: readonly Told[],
  { view }: Draft,
): When | null {
  const events = eventsPointedAt(views[view]!);
  if (!events.length) return null;
  const nouns = new Set(events.map(singular));
  for (let i = view - 1; i >= 0; i--) {
    const time = dated.get(i);
    if (time && views[i]!.words.some((word) => nouns.has(singular(word))))
      return { from: time.from, to: time.to, text: time.text };
  }
  const names = events.flatMap((word) =>
    (measures().patterns.get(word) ?? []).map(({ entry }) => entry.measure),
  );
  const same = told.findLast((one) => one.view < view && names.some((name) => one.measures.has(name)));
  return same?.when ?? null;
}

/** The day that the sentences around a draft's give, the nearest first; `null` where they give none. */
export function whenAround(views: readonly View[], dated: Dated, { view }: Draft): When | null {
  const at = sentencesAround(views, view).find((i) => dated.has(i));
  const time = at === undefined ? undefined : dated.get(at);
  return time && lengthOf(time) <= COARSE + 4 ? { from: time.from, to: time.to, text: time.text } : null;
}

/** Whether a day is of another event than the article's main one. */
export const isApart = (when: Interval, main: Interval | null): boolean =>
  main === null || !sharesDay(widened(main), when);

/** The first day on which anybody is said to have spoken of it: what is told on a Sunday happened by then. */
function reported(draft: Draft, drafts: readonly Draft[]): When | null {
  const worded = ({ voice, scope }: Draft) =>
    voice.basis === 'words' &&
    voice.chain.length > 0 &&
    scope === 'incident' &&
    voice.on?.from != null &&
    lengthOf(voice.on) <= NEARLY_DAY;
  const on = (worded(draft) ? draft : drafts.find(worded))?.voice.on;
  return on ? { from: on.from, to: on.to, text: '' } : null;
}

/** Sentences' first days of something that has happened, by their numbers. */
export type Dated = ReadonlyMap<number, Time>;

/** The days that sentences other than headlines name of what has happened. */
export function datedSentences({ article, statements }: Source, views: readonly View[]): Dated {
  const dated = new Map<number, Time>();
  for (const [i, view] of views.entries()) {
    if (view.sentence.headline || !view.times.length) continue;
    const times = ownTimes(view, statements, null).filter(
      ({ type, from, to }) =>
        type !== 'SET' &&
        type !== 'DURATION' &&
        from !== null &&
        to !== null &&
        !isFuture(to, article.published),
    );
    const time = times.find(({ relation }) => relation === 'in') ?? times[0];
    if (time) dated.set(i, time);
  }
  return dated;
}

/** The days that sentences give to events and measures, in the order of the text. */
export function toldTimes(article: Article, views: readonly View[], dated: Dated): readonly Told[] {
  return [...dated].flatMap(([i, time]) => {
    const view = views[i]!;
    const found = datedMeasures(view, time);
    const verb = verbOver(view, tokenAt(view.tokens, time.end - 1));
    const event =
      lengthOf(time) <= 3 &&
      isRecent(time.to ?? '', article.published) &&
      !isAsOf(view, time) &&
      !(view.phrases.length && isCountingVerb(view, verb)) &&
      tellsEvent(view);
    return found.length || event
      ? [
          {
            view: i,
            when: { from: time.from, to: time.to, text: time.text },
            measures: new Set(found),
            event,
          },
        ]
      : [];
  });
}

/** Whether a sentence names an event or tells of one by a verb. */
const tellsEvent = ({ words, tokens }: View): boolean =>
  words.some((word) => isOccasion(word)) ||
  tokens.some(({ upos, lemma }) => upos === 'VERB' && clauses().eventVerb.has(lemma));

/** How near a word must stand to a time to be dated by it, in tokens. */
const NEXT = 2;

/** The measures of the words that a time dates: those next to it, else its verb's. */
function datedMeasures(view: View, time: Time): readonly string[] {
  const first = tokenAt(view.tokens, time.start);
  const last = tokenAt(view.tokens, time.end - 1);
  const verb = verbOver(view, last);
  const triggers = triggersOf(view, measures());
  const next = triggers.filter(({ start, end }) => start - last <= NEXT && first - end <= NEXT);
  const own = next.length ? next : triggers.filter(({ start, verbEnd }) => start <= verb && verb <= verbEnd);
  return own.flatMap(({ patterns }) => patterns.map(({ entry }) => entry.measure));
}

/**
 * The time of the event that the article reports: the first recent one that a claim's own words give. Who is freed or held after
 * an event was told does not date it, nor does what is told below the lead after one.
 */
export function mainTime(
  published: string | null,
  drafts: readonly Draft[],
  told: readonly Told[],
): When | null {
  const recent = ({ when, scope, headline, counting }: Draft, days: number) =>
    when?.to != null &&
    !counting &&
    scope === 'incident' &&
    !headline &&
    lengthOf(when) <= LONGEST_MAIN &&
    (published === null || isRecent(when.to, published, days));
  const event = told.find((one) => one.event);
  const ofIt = drafts.filter(
    ({ view, measured }) => !(event && event.view < view && OWN_EVENT.has(measured.name)),
  );
  const lead = ofIt.find((draft) => draft.lead && recent(draft, RECENT));
  if (lead) return lead.when;
  for (const { measured, scope, headline, ...draft } of ofIt)
    if (draft.lead && scope === 'incident' && !headline) {
      const when = recentTold(told, measured.name, published);
      if (when) return when;
    }
  const found =
    ofIt.find((draft) => recent(draft, NEWS) && lengthOf(draft.when!) <= NEARLY_DAY) ??
    ofIt.find((draft) => recent(draft, RECENT) && lengthOf(draft.when!) <= NEARLY_DAY);
  return (event && found && event.view < found.view ? event : (found ?? event))?.when ?? null;
}

const isFuture = (to: string, published: string | null): boolean =>
  published !== null && to > addDays(published, 1);

const isRecent = (to: string, published: string | null, days = RECENT): boolean =>
  published === null || (to <= addDays(published, 1) && dayNumber(published) - dayNumber(to) <= days);

const day = (published: string | null): When | null =>
  published === null ? null : { from: published, to: published, text: '' };

/** Measures that need not be of the article's main event: who is freed today was taken years ago. */
const OWN_EVENT = new Set([
  'captured',
  'freed',
  'deployed',
  'detained',
  'affected',
  'infected',
  'dismissed',
  'vote',
  'money',
]);

function settled(
  draft: Draft,
  drafts: readonly Draft[],
  main: When | null,
  told: readonly Told[],
  published: string | null,
): When | null {
  if (draft.scope !== 'incident') return draft.when;
  const { name } = draft.measured;
  const same = drafts.filter(
    ({ measured, when, scope, counting }) =>
      measured.name === name &&
      !counting &&
      scope === 'incident' &&
      when?.to != null &&
      !isFuture(when.to, published),
  );
  if (draft.when === null || draft.counting) return givenDay(draft, same, drafts, main, told, published);
  const coarse = draft.when;
  if (lengthOf(coarse) <= COARSE || name === 'other') return coarse;
  const dated = [
    ...drafts.filter(({ measured }) => measured.name === name),
    ...told.filter(({ measures: names }) => names.has(name)),
  ];
  const finer = dated.find(
    ({ when }) => when !== null && lengthOf(when) < lengthOf(coarse) && sharesDay(when, coarse),
  );
  return finer?.when ?? coarse;
}

/** What comes to light long after it happened: the lead's words do not date it. */
const SLOW = new Set(['affected', 'infected']);

/** The day that the article gives an event which its own sentence does not date. */
function givenDay(
  draft: Draft,
  same: readonly Draft[],
  drafts: readonly Draft[],
  main: When | null,
  told: readonly Told[],
  published: string | null,
): When | null {
  const { name } = draft.measured;
  const isSame = (other: Draft) => value(other) === value(draft);
  const recent = same.filter(
    ({ when }) => when?.to != null && isRecent(when.to, published) && lengthOf(when) <= COARSE + 4,
  );
  const alike = recent.find(isSame)?.when;
  const exact = same.find(isSame)?.when;
  const elsewhere = told.find(({ measures: names }) => names.has(name))?.when;
  const close = same.find(({ when }) => when !== null && lengthOf(when) <= COARSE + 4)?.when;
  const spoken = reported(draft, drafts);
  if (alike) return alike;
  if (OWN_EVENT.has(name)) {
    const known = recent[0]?.when;
    if (draft.lead && !SLOW.has(name)) return known ?? recentTold(told, name, published) ?? spoken ?? main;
    return known ?? exact ?? close ?? elsewhere ?? same[0]?.when ?? main;
  }
  const telling = (value(draft) ?? 0) >= TELLING && !draft.lead ? exact : undefined;
  if (main || telling) return telling ?? main;
  if (draft.lead)
    return recent.find(({ when }) => when && lengthOf(when) <= NEARLY_DAY)?.when ?? spoken ?? exact ?? null;
  return recent[0]?.when ?? spoken ?? exact ?? elsewhere ?? null;
}

/** The first recent day that a sentence gives to words of a measure. */
const recentTold = (told: readonly Told[], name: string, published: string | null): When | undefined =>
  told.find(
    ({ when, measures: names }) =>
      names.has(name) && lengthOf(when) <= NEARLY_DAY && when.to !== null && isRecent(when.to, published),
  )?.when;

export const value = ({ phrase: { figure } }: Draft) => figure.low ?? figure.high;

export const lengthOf = ({ from, to }: Interval): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : dayNumber(to) - dayNumber(from) + 1;

/** When it was said: by its own words, else by those of the same figure elsewhere; never before the event. */
function saidOn(
  { voice, measured, ...draft }: Draft,
  drafts: readonly Draft[],
  when: When | null,
): Interval | null {
  if (voice.basis === 'habit' && voice.chain.length) {
    const told = drafts.find(
      (other) =>
        other.voice.basis === 'words' &&
        other.voice.on !== null &&
        lengthOf(other.voice.on) <= NEARLY_DAY &&
        other.voice.chain.length > 0 &&
        other.measured.name === measured.name &&
        value(other) === (draft.phrase.figure.low ?? draft.phrase.figure.high),
    );
    if (told) return told.voice.on;
  }
  if (voice.basis !== 'before' || voice.on === null || voice.on.to === null) return voice.on;
  return when?.from != null && when.from <= voice.on.to && draft.scope === 'incident'
    ? { from: when.from, to: voice.on.to }
    : voice.on;
}

const widened = ({ from, to }: Interval): Interval => ({
  from: from === null ? null : addDays(from, -APART),
  to: to === null ? null : addDays(to, APART),
});
