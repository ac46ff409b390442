import type { Claim } from '../reading/claim.ts';
import type { SpeakerKind } from '../reading/statement.ts';
import type { Copy } from '../stories/story.ts';
import { dayNumber } from '../text/interval.ts';
import { aliasOf } from './aliases.ts';
import { consonants, folded, sameName, stem, wordsIn } from './fold.ts';
import { type Join, joined } from './join.ts';
import type { ArticleFacts } from './ledger.ts';
import { textLineages } from './lineages.ts';
import { isKnown, type Nation, nationName } from './nations.ts';
import { type Parties, partiesOf, partyRoot } from './parties.ts';
import { isWithin } from './sets.ts';
import { isBodyNoun, isBusiness, isGoverning, type Speaker, speakerOf } from './speaker.ts';

/** One originator of the story, however it is spelt. */
export interface Voice {
  /** The same for the same originator within a story. */
  readonly key: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly nation: Nation | null;
  /** Whether it is a country speaking as a whole, which any body of that country may be. */
  readonly country: boolean;
  /** Whether nobody in particular is named. */
  readonly unnamed: boolean;
}

/** One naming of a speaker by one article. */
interface Mention {
  readonly article: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly speaker: Speaker;
  readonly day: number | null;
}

/** Who puts each claim, by claim id. The outlet's own voice is its wire agency's where the text is that agency's. */
export function voicesOf(
  claims: readonly Claim[],
  articles: readonly ArticleFacts[],
  copies: readonly Copy[],
): ReadonlyMap<string, Voice> {
  const facts = new Map(articles.map((article) => [article.id, article]));
  const lineages = textLineages(articles, copies);
  const said = claims.filter(({ chain }) => chain.length > 0);
  const named = said.map((claim) => mentionOf(claim, facts.get(claim.article)));
  const parties = partiesOf(named);
  const mentions = named.map((mention) => ({ ...mention, speaker: ofParty(mention, parties) }));
  const groups = groupMentions(mentions, parties);
  const voices = new Map<string, Voice>();
  for (const [i, claim] of said.entries()) voices.set(claim.id, groups[i]!);
  for (const claim of claims) if (!claim.chain.length) voices.set(claim.id, ownVoice(claim, lineages));
  return voices;
}

/** The outlet's own voice, or that of the agency or paper whose text it carries. */
function ownVoice(claim: Claim, lineages: ReadonlyMap<string, string>): Voice {
  const name = lineages.get(claim.article) ?? claim.originator;
  return { key: outletKey(name), name, kind: 'outlet', nation: null, country: false, unnamed: false };
}

/** An outlet under its known name, so that "Reuters reported" and Reuters' own text are one voice. */
const outletKey = (name: string): string =>
  `outlet ${wordsIn(aliasOf(name)?.name ?? name)
    .filter((word) => word !== 'the')
    .join(' ')}`;

function mentionOf(claim: Claim, article: ArticleFacts | undefined): Mention {
  const last = claim.chain.at(-1)!;
  const day = claim.on?.to ?? claim.on?.from ?? article?.published ?? null;
  const name = withoutOutlet(claim.originator, article?.outlet ?? '');
  return {
    article: claim.article,
    name,
    kind: claim.originatorKind,
    speaker: speakerOf(name.replace(/\s*[:;|].*$/s, ''), last.text, claim.originatorKind),
    day: day === null ? null : dayNumber(day),
  };
}

/** "DORN NEWS - The coastguard": an outlet that signs the line is no part of who speaks in it. */
function withoutOutlet(name: string, outlet: string): string {
  if (!outlet || !name.toLowerCase().startsWith(outlet.toLowerCase())) return name;
  return name.slice(outlet.length).match(/^\s*[-–—:]\s+(\S.*)$/s)?.[1] ?? name;
}

/** A party of the story by its bare name, or its government, is a country speaking as a whole. */
function ofParty({ name, kind, speaker }: Mention, parties: Parties): Speaker {
  if (speaker.nation !== null || speaker.class === 'unnamed' || kind === 'person') return speaker;
  const words = wordsIn(name);
  const party = partyOf(name, parties);
  if (party === null) return speaker;
  const rest = words.filter((word) => partyRoot(word) !== party);
  return rest.every(isGoverning) ? { ...speaker, nation: party, class: 'country' } : speaker;
}

/** The party that a body's name begins with: "Varonia's defence ministry". */
const partyOf = (name: string, parties: Parties): string | null =>
  wordsIn(name)
    .map(partyRoot)
    .find((root) => parties.has(root)) ?? null;

function groupMentions(mentions: readonly Mention[], parties: Parties): readonly Voice[] {
  const join = joined(mentions.length);
  joinUnnamed(mentions, join);
  joinPersons(mentions, join);
  joinBodies(mentions, join);
  joinPersonsWithBodies(mentions, join);
  joinCountries(mentions, join);
  const members = new Map<number, Mention[]>();
  mentions.forEach((mention, i) => {
    const root = join.find(i);
    members.set(root, [...(members.get(root) ?? []), mention]);
  });
  const voices = new Map([...members].map(([root, group]) => [root, voiceOf(group, parties)]));
  return mentions.map((_, i) => voices.get(join.find(i))!);
}

/** Unnamed speakers are one where the words are the same and the days touch, or within an article where one's words hold the other's. */
function joinUnnamed(mentions: readonly Mention[], join: Join): void {
  const unnamed = indicesOf(mentions, 'unnamed');
  for (const same of grouped(
    unnamed,
    (i) => `${mentions[i]!.speaker.nation ?? ''} ${mentions[i]!.speaker.words}`,
  )) {
    const sorted = same.toSorted((a, b) => (mentions[a]!.day ?? 0) - (mentions[b]!.day ?? 0));
    sorted.slice(1).forEach((i, at) => {
      const [x, y] = [mentions[sorted[at]!]!, mentions[i]!];
      if (x.article === y.article || (x.day !== null && y.day !== null && y.day - x.day <= 1))
        join.union(sorted[at]!, i);
    });
  }
  for (const same of grouped(unnamed, (i) => mentions[i]!.article))
    for (const i of same) {
      const wider = same.filter((j) => isLess(mentions[i]!, mentions[j]!));
      if (new Set(wider.map((j) => join.find(j))).size === 1) join.union(i, wider[0]!);
    }
}

/** "the US official" after "a senior US military official". */
function isLess(a: Mention, b: Mention): boolean {
  if (a.speaker.nation && b.speaker.nation && a.speaker.nation !== b.speaker.nation) return false;
  const [x, y] = [a.speaker.words.split(' '), new Set(b.speaker.words.split(' '))];
  return (
    a.speaker.words !== b.speaker.words &&
    x.length <= y.size &&
    x.at(-1) === b.speaker.words.split(' ').at(-1) &&
    x.every((word) => y.has(word))
  );
}

/** Persons by surname and, where both have one, given name; a bare surname of two persons goes to the more frequent. */
function joinPersons(mentions: readonly Mention[], join: Join): void {
  const persons = indicesOf(mentions, 'person');
  for (const like of grouped(persons, (i) => consonants(surname(mentions[i]!)))) {
    const [full, bare] = [
      like.filter((i) => isFull(mentions[i]!)),
      like.filter((i) => !isFull(mentions[i]!)),
    ];
    joinAlike(full, mentions, join, samePerson);
    joinAlike(bare, mentions, join, (a, b) => sameName(surname(a), surname(b)));
    const owner = mostFrequent(full, join);
    const here = new Map(full.toReversed().map((i) => [mentions[i]!.article, i]));
    for (const i of bare) {
      const whole = here.get(mentions[i]!.article) ?? owner;
      if (whole !== null && sameName(surname(mentions[i]!), surname(mentions[whole]!))) join.union(i, whole);
    }
  }
}

const isFull = ({ speaker }: Mention): boolean => speaker.person.length > 1;

/** Joins mentions of one spelling, then spellings that are one name. */
function joinAlike(
  indices: readonly number[],
  mentions: readonly Mention[],
  join: Join,
  alike: (a: Mention, b: Mention) => boolean,
): void {
  const spellings = grouped(indices, (i) => mentions[i]!.speaker.person.join(' '));
  for (const same of spellings) for (const i of same) join.union(same[0]!, i);
  spellings.forEach(([i], at) => {
    for (const [j] of spellings.slice(0, at)) if (alike(mentions[i!]!, mentions[j!]!)) join.union(i!, j!);
  });
}

const surname = ({ speaker }: Mention): string => speaker.person.at(-1)!;

function samePerson(a: Mention, b: Mention): boolean {
  if (!sameName(surname(a), surname(b))) return false;
  const [x, y] = [a.speaker.person[0]!, b.speaker.person[0]!];
  return sameName(x, y) || ((x.length === 1 || y.length === 1) && x[0] === y[0]);
}

/** Bodies with the same telling words, those that a body's longer name or its abbreviation explains, and aliases. */
function joinBodies(mentions: readonly Mention[], join: Join): void {
  const bodies = indicesOf(mentions, 'body');
  for (const same of grouped(bodies, (i) => bodyKey(mentions[i]!.speaker)))
    for (const i of same) join.union(same[0]!, i);
  const first = [...grouped(bodies, (i) => bodyKey(mentions[i]!.speaker))].map((same) => same[0]!);
  for (const i of first) {
    const wider = first.filter((j) => i !== j && isShortFor(mentions[i]!.speaker, mentions[j]!.speaker));
    const here = wider.filter((j) => mentions[i]!.article === mentions[j]!.article);
    const choice = here.length === 1 ? here : wider;
    if (new Set(choice.map((j) => join.find(j))).size === 1) join.union(i, choice[0]!);
    for (const j of first)
      if (i !== j && isDescribed(mentions[i]!.speaker, mentions[j]!.speaker)) join.union(i, j);
  }
  joinBusinesses(mentions, bodies, join);
}

/** "credit report company Equinor" for "Equinor": nothing but common words stands before the name. */
function isDescribed(name: Speaker, described: Speaker): boolean {
  if (!name.body.size || !isWithin(name.body, name.names) || !described.words.endsWith(` ${name.words}`))
    return false;
  const before = described.words.slice(0, -name.words.length).trim().split(' ');
  return before.slice(1).every((word) => !described.names.has(stem(word))) && before.some(isBusiness);
}

/** "the company" is the only business that speaks in the article, else the only one of the story. */
function joinBusinesses(mentions: readonly Mention[], bodies: readonly number[], join: Join): void {
  const named = bodies.filter((i) => isNamedBusiness(mentions[i]!));
  for (const i of bodies.filter((i) => mentions[i]!.speaker.business)) {
    const here = named.filter((j) => mentions[j]!.article === mentions[i]!.article);
    const choice = here.length ? here : named;
    if (new Set(choice.map((j) => join.find(j))).size === 1) join.union(i, choice[0]!);
  }
}

/** An organisation with a name of its own that is no ministry, union, police or the like. */
const isNamedBusiness = ({ kind, speaker }: Mention): boolean =>
  kind === 'organisation' &&
  speaker.names.size > 0 &&
  !speaker.business &&
  speaker.words.split(' ').every((word) => !isBodyNoun(word) || isBusiness(word));

const bodyKey = ({ nation, alias, body }: Speaker): string =>
  alias ? `alias ${alias.name}` : `${nation ?? ''} ${[...body].sort().join(' ')}`;

/** "police" for "Dallas police", "DCCCD" for the district whose initials it writes. */
function isShortFor(a: Speaker, b: Speaker): boolean {
  if (a.nation && b.nation && a.nation !== b.nation) return false;
  if (!a.body.size || !b.body.size) return false;
  if (a.acronyms.length === 1 && isInitials(a.words, b)) return true;
  if (a.body.size === b.body.size) return a.nation === null && b.nation !== null && isWithin(a.body, b.body);
  if (!isWithin(a.body, b.body)) return false;
  if (isWithin(a.body, a.names) && b.words.endsWith(a.words)) return true;
  return [...b.body].every((word) => a.body.has(word) || b.names.has(word));
}

const isInitials = (word: string, { words }: Speaker): boolean => {
  const parts = words.split(' ');
  for (let length = word.length; length <= parts.length; length++)
    if (
      parts
        .slice(0, length)
        .map((part) => part[0])
        .join('') === word
    )
      return word.length > 1;
  return false;
};

/** A person who heads or speaks for a body of the story is that body's voice. */
function joinPersonsWithBodies(mentions: readonly Mention[], join: Join): void {
  const byBody = new Map<string, number>();
  mentions.forEach(({ speaker }, i) => {
    if (speaker.class === 'body' && !byBody.has(bodyKey(speaker))) byBody.set(bodyKey(speaker), i);
  });
  const spoken = indicesOf(mentions, 'person').filter(
    (i) => mentions[i]!.speaker.body.size || mentions[i]!.speaker.alias,
  );
  for (const same of grouped(spoken, (i) => String(join.find(i)))) {
    const counted = grouped(same, (i) => bodyKey(mentions[i]!.speaker)).toSorted(
      (a, b) => b.length - a.length,
    );
    const key = bodyKey(mentions[counted[0]![0]!]!.speaker);
    const body = byBody.get(key);
    if (body === undefined) byBody.set(key, same[0]!);
    else join.union(body, same[0]!);
  }
}

function joinCountries(mentions: readonly Mention[], join: Join): void {
  for (const same of grouped(indicesOf(mentions, 'country'), (i) => mentions[i]!.speaker.nation ?? ''))
    for (const i of same) join.union(same[0]!, i);
}

function voiceOf(group: readonly Mention[], parties: Parties): Voice {
  const classes = new Set(group.map(({ speaker }) => speaker.class));
  const country = classes.has('country');
  const nation =
    group
      .map(({ speaker }) => speaker.nation)
      .filter((code) => code !== null)
      .sort()[0] ?? (classes.has('body') ? partyOf(bestName(group, true), parties) : null);
  const alias = group.find(({ speaker }) => speaker.class === 'body' && speaker.alias)?.speaker.alias ?? null;
  const name = bestName(group, classes.has('body'));
  const kind = mostCommon(group.map((mention) => mention.kind));
  const key =
    kind === 'media' && alias ? outletKey(alias.name) : country ? `country ${nation}` : keyOf(group, name);
  return {
    key,
    name: country && nation && isKnown(nation) ? nationName(nation) : name,
    kind,
    nation,
    country,
    unnamed: classes.has('unnamed'),
  };
}

function keyOf(group: readonly Mention[], name: string): string {
  const days = group.map(({ day }) => day).filter((day) => day !== null);
  const day =
    group[0]!.speaker.class === 'unnamed' ? ` ${days.length ? Math.min(...days) : group[0]!.article}` : '';
  return `${group[0]!.speaker.class} ${folded(name)}${day}`;
}

/** The fullest naming: of the body where there is one; then by how often, how long, and the alphabet. */
function bestName(group: readonly Mention[], body: boolean): string {
  const names = group.filter(({ speaker }) => !body || speaker.class === 'body').map(({ name }) => name);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const fullness = (name: string): number =>
    Math.min(4, wordsIn(name).filter((word) => word !== 'the').length);
  return [...counts].sort(([a, m], [b, n]) => fullness(b) - fullness(a) || n - m || (a < b ? -1 : 1))[0]![0];
}

function mostCommon(kinds: readonly SpeakerKind[]): SpeakerKind {
  const counts = new Map<SpeakerKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
}

function mostFrequent(indices: readonly number[], join: Join): number | null {
  const sorted = grouped(indices, (i) => String(join.find(i))).toSorted((a, b) => b.length - a.length);
  return sorted[0]?.[0] ?? null;
}

const indicesOf = (mentions: readonly Mention[], kind: Speaker['class']): readonly number[] =>
  mentions.flatMap(({ speaker }, i) => (speaker.class === kind ? i : []));

/** Groups in the order of their first members. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
