import { dayNumber, type Interval, sharesDay } from '../../text/interval.ts';
import type { Place } from '../claim.ts';
import { sentencesAround } from './around.ts';
import { isEventNoun } from './clauses.ts';
import type { Draft } from './draft.ts';
import { coreOf } from './gazetteer.ts';
import { singular } from './inflect.ts';
import { isCountry, nameOf, nationsOf } from './nations.ts';
import { type Found, isSpeakers } from './place.ts';
import { isApart, lengthOf, value } from './settle.ts';
import type { View } from './view.ts';
import { verbOver } from './when.ts';

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
  const told = placeElsewhere(draft, stage, isSameFigure) ?? countryOf(draft, stage);
  if (told) return told;
  if (isAtLarge(draft, stage)) return stage.story && isCountry(coreOf(stage.story.name)) ? stage.story : null;
  if (draft.scope !== 'incident' || !isBackground(draft, stage)) return stage.story;
  return placeOfEvent(draft, stage) ?? placeElsewhere(draft, stage, isSameEvent) ?? placeAround(draft, stage);
}

/** Those held somewhere, and totals that began long before the main event, are of no one place. */
function isAtLarge({ scope, measured, when }: Draft, { main }: Stage): boolean {
  if (scope === 'state') return measured.name === 'captured';
  return (
    scope === 'cumulative' &&
    main?.from != null &&
    when?.from != null &&
    dayNumber(main.from) - dayNumber(when.from) > LONG
  );
}

/** How long before the main event a total begins that is of more than it, in days. */
const LONG = 60;

/** The country that is said to have or to do what is counted: "Alderia imports 40 percent", "Alderian police arrested 14". */
function countryOf({ view, phrase, measured, scope }: Draft, { views }: Stage): Place | null {
  const { tokens, words } = views[view]!;
  const verb = verbOver(views[view]!, measured.at >= 0 ? measured.at : phrase.last);
  const subject = tokens.findIndex(({ head, deprel }) => head === verb && /^nsubj/.test(deprel));
  if (verb < 0 || subject < 0) return null;
  const nation = nationsOf(words).find(({ last }) => last === subject || tokens[last]!.head === subject);
  if (!nation) return null;
  const itself =
    nation.last === subject &&
    ((scope === 'state' && measured.name === 'other') || OWN_GROUND.has(measured.name));
  const force = nation.last < subject && LOCAL.test(words[subject]!) && OWN_GROUND.has(measured.name);
  if (!itself && !force) return null;
  const text = tokens
    .slice(nation.first, nation.last + 1)
    .map((token) => token.text)
    .join(' ');
  return { text, name: nameOf(nation.code) };
}

/** Measures of what a state does on its own ground. */
const OWN_GROUND = new Set(['detained', 'rescued', 'displaced', 'infected', 'vaccinated']);
/** Who acts on the ground of its own state. */
const LOCAL =
  /^(?:police|policemen|authorities|court|courts|prosecutors|firefighters|detectives|investigators|coastguard|guards?|rescuers|officials|navy)$/;

/** Where the event of which a claim's sentence speaks ("the bombings") was told before. */
function placeOfEvent({ view }: Draft, { views, placesOf }: Stage): Place | null {
  const { words } = views[view]!;
  const nouns = new Set(
    words
      .filter((word, i) => isEventNoun(word) && POINTS.test(words.slice(Math.max(0, i - 2), i).join(' ')))
      .map(singular),
  );
  if (!nouns.size) return null;
  for (let i = view - 1; i >= 0; i--) {
    if (!views[i]!.words.some((word) => isEventNoun(word) && nouns.has(singular(word)))) continue;
    const found = placesOf(views[i]!).findLast((one) => !isSpeakers(views[i]!, one));
    if (found) return found.place;
  }
  return null;
}

const POINTS = /\b(?:the|that|this|those|these)\b/;

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
