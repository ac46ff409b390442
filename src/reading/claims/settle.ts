import type { Article } from '../../text/article.ts';
import { addDays, dayNumber, type Interval, sharesDay } from '../../text/interval.ts';
import type { Place, When } from '../claim.ts';
import type { Statement } from '../statement.ts';
import type { Time } from '../time.ts';
import { isOccasion } from './clauses.ts';
import type { Draft } from './draft.ts';
import { measures } from './lexicon.ts';
import { triggersOf } from './triggers.ts';
import { tokenAt, type View } from './view.ts';
import { isCountingVerb, ownTimes, verbOver } from './when.ts';

/** An event dated at most so many days before publication is news; an older one is background. */
const RECENT = 45;
/** What is news before all that is older, in days. */
const NEWS = 10;
/** How long a time may be to date another's words, in days. */
const NEARLY_DAY = 3;
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
): readonly Draft[] {
  return drafts.map((draft) => {
    const when =
      settled(draft, drafts, main, told, published) ??
      draft.when ??
      reported(draft, drafts) ??
      day(published);
    return { ...draft, when, voice: { ...draft.voice, on: saidOn(draft, drafts, when) } };
  });
}

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

/** The days that sentences give to events and measures, in the order of the text. */
export function toldTimes({ article, statements }: Source, views: readonly View[]): readonly Told[] {
  return views.flatMap((view) => {
    if (view.sentence.headline) return [];
    const times = ownTimes(view, statements, null).filter(
      ({ type, from, to }) =>
        type !== 'SET' &&
        type !== 'DURATION' &&
        from !== null &&
        to !== null &&
        !isFuture(to, article.published),
    );
    const time = times[0];
    if (!time) return [];
    const found = datedMeasures(view, time);
    const event =
      lengthOf(time) <= 3 &&
      isRecent(time.to ?? '', article.published) &&
      !isCountingVerb(view, verbOver(view, tokenAt(view.tokens, time.end - 1))) &&
      view.words.some((word) => isOccasion(word));
    return found.length || event
      ? [{ when: { from: time.from, to: time.to, text: time.text }, measures: new Set(found), event }]
      : [];
  });
}

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

/** The time of the event that the article reports: the first recent one that a claim's own words give. */
export function mainTime(published: string | null, drafts: readonly Draft[]): When | null {
  const recent = ({ when, scope, headline, counting }: Draft, days: number) =>
    when?.to != null &&
    !counting &&
    scope === 'incident' &&
    !headline &&
    (published === null || isRecent(when.to, published, days));
  const found =
    drafts.find((draft) => draft.lead && recent(draft, RECENT)) ??
    drafts.find((draft) => recent(draft, NEWS)) ??
    drafts.find((draft) => recent(draft, RECENT));
  return found?.when ?? null;
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
  if (lengthOf(coarse) <= COARSE) return coarse;
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
  return telling ?? main ?? recent[0]?.when ?? spoken ?? exact ?? elsewhere ?? null;
}

/** The first recent day that a sentence gives to words of a measure. */
const recentTold = (told: readonly Told[], name: string, published: string | null): When | undefined =>
  told.find(
    ({ when, measures: names }) =>
      names.has(name) && lengthOf(when) <= NEARLY_DAY && when.to !== null && isRecent(when.to, published),
  )?.when;

const value = ({ phrase: { figure } }: Draft) => figure.low ?? figure.high;

const lengthOf = ({ from, to }: Interval): number =>
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

/** The place of the story for a claim that names none, unless its own words date it to another event. */
export function settledPlace(draft: Draft, lead: Place | null, main: When | null): Place | null {
  if (draft.place !== null || draft.scope !== 'incident') return draft.place ?? lead;
  const elsewhere = main !== null && draft.when !== null && !sharesDay(widened(main), draft.when);
  return elsewhere ? null : lead;
}

const widened = ({ from, to }: Interval): Interval => ({
  from: from === null ? null : addDays(from, -APART),
  to: to === null ? null : addDays(to, APART),
});
