import type { SpeakerKind } from '../statement.ts';
import type { Draft } from './draft.ts';
import { headOf, kindOf } from './kinds.ts';
import {
  foldName,
  isPlaceOrBody,
  type Mention,
  type Mentions,
  mentionsOf,
  namePart,
  textOf,
} from './mentions.ts';
import type { Passage, Run } from './passage.ts';
import { headKinds, listed } from './speakers.ts';

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
}

interface State {
  readonly passage: Passage;
  readonly mentions: Mentions;
  readonly past: Past[];
}

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
    const given = nameOf(state, draft, drafts.slice(0, i), named);
    named.push(given);
    remember(state, draft, given);
  }
  return named;
}

/** The name and kind of any noun phrase of the passage, by the article's names alone. */
export function nameRun(passage: Passage, mentions: Mentions, run: Run): Named {
  return phraseName({ passage, mentions, past: [] }, run).named;
}

function nameOf(state: State, draft: Draft, earlier: readonly Draft[], named: readonly Named[]): Named {
  const source = draft.source[0];
  if (!source) return inherited(state, draft, earlier, named);
  const { words } = state.passage;
  const first = words[source.from]!;
  const length = source.to - source.from;
  if (length === 1 && OWN.has(first)) return enclosing(draft, earlier, named) ?? NOBODY;
  if (length === 1 && RELATIVE.has(first)) return antecedent(state, source) ?? NOBODY;
  if (length <= 2 && (THIRD.has(first) || THING.has(first) || SEVERAL.has(first)))
    return pronounName(state, source, first);
  return phraseName(state, source).named;
}

/** A cue without a source in a sentence whose speaker is known: "… said, adding that …". */
function inherited(state: State, draft: Draft, earlier: readonly Draft[], named: readonly Named[]): Named {
  const { sentenceOf } = state.passage;
  const last = earlier.length - 1;
  const same = last >= 0 && sentenceOf[earlier[last]!.cue.from] === sentenceOf[draft.cue.from];
  return (same ? named[last] : undefined) ?? NOBODY;
}

/** The speaker whose quoted words hold the cue. */
function enclosing(draft: Draft, earlier: readonly Draft[], named: readonly Named[]): Named | undefined {
  for (let i = earlier.length - 1; i >= 0; i--)
    if (earlier[i]!.content.some(({ from, to }) => from <= draft.cue.from && draft.cue.to <= to))
      return named[i];
  return undefined;
}

/** The noun phrase before "who". */
function antecedent(state: State, source: Run): Named | null {
  const { passage, mentions } = state;
  const end = passage.words[source.from - 1] === ',' ? source.from - 1 : source.from;
  const near = mentions.all.findLast((mention) => mention.to === end);
  if (near) return phraseName(state, near).named;
  let from = end;
  const floor = passage.sentences[passage.sentenceOf[source.from]!]!.from;
  while (from > floor && end - from < 6 && /^[\p{L}'’.-]+$/u.test(passage.words[from - 1]!)) {
    from--;
    if (/^(?:the|a|an|some|many)$/.test(passage.words[from]!)) break;
  }
  return from < end ? phraseName(state, { from, to: end }).named : null;
}

function pronounName(state: State, source: Run, word: string): Named {
  const wanted = THIRD.has(word) ? personal : impersonal;
  const speaker = state.past.findLast(wanted);
  const paragraph = (i: number): number => state.passage.paragraphOf[i]!;
  const near = speaker && paragraph(source.from) - paragraph(speaker.at) <= 2;
  const subject = THIRD.has(word) ? lastPerson(state, source, near ? speaker.at : -1) : undefined;
  const chosen = subject ?? speaker;
  if (chosen) return { name: chosen.name, kind: chosen.kind };
  return { name: textOf(state.passage, source), kind: THIRD.has(word) ? 'person' : 'organisation' };
}

const personal = ({ kind, person }: Past): boolean =>
  person || kind === 'official' || kind === 'witness' || kind === 'unnamed';
const impersonal = ({ kind, person }: Past): boolean => !person && kind !== 'official' && kind !== 'witness';

/** The latest person to begin a sentence since a token, or at all in reach where nobody has spoken yet. */
function lastPerson(state: State, source: Run, since: number): Named | undefined {
  const { passage, mentions } = state;
  const reach = passage.paragraphOf[source.from]! - 3;
  const found = mentions.all.findLast(
    (mention) =>
      mention.to <= source.from &&
      mention.from > since &&
      passage.paragraphOf[mention.from]! >= reach &&
      (mention.person || mentions.byLast.get(foldName(mention.name))?.person === true) &&
      (since < 0 || isSubject(passage, mention)),
  );
  return found && phraseName(state, found).named;
}

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
  if (long)
    return {
      named: {
        name: long,
        kind: kindOf(
          long
            .toLowerCase()
            .split(/[ ()]+/)
            .filter(Boolean)
            .slice(0, -1),
          [],
          false,
        ),
      },
      head,
      person: false,
    };
  const kind = kindOf(words, [], false);
  const known = isDefinite(passage, source) ? referred(state, run, words, head, kind) : undefined;
  if (known) return { named: { name: known.name, kind: known.kind }, head, person: known.person };
  return { named: { name: text, kind }, head, person: false };
}

/** A source without article, marks at its edges and what follows a comma, unless a name stands there. */
function trimmed(passage: Passage, { from, to }: Run): Run {
  let a = from;
  while (a < to - 1 && /^(?:the|a|an|,|"|“|but|and|even|only|"|-|–|—)$/.test(passage.words[a]!)) a++;
  let b = to;
  while (b > a + 1 && !/[\p{L}\p{N})]/u.test(passage.words[b - 1]!)) b--;
  const who = passage.words.slice(a + 1, b).findIndex((word) => word === 'who' || word === 'which');
  if (who >= 0) b = a + 1 + who;
  while (b > a + 1 && passage.words[b - 1] === ',') b--;
  return { from: a, to: b };
}

/** The person whom a source names, by a title, a full name or a last name that the article gives in full. */
function personIn(
  passage: Passage,
  mentions: Mentions,
  run: Run,
): { readonly name: string; readonly titles: readonly string[] } | null {
  if (/^\p{Lu}/u.test(passage.tokens[run.to - 1]!.text) && passage.words.indexOf("'s", run.from) === run.to)
    return null;
  const inside = mentions.all.filter((mention) => mention.from >= run.from && mention.to <= run.to);
  const comma = passage.words.slice(run.from, run.to).indexOf(',');
  for (const mention of inside) {
    if (comma < 0 && mention.to !== run.to) continue;
    if (comma >= 0 && mention.to !== run.from + comma && mention.to !== run.to) continue;
    const full = mentions.byLast.get(foldName(mention.name.split(' ').at(-1)!));
    const titles = mention.titles.length ? mention.titles : namePart(passage, mention, run.from).titles;
    if (full?.person || mention.person) {
      const name = full && full.name.length > mention.name.length && full.person ? full.name : mention.name;
      return { name, titles: titles.length ? titles : [] };
    }
    if (
      mention.name.split(' ').length > 1 &&
      comma >= 0 &&
      mention.from === run.from &&
      !bodyName(mention.name)
    )
      return { name: mention.name, titles };
  }
  return plainPerson(passage, inside, run);
}

/** Two or three capitalised words without article, of which none is a body or a place: taken for a person. */
function plainPerson(
  passage: Passage,
  inside: readonly Mention[],
  run: Run,
): { readonly name: string; readonly titles: readonly string[] } | null {
  const only = inside.length === 1 ? inside[0]! : null;
  const words = only?.name.split(' ') ?? [];
  const whole = only && only.from === run.from && only.to === run.to && words.length > 1 && words.length < 4;
  if (
    !whole ||
    passage.words[run.from - 1] === 'the' ||
    bodyName(only.name) ||
    /\d|^[A-Z]{2,}\b/.test(only.name)
  )
    return null;
  return { name: only.name, titles: only.titles };
}

const bodyName = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => isPlaceOrBody(word) || headKinds(word).length > 0 || listed('mediaNames', word));

function bracketed(passage: Passage, mentions: Mentions, run: Run): string | null {
  if (passage.words[run.to] !== '(') return null;
  const long = mentions.byAcronym.get(passage.tokens[run.to + 1]?.text ?? '');
  const text = textOf(passage, run);
  return long?.startsWith(text) ? long : null;
}

function isDefinite(passage: Passage, source: Run): boolean {
  return /^(?:the|this|that|its|his|her|their)$/.test(passage.words[source.from]!);
}

/** What "the ministry", "the official" or "the mayor" stands for. */
function referred(
  state: State,
  run: Run,
  words: readonly string[],
  head: string,
  kind: SpeakerKind,
): Past | (Named & { person: boolean }) | undefined {
  if (words.length > 3) return undefined;
  const { passage, mentions, past } = state;
  if (words.length === 1) {
    const titled =
      mentions.all.findLast(({ titles, from }) => titles.includes(head) && from < run.from) ??
      mentions.all.find(({ titles }) => titles.includes(head));
    if (titled)
      return {
        ...phraseName(state, { from: titled.from - titled.titles.length, to: titled.to }).named,
        person: true,
      };
  }
  const fuller = (name: string | null): boolean => name !== null && name.length > textOf(passage, run).length;
  const same = past.findLast((speaker) => speaker.head === head && fuller(speaker.name));
  if (same) return same;
  if (isReport(head)) return words.length === 1 ? past.at(-1) : undefined;
  const body = mentions.all.findLast(
    (mention) =>
      mention.to <= run.from && foldName(mention.name).split(' ').at(-1) === head && fuller(mention.name),
  );
  if (body && words.length === 1) return { name: body.name, kind, person: false };
  return headKinds(head).length
    ? past.findLast(
        (speaker) =>
          speaker.kind === kind &&
          !speaker.person &&
          /^\p{Lu}/u.test(speaker.name ?? '') &&
          kind !== 'official',
      )
    : undefined;
}

const isReport = (head: string): boolean =>
  head === 'statement' || head === 'post' || head === 'tweet' || head === 'message';

function remember(state: State, draft: Draft, { name, kind }: Named): void {
  const source = draft.source[0];
  if (!source || name === null) return;
  const { person, head } = phraseHead(state, source);
  const last = state.past.findLast((speaker) => speaker.name === name);
  state.past.push({
    name,
    kind,
    at: source.from,
    head: last?.head ?? head,
    person: person || (last?.person ?? false) || kind === 'person',
  });
}

function phraseHead(
  { passage, mentions }: State,
  source: Run,
): { readonly person: boolean; readonly head: string } {
  const run = trimmed(passage, source);
  return {
    person: personIn(passage, mentions, run) !== null,
    head: headOf(passage.words.slice(run.from, run.to)),
  };
}
