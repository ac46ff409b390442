import type { Sentence } from '../language/sentence.ts';
import type { Article } from '../text/article.ts';
import { idOf } from '../text/id.ts';
import { onDay } from '../text/interval.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Claim, Hedge, Place } from './claim.ts';
import { carriedMeasures } from './claims/carried.ts';
import { gives, saysApart, voiceBy, voiceOf } from './claims/chain.ts';
import type { Draft } from './claims/draft.ts';
import { isClaim } from './claims/eligible.ts';
import { type Gazetteer, gazetteerOf, mentionedPlace, pointedPlace } from './claims/gazetteer.ts';
import { countsPeople, type Earlier, groupOf } from './claims/group.ts';
import { tieHeadlines } from './claims/headline.ts';
import { hedgesNear, hedgesOfAll } from './claims/hedges.ts';
import { contractMeasure, measures } from './claims/lexicon.ts';
import { type Measured, measuresOf } from './claims/measure.ts';
import {
  type Found,
  isLeft,
  nearestPlace,
  placeBefore,
  placeOfThere,
  placesOf,
  withoutSpeakers,
} from './claims/place.ts';
import { scopeOf } from './claims/scope.ts';
import {
  datedSentences,
  mainTime,
  settleTimes,
  toldTimes,
  whenAround,
  whenOfEvent,
} from './claims/settle.ts';
import { spokenOver, withinSpoken } from './claims/spoken.ts';
import { settledPlaces } from './claims/stage.ts';
import { cueTime } from './claims/stated.ts';
import { tallied } from './claims/tallied.ts';
import { type Phrase, type View, viewsOf } from './claims/view.ts';
import { isCounting, ownTimes, whenOf } from './claims/when.ts';
import type { Figure } from './figure.ts';
import type { Statement } from './statement.ts';
import type { Time } from './time.ts';

/** What has been read from an article before its claims. */
export interface Parts {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly times: readonly Time[];
  readonly statements: readonly Statement[];
}

/** Least confidence at which a statement's source is one. */
const SURE = 0.5;

const holdsTokens = (span: Span, { tokens }: View, first: number, last: number): boolean =>
  span.start <= tokens[first]!.start && tokens[last]!.end <= span.end;

/** How many sentences of the body count as the lead, which gives the place of what names none. */
const LEAD = 3;

/** The claims of one article in the order of its text. Figures that are put on nothing, such as ages, give none. */
export function readClaims(parts: Parts): readonly Claim[] {
  const { article } = parts;
  const views = viewsOf(parts.sentences, parts.figures, parts.times, article.text);
  const places = placesIn(parts);
  const read = draftsOf(parts, views, places);
  if (!read.length) return [];
  const dated = datedSentences(parts, views);
  const told = toldTimes(article, views, dated);
  const main = mainTime(article.published, read, told);
  const near = (draft: Draft) => whenAround(views, dated, draft);
  const pointed = (draft: Draft) => whenOfEvent(views, dated, told, draft);
  const drafts = tieHeadlines(settleTimes(article, read, main, told, near, pointed));
  const hedges = hedgesOfAll(drafts, views, article.text);
  const known = gazetteer(views, places, article, toldPlaces(drafts));
  const placesOf = (view: View) => places(view, false);
  const published = article.published === null ? null : onDay(article.published);
  const own = drafts.map((draft) => ownPlace(article, views, draft, placesOf, known));
  const settled = settledPlaces({
    views,
    drafts,
    own,
    placesOf,
    story: known.story,
    main: main ?? published,
  });
  return drafts.map((draft, i) => claimOf(article, views, draft, hedges[i]!, settled[i]!));
}

/** The places of a sentence; with `towards`, those that something went to as well. */
type PlacesOf = (view: View, towards: boolean) => readonly Found[];

/** Measures of what is moved somewhere. */
const TOWARDS = new Set(['deployed', 'displaced', 'money']);

/** Speakers are no places, nor is it where they are from. Each sentence is read when it is asked for, once. */
function placesIn({ article, statements }: Parts): PlacesOf {
  const speakers = new Set(statements.flatMap(({ name }) => (name === null ? [] : [name.toLowerCase()])));
  const sources = statements.flatMap(({ source, confidence }) => (confidence > SURE ? source : []));
  const [plain, all] = [new Map<View, readonly Found[]>(), new Map<View, readonly Found[]>()];
  return (view, towards) => {
    const known = towards ? all : plain;
    const read = known.get(view);
    if (read) return read;
    const found = placesOf(view, article.text, towards).filter(
      ({ first, last }) => !sources.some((span) => holdsTokens(span, view, first, last)),
    );
    known.set(view, withoutSpeakers(found, speakers));
    return known.get(view)!;
  };
}

/** The place that a claim's own sentence names, else what its "there" means, else what it names without a preposition. */
function ownPlace(
  { text }: Article,
  views: readonly View[],
  draft: Draft,
  places: (view: View) => readonly Found[],
  known: Gazetteer,
): Place | null {
  if (draft.place) return draft.place;
  return (
    placeOfThere(views[draft.view]!, text) ??
    placeBefore(views, draft.view, places) ??
    pointedPlace(views, draft.view, known) ??
    mentionedPlace(views[draft.view]!, draft.phrase, known) ??
    nearestPlace(places(views[draft.view]!), views[draft.view]!, draft.phrase)
  );
}

function draftsOf(parts: Parts, views: readonly View[], places: PlacesOf): readonly Draft[] {
  const drafts: Draft[] = [];
  const earlier: Earlier[] = [];
  const lexicon = measures();
  const all = carriedMeasures(
    views,
    views.map((view) => measuresOf(view, lexicon)),
  );
  for (const [at, view] of views.entries()) {
    const measured = all[at]!;
    for (const [i, phrase] of view.phrases.entries()) {
      if (!isClaim(view, phrase, measured[i]!, parts.statements)) continue;
      const draft = draftOf(parts, views, places, at, phrase, measured[i]!, measured, earlier, drafts);
      drafts.push(draft);
      earlier.push({
        ...draft.group,
        measure: draft.measured.name,
        unit: counted(draft).unit,
        view: at,
        start: phrase.figure.start,
        one: phrase.figure.high === 1,
        value: phrase.figure.high ?? phrase.figure.low,
      });
    }
  }
  return drafts;
}

function draftOf(
  { article, statements }: Parts,
  views: readonly View[],
  places: PlacesOf,
  at: number,
  phrase: Phrase,
  measured: Measured,
  beside: readonly Measured[],
  earlier: readonly Earlier[],
  drafts: readonly Draft[],
): Draft {
  const view = views[at]!;
  const whole = wholeOf(measured, drafts, at);
  const told = toldIn(view, beside);
  const { figure } = phrase;
  const apart =
    whole &&
    (saysApart(statements, view, figure, whole.phrase.figure, told) || tallied(view, phrase, article.text));
  const voice =
    whole?.voice.chain.length && !apart ? whole.voice : voiceIn(article, statements, view, phrase, told);
  const scope = whole?.scope ?? scopeOf(view, phrase, measured);
  const when =
    whenOf(article, view, phrase, measured, scope, ownTimes(view, statements, voice), voice) ??
    whole?.when ??
    null;
  const draft = {
    view: at,
    phrase,
    measured,
    voice,
    group: groupOf(views, at, phrase, measured, earlier, article.text, voice.chain[0]?.text ?? null),
    place: nearestPlace(
      places(view, TOWARDS.has(measured.name)).filter((found) => !isLeft(view, found)),
      view,
      phrase,
    ),
    when,
    scope,
    counting: scope === 'incident' && isCounting(view, phrase, measured, when),
    headline: view.sentence.headline,
    lead: at < leadEnd(views),
    events: eventsOf(measured.name),
  };
  return { ...draft, hedges: hedgesNear(draft, view, article.text) };
}

/** Whose word a figure is, by the article's statements, else by its sentence's plainest words. */
function voiceIn(
  article: Article,
  statements: readonly Statement[],
  view: View,
  phrase: Phrase,
  told: readonly Span[],
) {
  const voice = voiceOf(article, statements, view, phrase.figure, told);
  const last = voice.statements.at(-1);
  const given = last && nearer(view, voice.statements, withinSpoken(view, phrase, article.text));
  if (last && given) {
    const whole = voiceBy(article, [...voice.statements, given]);
    return given.on ? whole : { ...whole, on: voice.on, basis: voice.basis };
  }
  if (last) {
    const on = voice.basis === 'habit' ? cueTime(view, last.cue) : null;
    return on ? { ...voice, on, basis: 'words' as const } : voice;
  }
  const spoken = spokenOver(view, phrase, article.text);
  return spoken && gives(spoken, view, phrase.figure, told) ? voiceBy(article, [spoken]) : voice;
}

/** What gives a number by itself, where it stands within another's words: "the mayor said police put the crowd at 40". */
function nearer(
  { sentence }: View,
  statements: readonly Statement[],
  given: Statement | null,
): Statement | null {
  const [cue, source] = [given?.cue[0], given?.source[0]];
  const [last] = statements.at(-1)?.cue ?? [];
  if (!given || !cue || !source || !last) return null;
  const known = statements.some(
    (one) =>
      one.name === given.name ||
      one.cue.some((span) => overlaps(span, cue)) ||
      one.source.some((span) => overlaps(span, source)),
  );
  return !known && (last.start < sentence.start || last.start < cue.start) ? given : null;
}

/** A part or echo of an earlier figure is the word of whoever gave that one. */
function wholeOf({ role, of }: Measured, drafts: readonly Draft[], at: number): Draft | null {
  if (role !== 'inherited' || of === null) return null;
  return drafts.findLast(({ view, phrase }) => view === at && phrase === of) ?? null;
}

/** The words that say what is counted, where they stand right before one of the sentence's figures. */
const toldIn = ({ tokens, phrases }: View, measured: readonly Measured[]): readonly Span[] =>
  phrases.flatMap(({ first, figure }, i) =>
    measured[i]!.role === 'phrase' && first > 0
      ? [{ start: tokens[first - 1]!.start, end: figure.start }]
      : [],
  );

/** The single nouns by which the lexicon names a measure. */
function eventsOf(name: string): readonly string[] {
  const entry = measures().entries.find(({ measure }) => measure === name);
  return (entry?.event ?? []).filter((noun) => !noun.includes(' '));
}

/** The number of the first sentence after the lead. */
const leadEnd = (views: readonly View[]): number =>
  Math.max(
    views.findIndex(({ sentence }) => !sentence.headline),
    0,
  ) + LEAD;

/** Where the events are that the body's claims tell of. */
const toldPlaces = (drafts: readonly Draft[]): readonly Place[] =>
  drafts.flatMap(({ place, scope, headline }) => (place && scope === 'incident' && !headline ? [place] : []));

/** The article's places; the story's is the place that the report is sent from where its text gives none. */
function gazetteer(
  views: readonly View[],
  places: PlacesOf,
  { text, title, dateline }: Article,
  told: readonly Place[],
): Gazetteer {
  const headline = views
    .slice(0, leadEnd(views) - LEAD + 1)
    .map(({ sentence }) => text.slice(sentence.start, sentence.end));
  const known = gazetteerOf(
    views,
    (view) => places(view, false),
    leadEnd(views) - LEAD,
    `${title ?? ''} ${headline.join(' ')}`,
    told,
  );
  const sent = dateline === null ? null : { text: dateline, name: dateline };
  return { ...known, story: known.story ?? sent };
}

/** A bare number of what is measured of people, or of those counted before it, is of persons. */
function counted({ phrase: { figure, head, last }, measured, group }: Draft): Figure {
  const bare = head <= last && figure.unit === 'item';
  return bare && (group.person || countsPeople(measured)) ? { ...figure, unit: 'person' } : figure;
}

function claimOf(
  article: Article,
  views: readonly View[],
  draft: Draft,
  hedges: readonly Hedge[],
  place: Place | null,
): Claim {
  const figure = counted(draft);
  const { measure, predicate } = contractMeasure(draft.measured.name);
  const { start, end } = views[draft.view]!.sentence;
  return {
    id: idOf(article.id, String(figure.start), draft.measured.name),
    file: article.file,
    article: article.id,
    figure,
    measure,
    predicate: measure === 'other' ? (predicate ?? draft.measured.predicate) : null,
    counted: { text: draft.group.text, group: draft.group.group },
    place,
    when: draft.when,
    chain: draft.voice.chain,
    originator: draft.voice.originator,
    originatorKind: draft.voice.originatorKind,
    on: draft.voice.on,
    hedges,
    scope: draft.scope,
    sentence: { start, end },
    headline: draft.headline,
  };
}
