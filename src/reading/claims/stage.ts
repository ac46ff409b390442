import { type Interval, sharesDay } from '../../text/interval.ts';
import type { Place } from '../claim.ts';
import { sentencesAround } from './around.ts';
import type { Draft } from './draft.ts';
import { type Found, isSpeakers } from './place.ts';
import { isApart, lengthOf, value } from './settle.ts';
import type { View } from './view.ts';

/** What the places of an article's claims are settled from. */
export interface Stage {
  readonly views: readonly View[];
  readonly drafts: readonly Draft[];
  /** The place that each draft's own sentence gives it. */
  readonly own: readonly (Place | null)[];
  readonly placesOf: (view: View) => readonly Found[];
  readonly story: Place | null;
  /** When the article's main event was. */
  readonly main: Interval | null;
}

/** How long a day of an event may be to tell events apart, in days. */
const SHORT = 4;

/** Each draft's place: its sentence's own, else that of the same figure or event elsewhere, else the story's. */
export const settledPlaces = (stage: Stage): readonly (Place | null)[] =>
  stage.drafts.map((draft, i) => stage.own[i] ?? settledPlace(draft, stage));

function settledPlace(draft: Draft, stage: Stage): Place | null {
  const told = placeElsewhere(draft, stage, isSameFigure);
  if (told) return told;
  if (draft.scope !== 'incident') return stage.story;
  if (!isBackground(draft, stage)) return stage.story;
  return placeElsewhere(draft, stage, isSameEvent) ?? placeAround(draft, stage);
}

/** Whether a draft's day is of another event than the main one. */
const isBackground = ({ when }: Draft, { main }: Stage): boolean =>
  main !== null && when !== null && isApart(when, main);

/** The own place of the first other draft that is of the same. */
function placeElsewhere(
  draft: Draft,
  { drafts, own }: Stage,
  same: (one: Draft, other: Draft) => boolean,
): Place | null {
  const at = drafts.findIndex((other, i) => other !== draft && own[i] && same(draft, other));
  return own[at] ?? null;
}

const isSameFigure = (one: Draft, other: Draft): boolean =>
  one.measured.name === other.measured.name &&
  one.measured.name !== 'other' &&
  one.scope === other.scope &&
  value(one) === value(other) &&
  (one.when === null || other.when === null || sharesDay(one.when, other.when));

const isSameEvent = (one: Draft, other: Draft): boolean =>
  one.when !== null &&
  other.when !== null &&
  lengthOf(one.when) <= SHORT &&
  lengthOf(other.when) <= SHORT &&
  sharesDay(one.when, other.when);

/** The last place that the nearest of the sentences around a draft's names. */
function placeAround({ view }: Draft, { views, placesOf }: Stage): Place | null {
  for (const i of sentencesAround(views, view)) {
    const found = placesOf(views[i]!).findLast((one) => !isSpeakers(views[i]!, one));
    if (found) return found.place;
  }
  return null;
}
