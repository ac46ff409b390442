import {
  foldName,
  isPlaceOrBody,
  likePerson,
  type Mention,
  type Mentions,
  mentionsWithin,
  textOf,
} from './mentions.ts';
import type { Passage, Run } from './passage.ts';
import { headKinds, listed } from './speakers.ts';
import { wordSet } from './verbs.ts';

/** A source without article, marks at its edges and what follows a comma, unless a name stands there. */
export function trimmed(passage: Passage, { from, to }: Run): Run {
  let a = behindDateline(passage, { from, to });
  while (a < to - 1 && /^(?:the|a|an|who|which|,|"|“|but|and|even|only|"|-|–|—)$/.test(passage.words[a]!))
    a++;
  let b = to;
  while (b > a + 1 && !/[\p{L}\p{N})]/u.test(passage.words[b - 1]!)) b--;
  while (b > a + 1 && wordSet('times').has(passage.words[b - 1]!)) b--;
  const cut = passage.words.slice(a + 1, b).findIndex((word) => ENDS.test(word));
  if (cut >= 0) b = a + 1 + cut;
  const bracket = passage.words.indexOf('(', a);
  if (bracket > a && bracket < b && passage.words.indexOf(')', bracket) >= b) b = bracket;
  while (b > a + 1 && passage.words[b - 1] === ',') b--;
  return { from: a, to: b };
}

/** Where the source begins behind "OSTREL, Cardia —", which opens its line. */
function behindDateline({ words, tokens, paragraphs, paragraphOf }: Passage, { from, to }: Run): number {
  if (paragraphs[paragraphOf[from]!]!.from !== from) return from;
  const dash = words.slice(from, Math.min(to - 1, from + 8)).findIndex((word) => /^[-–—]{1,2}$/.test(word));
  const place = tokens.slice(from, from + dash);
  return dash > 0 && place.every(({ upos }) => /^(?:PROPN|PUNCT)$/.test(upos)) ? from + dash + 1 : from;
}

const ENDS = /^(?:who|which|:|;|–|—|--)$/;

/** A person's name, and the titles by which the source gives it. */
export interface PersonName {
  readonly name: string;
  readonly titles: readonly string[];
}

/** The person whom a source names, by a title, a full name or a last name that the article gives in full. */
export function personIn(passage: Passage, mentions: Mentions, run: Run): PersonName | null {
  if (/^\p{Lu}/u.test(passage.tokens[run.to - 1]!.text) && passage.words.indexOf("'s", run.from) === run.to)
    return null;
  const inside = mentionsWithin(mentions, run);
  const comma = passage.words.slice(run.from, run.to).indexOf(',');
  for (const mention of inside) {
    const atComma = comma >= 0 && mention.to === run.from + comma;
    const ofBody = mention.titles.length > 0 && passage.words[mention.to] === 'of';
    if (!atComma && !ofBody && mention.to !== run.to) continue;
    if (!isTitling(passage, atComma || comma < 0 ? run.from : run.from + comma + 1, mention.from)) continue;
    const found = personOf(passage, mentions, mention, run);
    if (found) return found;
    const apposed = comma >= 0 && mention.from === run.from && mention.name.includes(' ');
    if (apposed && !bodyName(mention.name)) return { name: mention.name, titles: mention.titles };
  }
  return plainPerson(passage, inside, run);
}

/** Whether only words of a title stand between: "the harbour master", not "signed by President". */
function isTitling({ tokens }: Passage, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/^(?:ADP|VERB|SCONJ|CCONJ)$/.test(tokens[i]!.upos) && tokens[i]!.text !== 'of') return false;
  return true;
}

function personOf(passage: Passage, mentions: Mentions, mention: Mention, run: Run): PersonName | null {
  const last = foldName(mention.name.split(' ').at(-1)!);
  const full = mentions.byLast.get(last);
  const known = mentions.people.get(last);
  const titles = mention.titles.length ? mention.titles : (known ?? []);
  if (full?.person)
    return { name: full.name.length > mention.name.length ? full.name : mention.name, titles };
  if (mention.person || known) return { name: mention.name, titles };
  const apposed = passage.tokens[mention.from - 1]?.xpos === 'NN' && mention.from > run.from;
  return apposed && likePerson(passage, mention) ? { name: mention.name, titles } : null;
}

/** Two or three capitalised words without article, of which none is a body or a place: taken for a person. */
function plainPerson(passage: Passage, inside: readonly Mention[], run: Run): PersonName | null {
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

/** The long name that the article gives with the letters in brackets behind the source. */
export function bracketed(passage: Passage, mentions: Mentions, run: Run): string | null {
  if (passage.words[run.to] !== '(') return null;
  const long = mentions.byAcronym.get(passage.tokens[run.to + 1]?.text ?? '');
  const text = textOf(passage, run);
  return long?.startsWith(text) ? long : null;
}
