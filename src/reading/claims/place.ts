import type { Token } from '../../language/sentence.ts';
import { overlaps } from '../../text/span.ts';
import type { Place } from '../claim.ts';
import { clauses, isEventNoun } from './clauses.ts';
import { isByName, isCountry, type Mentioned, nameOf, nationsOf } from './nations.ts';
import { speechVerbs } from './spoken.ts';
import type { Phrase, View } from './view.ts';

/** Words that name a place, with their token numbers. */
export interface Found {
  readonly place: Place;
  /** The preposition before it. */
  readonly by: string;
  readonly first: number;
  readonly last: number;
}

const IN = new Set(['in', 'at', 'near', 'around', 'outside', 'across', 'inside', 'off', 'throughout']);
/** Only before a noun of place: \"on the island\", but not \"on Monday\". */
const ON = new Set(['on', 'along']);
const TO = new Set(['to', 'into']);
const LEADING = new Set([...IN, ...ON, ...TO]);
const PLACE_NOUN =
  /^(?:region|province|city|town|village|district|oblast|county|state|island|islands|peninsula|area|border|front|coast|valley|suburb|municipality|governorate|prefecture|territory|airport|port|camp|square|street|river|sea|lake|bay|strait|mountains?|desert|forest|stadium|festival|concert|casino|venue|building|tunnel|restaurant|mine|field|zone|market|cent(?:re|er)|complex|compound|factory|home|house|neighbou?rhood|capital|strip|bank|park|plant|villages|towns|cities|regions|provinces|highlands|delta|basin|road|bridge|hospital|university|college|school|church|mosque|prison|base|station|hills?|jungle|gulf|canyon|resort|club|nightclub|mall|hotel|crossing|junction|checkpoint|pass|gate|barracks|dam|reservoir|playground|ward|terminal|pier|harbou?r|dock|docks|refinery|shrine|temple|cathedral|synagogue|monastery|palace|cemetery|theat(?:re|er)|cinema|museum|library|arena|supermarket|bar|pub|caf[eé]|warehouse|quarter|slum|shipyard|mill|quarry|boulevard|avenue|highway|freeway|motorway|waterfront|beach|seafront|post|posts|outpost|canal|archipelago|waters|plateau|parish)$/;

/** "camp", "town", "river": what a place's name may end with. */
export const isPlaceNoun = (word: string): boolean => PLACE_NOUN.test(word);

const BEFORE_NAME =
  /^(?:the|downtown|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|northeast|northwest|southeast|southwest|north|south|east|west|nearby|neighbou?ring|rural|greater|upper|lower|occupied|rebel-held|war-torn|besieged|mainland|coastal|country|nation|kingdom|republic|city|town|village|villages|towns|cities|port|capital|district|island|province|region|state|border|a|an|its|their|several|small|settlement|settlements|northern-most|of|suburb|suburban)$/;
const NOT_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|facebook|twitter|instagram|youtube|telegram|parliament|congress|senate|house|islam|english|christmas|easter|ramadan|i|he|she|they|it|we|covid-19|god|the|constitution|bible|republicans?|democrats?|medicare|medicaid|internet|olympics)$/;
/** Words before a person's name. */
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|president|prime|minister|gen|general|sen|senator|rep|gov|governor|mayor|chief|capt|captain|lt|sgt|sergeant|officer|detective|judge|justice|king|queen|pope|rev|secretary|prof|professor|sheriff|deputy|col|maj|lord|lady|sir)\.?$/;
/** Names that end so are of bodies and papers, not of places. */
const BODY =
  /^(?:council|committee|commission|ministry|agency|party|federation|constitution|congress|parliament|senate|assembly|league|cup|amendment|act|bill|times|post|enquirer|journal|tribune|herald)$/;
/** Nouns of land and water, of which a country's adjective tells where they are: "the Alderian coast". */
const LAND =
  /^(?:coast|border|waters|soil|territory|province|region|city|town|village|district|capital|island|islands|airspace|side|desert|jungle|mountains|countryside|mainland|port)$/;
/** How many tokens of a name are taken at most. */
const LONGEST = 6;

/** The places that a sentence's own words name with a preposition of place. */
export function placesOf(view: View, text: string, towards: boolean): readonly Found[] {
  const found: Found[] = [];
  for (let i = 0; i < view.words.length - 1; i++) {
    const word = view.words[i]!;
    if (!LEADING.has(word) || (word === 'to' && (!towards || view.words[i - 1] === 'according'))) continue;
    const place = nameAfter(view, i + 1, text, word);
    const bound = ON.has(word) || (word === 'into' && !towards);
    if (place && (!bound || namesGround(view, i + 1, place))) found.push(place);
  }
  if (isTitled(view)) return found.filter(({ place }) => isCountry(place.name));
  const where = beforeWhere(view, text);
  return where && !found.some(({ last }) => last === where.last) ? [...found, where] : found;
}

/** "on Alder island", "on the mining area of Alder": whether a noun of place ends the words after "on", or leads to the name. */
const namesGround = ({ words }: View, from: number, { last }: Found): boolean =>
  PLACE_NOUN.test(words[last]!) ||
  words.slice(from, last).some((word, i) => PLACE_NOUN.test(word) && words[from + i + 1] === 'of');

/** "south of Veyra, where 12 were killed": the name before "where" is a place whatever stands before it. */
function beforeWhere(view: View, text: string): Found | null {
  const where = view.words.indexOf('where');
  const last = view.words[where - 1] === ',' ? where - 2 : where - 1;
  if (last < 1 || !isCapital(view.tokens[last]!.text)) return null;
  let first = last;
  while (first > 0 && isNamePart(view, first - 1, first - 2) && isCapital(view.tokens[first - 1]!.text))
    first--;
  return first > 0 && view.tokens[last]!.upos === 'PROPN' ? nameAfter(view, first, text, 'where') : null;
}

/** Places but for speakers ("workers at Acme Motors"), which "at" does not make places. */
export const withoutSpeakers = (found: readonly Found[], speakers: ReadonlySet<string>): readonly Found[] =>
  found.filter(
    ({ by, place: { name } }) =>
      by !== 'at' ||
      !(
        speakers.has(name.toLowerCase()) || clauses().organisation.has(name.toLowerCase().split(' ').at(-1)!)
      ),
  );

/** The noun of place that follows a name, a few plain nouns aside: "Alder [refugee camp]"; else the name's own end. */
function nounEnd({ words, tokens }: View, last: number): number {
  const from = words[last + 1] === "'s" ? last + 2 : last + 1;
  for (let i = from; i <= from + 2 && i < words.length; i++) {
    if (PLACE_NOUN.test(words[i]!)) return i;
    if (!/^[a-z]/.test(tokens[i]!.text) || !/^(?:NOUN|ADJ|X)$/.test(tokens[i]!.upos)) break;
  }
  return last;
}

/** "an Italian restaurant": the nation only describes it. */
function isDemonym(words: readonly string[]): boolean {
  const [nation] = nationsOf(words);
  return (
    nation !== undefined && nation.last - nation.first + 1 === words.length && !isCountry(words.join(' '))
  );
}

/** A headline with nearly every word in capitals, or a line that is all capitals, tells no names but countries'. */
function isTitled({ sentence, tokens }: View): boolean {
  const isLong = ({ text }: Token) => /^\p{L}{4,}/u.test(text);
  const isSmall = ({ text }: Token) => text !== text.toUpperCase();
  if (!sentence.headline && tokens.some((token) => isLong(token) && isSmall(token))) return false;
  const long = tokens.filter(isLong);
  if (long.length > 3 && !long.some(isSmall)) return true;
  if (!sentence.headline) return false;
  return long.length > 3 && long.filter(({ text }) => isCapital(text)).length > 0.8 * long.length;
}

/** "Russia's Kursk region", "the villages of Alder and Birch", "downtown Milton". */
function nameAfter(view: View, from: number, text: string, by: string): Found | null {
  const { tokens, words } = view;
  let first = from;
  while (first < words.length && first - from < 7 && !isCapital(tokens[first]!.text) && leadsTo(words, first))
    first++;
  let last = first;
  while (
    last < tokens.length &&
    last - first < LONGEST &&
    isNamePart(view, last, first) &&
    !isTime(view, last)
  )
    last++;
  last--;
  while (last >= first && /^(?:'s|of|,|and|the)$/.test(words[last]!)) last--;
  while (last > first && isEventNoun(words[last]!)) last--;
  const end = nounEnd(view, last);
  if (last < first || isNoPlace(view, first, last, end)) return null;
  if (end === last && followedByNoun(view, last) && !namesEvent(view, last)) return null;
  const adjective = tokens[last]!.upos === 'ADJ';
  if (end > last && adjective && isDemonym(words.slice(first, last + 1)) && !LAND.test(words[end]!))
    return null;
  const span = { start: tokens[first]!.start, end: tokens[end]!.end };
  if (view.times.some((time) => overlaps(time, span))) return null;
  const words_ = text.slice(span.start, span.end);
  return {
    place: { text: words_, name: words_.replace(/^.*?['’]s? (?=\p{Lu})/u, '') },
    by,
    first,
    last: end,
  };
}

/** Names of people, of bodies and their short forms, of days and of events. */
function isNoPlace({ tokens, words }: View, first: number, last: number, end: number): boolean {
  const start = words[first]!;
  if (NOT_NAME.test(start) || TITLE.test(start) || BODY.test(words[last]!)) return true;
  if (end > first) return last === first && isEventNoun(start);
  const { text } = tokens[first]!;
  if (isEventNoun(start) || /^\p{Lu}\p{Ll}{3,}\p{Lu}/u.test(text)) return true;
  return SHORT_FORM.test(text) && !isCountry(text);
}

/** "FBI", "F.B.I.": initials, which a few places have too. */
const SHORT_FORM =
  /^(?!(?:D\.?C\.?|L\.?A\.?|N\.?Y\.?C?\.?)$)(?:\p{Lu}\.){2,5}$|^(?!(?:DC|LA|NYC?|SF)$)\p{Lu}{2,5}$/u;

/** "the mountains of western", "the outskirts of": words on the way to a name. */
const leadsTo = (words: readonly string[], at: number): boolean =>
  BEFORE_NAME.test(words[at]!) ||
  (words[at + 1] === 'of' && (PLACE_NOUN.test(words[at]!) || PART.test(words[at]!)));

const PART =
  /^(?:parts?|outskirts|heart|cent(?:re|er)|middle|edge|shores?|banks?|hills?|mountains?|forests?|jungles?|deserts?|plains?|waters|swaths?|swathes?|suburbs?|streets|provinces?|department|municipality|side|end|tip|corner)$/;

const isTime = ({ tokens, times }: View, at: number): boolean =>
  times.some((time) => overlaps(time, tokens[at]!));

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

function isNamePart({ tokens, words }: View, i: number, first: number): boolean {
  const word = tokens[i]!.text;
  if (isCapital(word) && !(i === first && word.length === 1)) return true;
  const next = tokens[i + 1]?.text ?? '';
  if (/^\d{1,3}(?:st|nd|rd|th)$/.test(word) && isCapital(next)) return true;
  if (PLACE_NOUN.test(words[i]!) && words[i + 1] === 'of' && isCapital(tokens[i + 2]?.text ?? ''))
    return true;
  return (
    i > first &&
    (/^(?:'s|’s|'|of)$/.test(words[i]!) || isGlued(tokens, i) || isParticle(tokens[i]!)) &&
    (isCapital(next) ||
      (/^['’]/.test(word) && (isCapital(tokens[i + 1]?.text ?? '') || PLACE_NOUN.test(words[i + 1] ?? ''))))
  );
}

/** "Baden-Baden", not "Alder - Channel 5". */
const isGlued = (tokens: View['tokens'], at: number): boolean =>
  tokens[at]!.text === '-' &&
  tokens[at]!.start === tokens[at - 1]?.end &&
  tokens[at]!.end === tokens[at + 1]?.start;

/** "Dar [es] Salaam", "Rio [de] Janeiro": a short word that is none of English's own. */
const isParticle = ({ text, upos }: View['tokens'][number]): boolean =>
  /^[a-z]{1,3}$/.test(text) && (upos === 'PROPN' || upos === 'X' || PARTICLE.test(text));

const PARTICLE =
  /^(?:de|del|dos|das|do|da|la|las|los|le|les|el|al|du|des|di|es|en|sur|y|van|von|der|den|ul|ur|bin)$/;

/** "in the Acme case": the name only describes a noun that is no place. */
function followedByNoun({ tokens, words, times }: View, last: number): boolean {
  const next = tokens[last + 1];
  if (next && times.some((time) => overlaps(time, next))) return false;
  if (!next || !/^[a-z]/.test(next.text) || words[last + 1] === "'s") return words[last + 1] === "'s";
  return next.upos === 'NOUN' || next.upos === 'ADJ';
}

/** Whether a place is where somebody fled from: "fled fighting in the Alder valley", but not "fled to Alder". */
export function isLeft({ tokens }: View, { first, by }: Found): boolean {
  if (TO.has(by)) return false;
  for (let at = first - 1; at >= Math.max(0, first - FLED); at--) {
    if (FLIGHT.has(tokens[at]!.lemma)) return true;
    if (/^(?:VB[DPZ]|MD)$/.test(tokens[at]!.xpos)) return false;
  }
  return false;
}

/** How many words may stand between a flight and where it is from. */
const FLED = 12;
const FLIGHT = new Set(['flee', 'escape']);

/** "in the Alder Park mass shooting": the place by which an event is named. */
const namesEvent = ({ words }: View, last: number): boolean =>
  PLACE_NOUN.test(words[last]!) && words.slice(last + 1, last + 3).some(isEventNoun);

/** The place nearest to a figure in its sentence; those after it are nearer than those before. */
export function nearestPlace(found: readonly Found[], view: View, phrase: Phrase): Place | null {
  let best: Found | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of found) {
    if (isSpeakers(view, one)) continue;
    const distance = one.first > phrase.end ? one.first - phrase.end : (phrase.first - one.last) * 1.5;
    if (distance < least) [best, least] = [one, distance];
  }
  return best?.place ?? null;
}

/** "told reporters in Milton": where somebody spoke is not where it happened. */
export function isSpeakers({ tokens }: View, { first }: Found): boolean {
  let at = tokens[first]!.head;
  for (let steps = 0; at >= 0 && steps < 3; steps++, at = tokens[at]!.head)
    if (tokens[at]!.upos === 'VERB')
      return speechVerbs().has(tokens[at]!.lemma) && !isReportedSo(tokens, at) && isBy(tokens, at, first);
  return false;
}

/** "seven were reported dead in Alder": nobody spoke there. */
const isReportedSo = (tokens: View['tokens'], verb: number): boolean =>
  ['nsubj:pass', 'xcomp'].every((kind) =>
    tokens.some(({ head, deprel }) => head === verb && deprel === kind),
  );

/** Whether a place stands by a verb of speech with no comma between. */
const isBy = (tokens: View['tokens'], verb: number, place: number): boolean =>
  !tokens.slice(Math.min(verb, place), Math.max(verb, place)).some(({ text }) => text === ',');

/** The place that a sentence names before its "there", be it a speaker's: "the mayor of Alder said 40 had died there". */
export function placeOfThere(view: View, text: string): Place | null {
  const there = view.tokens.findIndex(({ xpos }, i) => view.words[i] === 'there' && xpos !== 'EX');
  if (there < 0) return null;
  const named = placesOf(view, text, true).findLast(({ last }) => last < there);
  if (named) return named.place;
  const left = nationsOf(view.words).findLast(
    (nation) =>
      nation.last < there && view.tokens[nation.last]!.deprel === 'obj' && isByName(view.words, nation),
  );
  return left ? placeFrom(view, left) : null;
}

/** The place that a country's name is. */
export function placeFrom({ tokens }: View, { code, first, last }: Mentioned): Place {
  const named = tokens.slice(first, last + 1).map(({ text }) => text);
  return { text: named.join(' '), name: nameOf(code) };
}

/** How many sentences back "there" may point. */
const THERE = 3;

/** The place that a sentence's "there" points back to. */
export function placeBefore(
  views: readonly View[],
  at: number,
  placesOf: (view: View) => readonly Found[],
): Place | null {
  if (!views[at]!.words.includes('there')) return null;
  for (let i = at - 1; i >= Math.max(0, at - THERE); i--) {
    const view = views[i]!;
    if (view.sentence.headline) return null;
    const last = placesOf(view).findLast((one) => !isSpeakers(view, one));
    if (last) return last.place;
  }
  return null;
}
