import type { Place } from '../claim.ts';
import { clauses, isEventNoun } from './clauses.ts';
import { isCountry, nationsOf } from './nations.ts';
import { type Found, isPlaceNoun, isSpeakers, placeFrom } from './place.ts';
import type { Phrase, View } from './view.ts';
import { verbOver } from './when.ts';

/** The places that an article names with a preposition, by what they are called; and the story's own place. */
export interface Gazetteer {
  readonly story: Place | null;
  readonly names: ReadonlyMap<string, Named>;
  /** The first characters of the names. */
  readonly initials: ReadonlySet<string>;
}

/** A place with what speaks for its being the story's. */
interface Named {
  readonly place: Place;
  readonly weight: number;
  /** The nouns of place with which it is named: "camp" of "Alder refugee camp". */
  readonly nouns: ReadonlySet<string>;
}

/**
 * What the naming of a place counts for: in a sentence, in the lead, in one that tells of an event, bare, in the headline; as
 * where the event of a claim was.
 */
const WEIGHTS = { plain: 1, lead: [4, 3, 2], headline: 3, event: 1, bare: 0.5, titled: 2, told: 0.5 };
/** A school counts for half where no event is told: it is where somebody studies or works. */
const TAUGHT = /\b(?:college|university|school|academy|institute|seminary)$/i;
/** Least weight of the story's place. */
const ENOUGH = 4;
/** A country must weigh so many times more than what lies in it. */
const WIDER = 2;
/** Where the hurt are brought or the accused are heard is not where it happened. */
const BROUGHT = /\b(?:hospital|clinic|infirmary|morgue|court|courthouse|news conference)$/i;

/** Collects the places of all sentences; `places` gives one sentence's, `first` is the number of the body's first, `told` are those of claims. */
export function gazetteerOf(
  views: readonly View[],
  places: (view: View) => readonly Found[],
  first: number,
  title: string,
  told: readonly Place[],
): Gazetteer {
  const names = new Map<string, Named>();
  for (const [i, view] of views.entries()) {
    const all = places(view);
    const event = all.length > 0 && view.words.some(isEventNoun) ? WEIGHTS.event : 0;
    for (const found of all) {
      const key = coreOf(found.place.name);
      const known = names.get(key) ?? {
        place: found.place,
        weight: title.includes(key) ? WEIGHTS.titled : 0,
        nouns: new Set<string>(),
      };
      const words = view.words.slice(found.first, found.last + 1).filter(isPlaceNoun);
      names.set(key, {
        place: known.place,
        weight: known.weight + weightIn(view, found, i - first, event),
        nouns: words.length ? new Set([...known.nouns, ...words]) : known.nouns,
      });
    }
  }
  const initials = new Set(Array.from(names.keys(), (name) => name[0]!));
  for (const view of views)
    for (const { key, last } of mentionsIn(view, { names, initials })) {
      if (isCountry(key) || describes(view, last)) continue;
      const known = names.get(key)!;
      names.set(key, { ...known, weight: known.weight + WEIGHTS.bare });
    }
  for (const { name } of told) {
    const known = names.get(coreOf(name));
    if (known) names.set(coreOf(name), { ...known, weight: known.weight + WEIGHTS.told });
  }
  return { story: storyOf([...names.values()]), names, initials };
}

/** By how many sentences of the body stand before it, and what an event that its sentence tells of counts for. */
function weightIn(view: View, found: Found, before: number, event: number): number {
  if (BROUGHT.test(found.place.name) || isSpeakers(view, found)) return 0;
  if (clauses().meeting.has(view.tokens[verbOver(view, found.last)]?.lemma ?? '')) return 0;
  const share = !event && TAUGHT.test(found.place.name) ? 0.5 : 1;
  return event + share * (before < 0 ? WEIGHTS.headline : (WEIGHTS.lead[before] ?? WEIGHTS.plain));
}

/** "Orlo" of "town of Orlo", "Alder" of "Alder refugee camp": the name without the nouns of place around it. */
export function coreOf(name: string): string {
  const words = name.replace(/^.*\bof (?=\p{Lu})/u, '').split(/\s+/);
  while (words.length > 1 && !/^\p{Lu}/u.test(words.at(-1)!)) words.pop();
  while (words.length > 1 && !/^\p{Lu}/u.test(words[0]!)) words.shift();
  return words.join(' ').replace(/['’]s$/u, '');
}

function storyOf(named: readonly Named[]): Place | null {
  const enough = named.filter(({ weight }) => weight >= ENOUGH);
  const best = heaviest(enough.filter(({ place }) => !isCountry(coreOf(place.name))));
  const widest = heaviest(enough);
  return (best && widest && widest.weight < WIDER * best.weight ? best : (widest ?? best))?.place ?? null;
}

const heaviest = (places: readonly Named[]): Named | null =>
  places.reduce<Named | null>((most, one) => (most && most.weight >= one.weight ? most : one), null);

interface Mention {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** How many words a name has at most. */
const LONGEST = 4;

/** Where a sentence names a known place, with a preposition or without. */
function mentionsIn(
  { tokens }: View,
  { names, initials }: Pick<Gazetteer, 'names' | 'initials'>,
): readonly Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!initials.has(tokens[i]!.text[0]!) || !/^\p{Lu}/u.test(tokens[i]!.text)) continue;
    let key = '';
    let best: Mention | null = null;
    for (let last = i; last < Math.min(tokens.length, i + LONGEST); last++) {
      key += `${last > i && tokens[last]!.start > tokens[last - 1]!.end ? ' ' : ''}${tokens[last]!.text}`;
      if (names.has(key)) best = { key, first: i, last };
    }
    if (!best) continue;
    found.push(best);
    i = best.last;
  }
  return found;
}

/** A known place that the figure's sentence names without a preposition: "fled Alder", "Alder's market", "Alder is home to". */
export function mentionedPlace(view: View, phrase: Phrase, gazetteer: Gazetteer): Place | null {
  const mentions = mentionsIn(view, gazetteer).filter((mention) => isStage(view, mention));
  const [nearest] = mentions.sort(
    (a, b) => Math.abs(a.first - phrase.first) - Math.abs(b.first - phrase.first),
  );
  return nearest ? gazetteer.names.get(nearest.key)!.place : null;
}

/** Words before a noun that points to a place told before: "in the camp", "across the country". */
const WHERE = /^(?:in|at|inside|near|outside|around|across|throughout|within|into|from|of|off)$/;

/** The place to which a sentence points by its noun alone: "the camp" of the Alder refugee camp; the heaviest where several may be meant. */
export function pointedPlace(views: readonly View[], at: number, { names }: Gazetteer): Place | null {
  const { words, tokens } = views[at]!;
  for (let i = 2; i < words.length; i++) {
    const noun = words[i]!;
    const country = noun === 'country' || noun === 'nation';
    if (!(country || isPlaceNoun(noun)) || tokens[i]!.upos !== 'NOUN') continue;
    if (words[i - 1] !== 'the' || !WHERE.test(words[i - 2]!) || words[i + 1] === 'of') continue;
    if (/^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.upos ?? '')) continue;
    const meant = [...names].filter(([key, { nouns }]) => (country ? isCountry(key) : nouns.has(noun)));
    const near = country ? nationBefore(views, at) : null;
    const place = near ?? heaviest(meant.map(([, named]) => named))?.place;
    if (place) return place;
  }
  return null;
}

/** The country that was last named, in the sentence before or the one before that. */
function nationBefore(views: readonly View[], at: number): Place | null {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const nation = nationsOf(views[i]!.words).at(-1);
    if (nation) return placeFrom(views[i]!, nation);
  }
  return null;
}

/** Whether a name stands as where something is, not as who acts: a country only as what is left or reached. */
function isStage(view: View, { key, last }: Mention): boolean {
  const { deprel, head } = view.tokens[last]!;
  if (describes(view, last)) return false;
  if (deprel === 'nmod' && isEventNoun(view.words[head]!)) return true;
  return isCountry(key) ? deprel === 'obj' : /^(?:nsubj|obj|nmod:poss)$/.test(deprel);
}

/** "Alder police": the name only describes what follows it. */
const describes = ({ tokens }: View, last: number): boolean =>
  /^(?:NOUN|PROPN|ADJ)$/.test(tokens[last + 1]?.upos ?? '');
