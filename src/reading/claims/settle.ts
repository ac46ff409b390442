import type { Article } from '../../text/article.ts';
import { addDays, dayNumber, type Interval, sharesDay } from '../../text/interval.ts';
import type { Place, When } from '../claim.ts';
import type { Draft } from './draft.ts';

/** An event dated at most so many days before publication is news; an older one is background. */
const RECENT = 45;
/** A longer span gives way to a shorter one within it, in days. */
const COARSE = 27;

/** Drafts with the days that other claims of the article give them: an event is dated once and told many times. */
export function settleTimes({ published }: Article, drafts: readonly Draft[]): readonly Draft[] {
  const main = mainTime(published, drafts);
  return drafts.map((draft) => {
    const when = settled(draft, drafts, main) ?? day(published);
    return { ...draft, when, voice: { ...draft.voice, on: saidOn(draft, drafts, when) } };
  });
}

/** The time of the event that the article reports: the first recent one that a claim's own words give. */
export function mainTime(published: string | null, drafts: readonly Draft[]): When | null {
  const recent = ({ when, scope, headline }: Draft) =>
    when?.to != null &&
    scope === 'incident' &&
    !headline &&
    (published === null || isRecent(when.to, published));
  return drafts.find(recent)?.when ?? null;
}

const isRecent = (to: string, published: string): boolean =>
  to <= addDays(published, 1) && dayNumber(published) - dayNumber(to) <= RECENT;

const day = (published: string | null): When | null =>
  published === null ? null : { from: published, to: published, text: '' };

function settled(draft: Draft, drafts: readonly Draft[], main: When | null): When | null {
  if (draft.scope !== 'incident') return draft.when;
  const same = drafts.filter(
    (other) =>
      other.measured.name === draft.measured.name && other.when !== null && other.scope === 'incident',
  );
  if (draft.when === null)
    return (same.find((other) => value(other) === value(draft)) ?? same[0])?.when ?? main;
  const coarse = draft.when;
  if (lengthOf(coarse) <= COARSE) return coarse;
  const finer = same.find(
    ({ when }) => when !== null && lengthOf(when) < lengthOf(coarse) && sharesDay(when, coarse),
  );
  return finer?.when ?? coarse;
}

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
  const elsewhere = main !== null && draft.when !== null && !sharesDay(main, draft.when);
  return elsewhere ? null : lead;
}
