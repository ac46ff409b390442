import type { SpeakerKind } from '../statement.ts';
import type { Draft } from './draft.ts';
import { headOf, kindOf } from './kinds.ts';
import {
  foldName,
  isPlaceOrBody,
  lastMention,
  type Mention,
  type Mentions,
  mentionsOf,
  mentionsWithin,
  textOf,
} from './mentions.ts';
import type { Passage, Run } from './passage.ts';
import { bracketed, personIn, trimmed } from './phrases.ts';
import { headKinds, listed } from './speakers.ts';
import { verbForm, wordSet } from './verbs.ts';

/** Who speaks. */
export interface Named {
  readonly name: string | null;
  readonly kind: SpeakerKind;
}

/** A speaker that later words may mean. */
interface Past extends Named {
  readonly at: number;
  readonly head: string;
  readonly person: boolean;
  readonly plural: boolean;
  /** The words of the name that say what kind of body it is. */
  readonly bodies: readonly string[];
  /** Whether the words stand within another's. */
  readonly inner: boolean;
}

interface State {
  readonly passage: Passage;
  readonly mentions: Mentions;
  readonly past: Past[];
}

/** How many statements before and after are looked at for one that holds another. */
const NEAR = 20;
/** How many speakers are kept in mind. */
const MEMORY = 100;
const NOBODY: Named = { name: null, kind: 'unnamed' };
const THIRD = new Set(['he', 'she', 'his', 'her', 'him']);
const THING = new Set(['it', 'its']);
const SEVERAL = new Set(['they', 'their', 'them', 'both']);
const OWN = new Set(['i', 'we', 'my', 'our', 'me', 'us', 'you']);
const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/**
 * Who speaks in each draft, in the drafts' order (by cue). Pronouns, bare nouns ("the agency") and last names take the
 * fullest name that the article gives for the same speaker; a source that nothing resolves keeps its words.
 */
export function nameDrafts(passage: Passage, drafts: readonly Draft[]): readonly Named[] {
  const state: State = { passage, mentions: mentionsOf(passage), past: [] };
  const named: Named[] = [];
  for (const [i, draft] of drafts.entries()) {
    const given = nameOf(state, draft, drafts.slice(Math.max(0, i - NEAR), i), named.slice(-NEAR));
    named.push(given);
    remember(
      state,
      draft,
      given,
      enclosing(draft, drafts.slice(Math.max(0, i - NEAR), i + NEAR)) !== undefined,
    );
  }
  return named;
}

function nameOf(state: State, draft: Draft, earlier: readonly Draft[], named: readonly Named[]): Named {
  const source = draft.source[0];
  if (isHearsay(state.passage, draft.cue)) return NOBODY;
  if (!source) return inherited(state, draft, earlier, named);
  const { words } = state.passage;
  const first = words[source.from]!;
  const length = source.to - source.from;
  if (length === 1 && /^(?:the|an?)$/.test(first)) return NOBODY;
  if (length === 1 && OWN.has(first)) {
    const outer = enclosing(draft, earlier);
    return (outer && named[earlier.indexOf(outer)]) ?? NOBODY;
  }
  const again = THING.has(first) && length === 1 ? saidBefore(state.passage, source, earlier, named) : null;
  if (again) return again;
  if (RELATIVE.has(words[source.to - 1]!) && (length === 1 || words[source.to - 2] === 'of'))
    return antecedent(state, source, draft.cue) ?? NOBODY;
  if (isPronoun(state.passage, source)) return pronounName(state, draft, source, first);
  if (/\b\d+-year-old$/.test(textOf(state.passage, source))) return pronounName(state, draft, source, 'he');
  return phraseName(state, source).named;
}

/** "he" and "he himself", but not "her sister". */
function isPronoun({ words, tokens }: Passage, { from, to }: Run): boolean {
  const first = words[from]!;
  if (!THIRD.has(first) && !THING.has(first) && !SEVERAL.has(first)) return false;
  return to - from === 1 || (to - from === 2 && !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[from + 1]!.upos));
}

/** A cue without a source in a sentence whose speaker is known: "… said, adding that …". */
function inherited(state: State, draft: Draft, earlier: readonly Draft[], named: readonly Named[]): Named {
  const { sentenceOf } = state.passage;
  const last = earlier.length - 1;
  const same = last >= 0 && sentenceOf[earlier[last]!.cue.from] === sentenceOf[draft.cue.from];
  return (same ? named[last] : undefined) ?? NOBODY;
}

/** "It said … and it found …": the same pronoun in the same sentence is the same speaker. */
function saidBefore(
  { words, sentenceOf }: Passage,
  source: Run,
  earlier: readonly Draft[],
  named: readonly Named[],
): Named | null {
  const before = earlier.findLastIndex(({ source: [other] }) => {
    if (!other || other.to > source.from || other.to - other.from > 1) return false;
    return words[other.from] === words[source.from] && sentenceOf[other.from] === sentenceOf[source.from];
  });
  return named[before] ?? null;
}

/** "reportedly fell", "a fire, said to be the worst": nobody is named as the source, whatever stands as subject. */
function isHearsay({ words }: Passage, { from, to }: Run): boolean {
  const hearsay = wordSet('hearsay');
  let found = false;
  if (words[to - 1] === 'said' && words[to] === 'to') return true;
  for (let i = from; i < to; i++) {
    if (hearsay.has(words[i]!)) found = true;
    else if (verbForm(words[i]!)) return false;
  }
  return found;
}

/** The nearest statement whose content holds the cue. */
const enclosing = ({ cue }: Draft, others: readonly Draft[]): Draft | undefined =>
  others.findLast(
    (other) => other.cue !== cue && other.content.some(({ from, to }) => from <= cue.from && cue.to <= to),
  );

/** The noun phrase that "who" or "all of whom" stands for: the one that the tree hangs their verb on, or the one before. */
function antecedent(state: State, source: Run, cue: Run): Named | null {
  const { passage, mentions } = state;
  const noun = source.to - source.from > 1 ? relativeHead(passage, source, cue) : null;
  if (noun) return phraseName(state, whoCanSpeak(passage, source, noun)).named;
  const end = passage.words[source.from - 1] === ',' ? source.from - 1 : source.from;
  const near = lastMention(mentions, end, end - 12, (mention) => mention.to === end);
  if (near) return phraseName(state, whoCanSpeak(passage, source, near)).named;
  let from = end;
  const floor = passage.sentences[passage.sentenceOf[source.from]!]!.from;
  while (from > floor && end - from < 6 && isNominal(passage, from - 1)) {
    from--;
    if (/^(?:the|a|an|some|many)$/.test(passage.words[from]!)) break;
  }
  return from < end ? phraseName(state, whoCanSpeak(passage, source, { from, to: end })).named : null;
}

/** "aid workers in the Alder camp, all of whom": it is people who speak, so a noun of people before the place does. */
function whoCanSpeak(passage: Passage, source: Run, noun: Run): Run {
  const { tokens, words, sentences, sentenceOf } = passage;
  const { from: floor } = sentences[sentenceOf[noun.from]!]!;
  if (!words[source.to - 1]!.startsWith('who') || isHuman(words[noun.to - 1]!)) return noun;
  const several = words[source.to - 2] === 'of';
  let at = several ? peopleBefore(passage, floor, noun.from) : floor + tokens[noun.to - 1]!.head;
  if (at < floor || at >= noun.from || !isHuman(words[at]!)) return noun;
  const to = at + 1;
  while (at > floor && tokens[at - 1]!.head === to - 1 - floor && tokens[at - 1]!.deprel !== 'case') at--;
  return { from: at, to };
}

/** The last noun of several people before a token of a sentence; -1 for none. */
function peopleBefore({ tokens, words }: Passage, floor: number, before: number): number {
  for (let i = before - 1; i >= floor; i--) if (tokens[i]!.xpos === 'NNS' && isHuman(words[i]!)) return i;
  return -1;
}

/** Whether a noun is of people: "workers", "an official". */
const isHuman = (word: string): boolean => alone({ kind: headKinds(word)[0] as SpeakerKind });

/** Whether a token may be part of a noun phrase: in text without tags, any word. */
const isNominal = ({ tokens, words }: Passage, i: number): boolean =>
  tokens[i]!.upos === 'X'
    ? /^[\p{L}'’.-]+$/u.test(words[i]!)
    : /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[i]!.upos) || words[i] === 'of' || words[i] === "'s";

/** The noun with what stands before it, of which the tree makes the cue's verb a relative clause. */
function relativeHead({ tokens, sentences, sentenceOf }: Passage, source: Run, cue: Run): Run | null {
  const { from } = sentences[sentenceOf[cue.from]!]!;
  for (let i = cue.from; i < cue.to; i++) {
    const { head, deprel } = tokens[i]!;
    if (head < 0 || !deprel.startsWith('acl') || from + head >= source.from) continue;
    let first = from + head;
    while (first > from && tokens[first - 1]!.head === head) first--;
    return { from: first, to: from + head + 1 };
  }
  return null;
}

function pronounName(state: State, draft: Draft, source: Run, word: string): Named {
  const { passage, past } = state;
  const wanted = THIRD.has(word) ? personal : SEVERAL.has(word) ? several : impersonal;
  const clause = THING.has(word) ? subjectBefore(state, source) : undefined;
  if (clause) return clause;
  const speaker = past.findLast((one) => wanted(one) && !one.inner) ?? past.findLast(wanted);
  const near = speaker && passage.paragraphOf[source.from]! - passage.paragraphOf[speaker.at]! <= 2;
  const subject = THIRD.has(word) ? lastPerson(state, draft, source, near ? speaker.at : -1) : undefined;
  const chosen = subject ?? speaker ?? (THIRD.has(word) ? lastNamed(state, source) : undefined);
  if (chosen) return { name: chosen.name, kind: chosen.kind };
  return { name: textOf(passage, source), kind: THIRD.has(word) ? 'person' : 'organisation' };
}

/** The last speaker of this paragraph or the one before whose name is neither a place's nor a body's: "Pell said …, he added". */
function lastNamed({ passage: { paragraphOf }, past }: State, source: Run): Past | undefined {
  return past.findLast(
    ({ name, plural, at }) =>
      !plural &&
      paragraphOf[source.from]! - paragraphOf[at]! <= 1 &&
      /^\p{Lu}\p{Ll}[\p{L}'’-]+$/u.test(name ?? '') &&
      !isPlaceOrBody(name!.toLowerCase()) &&
      !headKinds(name!.toLowerCase()).length,
  );
}

/** The thing that is the subject of a clause before, in the same sentence: "The group is small, and it denies it". */
function subjectBefore(state: State, source: Run): Named | undefined {
  const { tokens, sentences, sentenceOf } = state.passage;
  const { from } = sentences[sentenceOf[source.from]!]!;
  for (let i = source.from - 1; i >= from; i--) {
    const { deprel, upos, xpos, head } = tokens[i]!;
    if (!deprel.startsWith('nsubj') || !/^(?:NOUN|PROPN)$/.test(upos) || xpos.endsWith('S')) continue;
    let first = i;
    while (first > from && tokens[first - 1]!.head === i - from && head >= 0) first--;
    const { named, person } = phraseName(state, { from: first, to: i + 1 });
    return person || alone({ kind: named.kind }) ? undefined : named;
  }
  return undefined;
}

const alone = ({ kind }: Pick<Past, 'kind'>): boolean =>
  kind === 'official' || kind === 'witness' || kind === 'unnamed';
const personal = (past: Past): boolean =>
  past.person || (alone(past) && !past.plural && !listed('groupNouns', past.head));
const impersonal = (past: Past): boolean => !past.person && !alone(past) && !past.plural;
const several = (past: Past): boolean => past.plural || impersonal(past);

/** The latest person outside the content to begin a sentence since a token, or at all in reach where nobody has spoken yet. */
function lastPerson(state: State, { content }: Draft, source: Run, since: number): Named | undefined {
  const { passage, mentions } = state;
  const reach = passage.paragraphs[Math.max(0, passage.paragraphOf[source.from]! - 3)]!.from;
  const found = lastMention(
    mentions,
    source.from,
    Math.max(since + 1, reach),
    (mention) =>
      isPerson(mentions, mention) &&
      (since < 0 || isSubject(passage, mention)) &&
      !content.some(({ from, to }) => from <= mention.from && mention.to <= to),
  );
  return found && phraseName(state, found).named;
}

const isPerson = ({ byLast, people }: Mentions, { person, name }: Mention): boolean =>
  person || people.has(foldName(name)) || byLast.get(foldName(name))?.person === true;

function isSubject(passage: Passage, mention: Mention): boolean {
  const deprel = passage.tokens[mention.to - 1]!.deprel;
  if (deprel.startsWith('nsubj')) return true;
  return (
    passage.sentences[passage.sentenceOf[mention.from]!]!.from >= mention.from - mention.titles.length - 1
  );
}

interface PhraseName {
  readonly named: Named;
  readonly head: string;
  readonly person: boolean;
}

/** The name of a noun phrase. */
function phraseName(state: State, source: Run): PhraseName {
  const { passage, mentions } = state;
  const run = trimmed(passage, source);
  const words = passage.words.slice(run.from, run.to);
  const head = headOf(words);
  const person = personIn(passage, mentions, run);
  if (person)
    return { named: { name: person.name, kind: kindOf(words, person.titles, true) }, head, person: true };
  const text = textOf(passage, run);
  const long = mentions.byAcronym.get(text) ?? bracketed(passage, mentions, run);
  if (long) return { named: { name: long, kind: kindOf(longWords(long), [], false) }, head, person: false };
  const kind = kindOf(words, [], false);
  const known = isDefinite(passage, source) ? referred(state, run, words, head, kind) : undefined;
  if (known) return { named: { name: known.name, kind: known.kind }, head, person: known.person };
  const comma = text.indexOf(', ');
  const name = apposed(state, run) ?? (comma > 0 ? text.slice(0, comma) : text);
  return { named: { name, kind }, head, person: false };
}

/** The name that follows a common noun between commas: "the operator, Tarn Line". */
function apposed({ passage, mentions }: State, { from, to }: Run): string | null {
  const comma = passage.words.indexOf(',', from);
  const begins = passage.sentences[passage.sentenceOf[from]!]!.from === from;
  const common = textOf(passage, { from, to: Math.max(comma, from) }).slice(begins ? 1 : 0);
  if (comma < 0 || comma >= to || /\p{Lu}/u.test(common)) return null;
  return mentionsWithin(mentions, { from, to }).find((mention) => mention.from === comma + 1)?.name ?? null;
}

/** The words of a long name without the letters in brackets. */
const longWords = (long: string): readonly string[] =>
  long
    .toLowerCase()
    .replace(/ ?\(.*$/, '')
    .split(' ');

function isDefinite(passage: Passage, source: Run): boolean {
  return /^(?:the|this|that|its|his|her|their)$/.test(passage.words[source.from]!);
}

/** What "the ministry", "the official" or "the mayor" stands for; a head noun with a capital is a name itself. */
function referred(
  state: State,
  run: Run,
  words: readonly string[],
  head: string,
  kind: SpeakerKind,
): (Named & { readonly person: boolean }) | undefined {
  const { passage, past } = state;
  const text = textOf(passage, run);
  if (words.length > 3 || !text.endsWith(head)) return undefined;
  const titled = words.length === 1 ? titledBy(state, run, head) : undefined;
  if (titled) return titled;
  const fuller = (name: string | null): boolean => name !== null && name.length > text.length;
  if (isReport(head) && words.length === 1) return past.findLast(({ inner }) => !inner);
  const same = past.findLast((speaker) => speaker.head === head && fuller(speaker.name));
  if (same) return same;
  const body = words.length === 1 ? bodyBefore(state, run, head) : undefined;
  if (body && fuller(body.name)) return { name: body.name, kind, person: false };
  if (words.length > 1 || !headKinds(head).length || kind === 'official') return undefined;
  return past.findLast((one) => one.kind === kind && mayBe(one, head));
}

/** Whether a body may be called so: a federation is no company, but "the group" may be anything. */
const mayBe = ({ name, person, plural, bodies }: Past, head: string): boolean =>
  !person &&
  !plural &&
  /^\p{Lu}/u.test(name ?? '') &&
  (listed('anyBody', head) || !bodies.some((word) => word !== head));

const bodyWords = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[ -]/)
    .filter((word) => headKinds(word).length > 0);

/** The person who bears the title: "the mayor" for "Mayor Ada Moreno". */
function titledBy(state: State, run: Run, head: string): (Named & { readonly person: boolean }) | undefined {
  const bears = ({ titles }: Mention): boolean => titles.includes(head);
  const titled = lastMention(state.mentions, run.from, 0, bears) ?? state.mentions.titled.get(head);
  if (!titled) return undefined;
  const whole = { from: titled.from - titled.titles.length, to: titled.to };
  return { ...phraseName(state, whole).named, person: true };
}

const bodyBefore = ({ mentions }: State, run: Run, head: string): Mention | undefined =>
  lastMention(mentions, run.from, 0, ({ name }) => {
    const lower = name.toLowerCase();
    return lower.endsWith(` ${head}`) || lower.startsWith(`${head} of `);
  });

const isReport = (head: string): boolean =>
  head === 'statement' || head === 'post' || head === 'tweet' || head === 'message';

function remember(state: State, draft: Draft, { name, kind }: Named, inner: boolean): void {
  const source = draft.source[0];
  if (!source || name === null) return;
  const { passage, mentions, past } = state;
  const run = trimmed(passage, source);
  const head = headOf(passage.words.slice(run.from, run.to));
  const last = past.findLast((speaker) => speaker.name === name);
  const person = kind === 'person' || (last?.person ?? false) || personIn(passage, mentions, run) !== null;
  const plural = last?.plural ?? (!person && isPlural(passage, run, head));
  const bodies = last?.bodies ?? bodyWords(name);
  past.push({ name, kind, at: source.from, head: last?.head ?? head, person, plural, bodies, inner });
  if (past.length > MEMORY) past.shift();
}

function isPlural({ tokens, words }: Passage, { from, to }: Run, head: string): boolean {
  for (let i = to - 1; i >= from; i--)
    if (words[i] === head) return tokens[i]!.xpos === 'NNS' || /[^s]s$/.test(head);
  return false;
}
