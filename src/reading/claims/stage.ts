import { dayNumber, type Interval, sharesDay } from '../../text/interval.ts';
import type { Place, Scope } from '../claim.ts';
import { sentencesAround } from './around.ts';
import { isEventNoun } from './clauses.ts';
import type { Draft } from './draft.ts';
import { coreOf } from './gazetteer.ts';
import { singular } from './inflect.ts';
import { isByName, isCountry, nationsOf } from './nations.ts';
import { type Found, isSpeakers, placeFrom } from './place.ts';
import { isApart, lengthOf, value } from './settle.ts';
import type { Phrase, View } from './view.ts';
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
export function settledPlaces(given: Stage): readonly (Place | null)[] {
  const own = given.drafts.map((draft, i) => given.own[i] ?? countryOf(draft, given));
  const stage = { ...given, own };
  return stage.drafts.map(
    (draft, i) =>
      own[i] ?? placeOfHeading(draft, stage) ?? settledPlace(draft, stage) ?? nationOfGroup(draft, stage),
  );
}

function settledPlace(draft: Draft, stage: Stage): Place | null {
  const told = placeElsewhere(draft, stage, isSameFigure) ?? placeOfWhole(draft, stage);
  if (told) return told;
  if (isAtLarge(draft, stage)) return stage.story && isWide(stage.story) ? stage.story : null;
  if (draft.scope !== 'incident' || !isBackground(draft, stage))
    return placeBeside(draft, stage) ?? stage.story ?? placeElsewhere(draft, stage, isSameKind);
  const before = stage.views.slice(0, draft.view).toReversed();
  return (
    placeOfEvent(draft, stage, before) ??
    placeElsewhere(draft, stage, isSameEvent) ??
    placeAround(draft, stage)
  );
}

/** How many sentences back the event of the news may be told for its place to hold. */
const NEARBY = 3;

/** The place that the sentences right before give what a sentence of the news goes on about; those of older days give none. */
function placeBeside(draft: Draft, stage: Stage): Place | null {
  const { main } = stage;
  const isOld = ({ to }: Interval) =>
    main?.from != null && to !== null && dayNumber(main.from) - dayNumber(to) > LONG;
  const ofNews = ({ times, sentence }: View) => !sentence.headline && !times.some(isOld);
  const before = stage.views
    .slice(Math.max(0, draft.view - NEARBY), draft.view)
    .toReversed()
    .filter(ofNews);
  const place = placeOfEvent(draft, stage, before) ?? placeAround(draft, stage, ofNews);
  return place && isWide(place) && stage.story && !isWide(stage.story) ? null : place;
}

const isWide = ({ name }: Place): boolean => isCountry(coreOf(name));

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

/** The place of the figure of which a draft's is said in one breath: "the 14 men, six Danes and eight Swedes, were held". */
function placeOfWhole({ view, measured }: Draft, stage: Stage): Place | null {
  const whole = stage.drafts.find((other) => other.view === view && other.measured.name === measured.name);
  return whole ? placeElsewhere(whole, stage, isSameFigure) : null;
}

/**
 * The country that is said to have or to do what is counted ("Alderia imports 40 percent", "Alderian police said they
 * had arrested 14"), or that is left or reached.
 */
function countryOf({ view, phrase, measured, scope }: Draft, { views }: Stage): Place | null {
  const { tokens, words } = views[view]!;
  const beside = nationBeside(views[view]!, phrase, scope);
  if (beside) return beside;
  const verb = verbOver(views[view]!, measured.at >= 0 ? measured.at : phrase.last);
  const nations = verb < 0 ? [] : nationsOf(words);
  if (!nations.length) return null;
  const subject = subjectOver(views[view]!, verb);
  const crossed = CROSSING.has(tokens[verb]!.lemma);
  const meant = nations.find((nation) => {
    const { last } = nation;
    if (tokens[last]!.head === verb && tokens[last]!.deprel === 'obj' && crossed)
      return isByName(words, nation);
    if (last === subject)
      return (scope === 'state' && measured.name === 'other') || OWN_GROUND.has(measured.name);
    const force = subject >= 0 && last < subject && LOCAL.test(words[subject]!);
    return force && tokens[last]!.head === subject && OWN_GROUND.has(measured.name);
  });
  return meant ? placeFrom(views[view]!, meant) : null;
}

/** "Alderia has 17 mines, and Ostrelia 2", "Ostrelia: 12 dead", "Alderia, a fifth of which is held": the country right before its figure. */
function nationBeside(view: View, { first, last }: Phrase, scope: Scope): Place | null {
  const { words } = view;
  const colon = words[first - 1] === ':';
  const which = words[first - 1] === ',' && words[last + 1] === 'of' && words[last + 2] === 'which';
  if (!(colon || which || scope === 'state')) return null;
  const end = colon || which ? first - 2 : first - 1;
  const meant = nationsOf(words).find((nation) => nation.last === end);
  const bare = meant && (meant.first === 0 || !/^\p{Lu}/u.test(view.tokens[meant.first - 1]!.text));
  return meant && bare && isByName(words, meant) ? placeFrom(view, meant) : null;
}

/** "700,000 Ostrelia customers": the country whose they are, where nothing else tells a place. */
function nationOfGroup({ view, phrase: { last, head } }: Draft, { views }: Stage): Place | null {
  const { words, tokens } = views[view]!;
  const meant = nationsOf(words).find(
    (nation) => nation.first > last && nation.last < head && tokens[nation.last]!.head === head,
  );
  return meant && isByName(words, meant) ? placeFrom(views[view]!, meant) : null;
}

/** How many words a line of a list has at most. */
const LINE = 12;
/** How many lines may stand between a list's line and its heading. */
const LIST = 40;

/** The country that heads the list of which a draft's line is one: "OSTRELIA:" above "Dead: 12" and "Hurt: 40". */
function placeOfHeading({ view }: Draft, { views }: Stage): Place | null {
  const isLine = ({ tokens, sentence }: View) =>
    tokens.length <= LINE && !sentence.headline && !/[.!?]/.test(tokens.at(-1)?.text ?? '.');
  if (!isLine(views[view]!)) return null;
  for (let i = view - 1; i >= Math.max(0, view - LIST) && isLine(views[i]!); i--) {
    const { words } = views[i]!;
    if (words.at(-1) !== ':') continue;
    const [nation] = nationsOf(words);
    return nation && nation.last === words.length - 2 && nation.first === 0
      ? placeFrom(views[i]!, nation)
      : null;
  }
  return null;
}

/** The subject of a verb; for "they" and "it" that of the verb above, which says it of itself; -1 for none. */
function subjectOver({ tokens, words }: View, verb: number): number {
  const subject = tokens.findIndex(({ head, deprel }) => head === verb && /^nsubj/.test(deprel));
  const over = tokens[verb]!.head;
  return subject >= 0 && over >= 0 && /^(?:they|it)$/.test(words[subject]!)
    ? tokens.findIndex(({ head, deprel }) => head === over && deprel === 'nsubj')
    : subject;
}

/** Verbs whose object is a place. */
const CROSSING = new Set(['leave', 'flee', 'enter', 'reach', 'quit', 'exit', 'invade']);
/** Measures of what a state does on its own ground. */
const OWN_GROUND = new Set(['detained', 'rescued', 'displaced', 'infected', 'vaccinated']);
/** Who acts on the ground of its own state. */
const LOCAL =
  /^(?:police|policemen|authorities|court|courts|prosecutors|firefighters|detectives|investigators|coastguard|guards?|rescuers|officials|navy)$/;

/** Where the event of which a claim's sentence speaks ("the bombings") was told in the sentences before it, the nearest first. */
function placeOfEvent({ view }: Draft, { views, placesOf }: Stage, before: readonly View[]): Place | null {
  const { words } = views[view]!;
  const nouns = new Set(
    words
      .filter((word, i) => isEventNoun(word) && POINTS.test(words.slice(Math.max(0, i - 2), i).join(' ')))
      .map(singular),
  );
  if (!nouns.size) return null;
  const naming = (isNamed: (word: string) => boolean) => before.filter(({ words }) => words.some(isNamed));
  const same = (word: string) => isEventNoun(word) && nouns.has(singular(word));
  return placeAmong(naming(same), placesOf) ?? placeAmong(naming(isEventNoun), placesOf);
}

/** The last place of the first of the sentences that has one. */
function placeAmong(views: readonly View[], placesOf: Stage['placesOf']): Place | null {
  for (const view of views) {
    const found = placesOf(view).findLast((one) => !isSpeakers(view, one));
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

const isSameKind = (one: Draft, other: Draft): boolean =>
  one.measured.name === other.measured.name && isSameEvent(one, other);

const isSameEvent = (one: Draft, other: Draft): boolean =>
  one.when !== null &&
  other.when !== null &&
  lengthOf(one.when) <= SHORT &&
  lengthOf(other.when) <= SHORT &&
  sharesDay(one.when, other.when);

/** The last place that the nearest of the sentences around a draft's names. */
const placeAround = (
  { view }: Draft,
  { views, placesOf }: Stage,
  holds: (view: View) => boolean = () => true,
): Place | null =>
  placeAmong(
    sentencesAround(views, view)
      .map((i) => views[i]!)
      .filter(holds),
    placesOf,
  );
