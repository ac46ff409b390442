import { type Article, nameOfFile } from '../../text/article.ts';
import { addDays, type Interval, onDay } from '../../text/interval.ts';
import { contains, overlaps, type Span } from '../../text/span.ts';
import type { Speaker } from '../claim.ts';
import type { SpeakerKind, Statement } from '../statement.ts';
import { kindOf } from '../statements/kinds.ts';
import { inCueList, weightOf } from './cues.ts';
import { tokenAt, type View } from './view.ts';

/** Whose word a figure is. */
export interface Voice {
  readonly chain: readonly Speaker[];
  readonly originator: string;
  readonly originatorKind: SpeakerKind;
  readonly on: Interval | null;
  /** How `on` is known: by words, by the habit that "said" is of the day, or only as some day before it. */
  readonly basis: 'words' | 'habit' | 'before';
  /** The statements of the chain, in its order. */
  readonly statements: readonly Statement[];
}

/** Least confidence at which a statement gives a speaker. */
const SURE = 0.3;

/** The chain of speakers over a figure of a sentence, from the nearest, whose word the article gives, to the farthest. */
export function voiceOf(
  article: Article,
  statements: readonly Statement[],
  view: View,
  figure: Span,
  told: readonly Span[],
): Voice {
  return voiceBy(article, weighed(statements.filter((one) => gives(one, view, figure, told))));
}

/** Whether a statement is surely over a figure, and is not about whoever makes it. */
export const gives = (statement: Statement, view: View, figure: Span, told: readonly Span[]): boolean =>
  holds(statement, figure) && !isTold(statement, told) && !describesSource(view, statement, figure);

/** The voice that statements, all of which give their word, make together. */
export function voiceBy(article: Article, said: readonly Statement[]): Voice {
  const links = [...said].sort(outermost).map((statement) => ({
    statement,
    speaker: speakerOf(article, statement),
  }));
  const chain = distinct(links.flatMap((link) => [link, ...(fartherOf(article, link.statement) ?? [])]));
  const last = chain.at(-1);
  if (!last) return { ...outletVoice(article), statements: [] };
  return {
    chain: chain.map(({ speaker }) => speaker),
    originator: last.speaker.name,
    originatorKind: last.speaker.kind,
    ...saidOn(article, last.statement),
    statements: [...new Set(chain.map(({ statement }) => statement))],
  };
}

/** The statements that give their word: thoughts and the colons of headlines only where nobody says it. */
function weighed(held: readonly Statement[]): readonly Statement[] {
  const by = (test: (one: Statement) => boolean): readonly Statement[] => held.filter(test);
  const said = by(({ cueLemma }) => cueLemma !== ':' && weightOf(cueLemma) === 'said');
  const thought = said.length ? said : by(({ cueLemma }) => weightOf(cueLemma) === 'thought');
  return thought.length ? thought : by(({ cueLemma }) => cueLemma === ':');
}

/** Whose word a speaker passes on: "…, the paper reported, citing two officials", "quoted a doctor as saying". */
function fartherOf(article: Article, statement: Statement): readonly Link[] | null {
  const end = statement.cue.at(-1)?.end;
  if (end === undefined) return null;
  const rest = article.text.slice(end, end + FARTHER);
  const from = Math.max(0, end - FARTHER);
  const behind = speakerBehind(rest, inCueList('farther', statement.cueLemma));
  const found = behind ?? CITED.exec(article.text.slice(from, statement.cue[0]!.start));
  const text = (found?.[1] ?? found?.[2])?.trim().replace(/(?<=\p{Ll})[.'’-]+$/u, '');
  if (!found || !text) return null;
  const start = (behind ? end : from) + found.index + found[0].indexOf(text);
  const words = text.toLowerCase().split(/\s+/);
  const speaker = { start, end: start + text.length, name: text, text, kind: kindOf(words, [], false) };
  return [{ statement, speaker: { ...speaker, cue: 'cite', on: null } }];
}

const speakerBehind = (rest: string, quoted: boolean): RegExpExecArray | null => {
  if (!(quoted ? /saying|telling|reporting/ : /citing|quoting/).test(rest)) return null;
  return (quoted ? QUOTED : CITING).exec(rest);
};

/** How far behind a cue its sentence is looked through, in UTF-16 units. */
const FARTHER = 240;
/** A noun phrase without its article, up to a mark or a word that begins another clause. */
const PHRASE = String.raw`(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+)?((?:(?!(?:that|who|which|as|saying|said|were|was|are|is)\b)[\p{L}\p{N}][\p{L}\p{N}.'’-]*[ ]?){1,9})`;
const CITING = new RegExp(String.raw`^[^.!?\n]*?,\s+(?:citing|quoting)\s+${PHRASE}(?<! )`, 'u');
/** "Another driver, citing the police, said", "a paper, which cited the police, said", "Citing the police, a paper said". */
const CITED = new RegExp(
  String.raw`(?:,\s+(?:citing|quoting|(?:which|who)\s+(?:cited|quoted))\s+${PHRASE}(?<! ),\s*|(?:^|[.!?”"]\s+|\n)(?:Citing|Quoting)\s+${PHRASE}(?<! ),[^.!?\n,]*)$`,
  'u',
);
const QUOTED = new RegExp(String.raw`^\s+${PHRASE}(?<! )\s+as\s+(?:saying|telling|reporting)\b`, 'u');

/** The outlet's own voice: on the day of publication; a wire agency where no outlet is known. */
export function outletVoice(article: Article): Omit<Voice, 'statements'> {
  const wire = article.credits.find(({ role }) => role === 'wire')?.name;
  const originator = article.outlet ?? wire ?? hostOf(article) ?? nameOfFile(article.file);
  const on = article.published === null ? null : onDay(article.published);
  return { chain: [], originator, originatorKind: 'outlet', on, basis: 'words' };
}

function hostOf({ url }: Article): string | null {
  return url?.match(/^[a-z]+:\/\/(?:www\.)?([^/:]+)/i)?.[1] ?? null;
}

const holds = (statement: Statement, figure: Span): boolean =>
  statement.name !== null &&
  statement.confidence >= SURE &&
  statement.content.some((span) => contains(span, figure));

/** The figure is told of the speaker: "said the mayor, who has two sons". */
function describesSource(
  { tokens, sentence }: View,
  { source, cue, cueLemma, content }: Statement,
  figure: Span,
): boolean {
  if (content.length === 1 && content[0] === figure) return false;
  const first = source[0];
  if (!first || !contains(sentence, first) || figure.start < first.start) return false;
  if (cueLemma === 'accord' || cueLemma === ':') return false;
  const cues = new Set(cue.flatMap(({ start, end }) => [tokenAt(tokens, start), tokenAt(tokens, end - 1)]));
  let at = tokenAt(tokens, figure.start);
  for (let steps = 0; at >= 0 && steps < tokens.length && !cues.has(at); steps++) {
    if (contains(first, tokens[at]!)) return true;
    at = tokens[at]!.head;
  }
  return false;
}

/** The cue is a word that says what is counted: "the war has claimed 300 lives and displaced 2,000 people". */
const isTold = ({ cue }: Statement, told: readonly Span[]): boolean =>
  cue.some((span) => told.some((other) => overlaps(span, other)));

/** Whether somebody's words hold a figure without the one of which it is a part or an echo. */
export const saysApart = (
  statements: readonly Statement[],
  view: View,
  figure: Span,
  whole: Span,
  told: readonly Span[],
): boolean =>
  statements.some(
    (one) =>
      gives(one, view, figure, told) &&
      weightOf(one.cueLemma) === 'said' &&
      !one.content.some((span) => contains(span, whole)),
  );

const sizeOf = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0);

/** A statement that holds another's cue is outside it; else the longer content is. */
function outermost(a: Statement, b: Statement): number {
  const cueIn = (outer: Statement, inner: Statement) =>
    inner.cue.some((cue) => outer.content.some((span) => contains(span, cue)));
  if (cueIn(a, b) !== cueIn(b, a)) return cueIn(a, b) ? -1 : 1;
  return sizeOf(b) - sizeOf(a);
}

interface Link {
  readonly statement: Statement;
  readonly speaker: Speaker;
}

/** One link a speaker: "he said, adding that he had said" is one voice. */
function distinct(links: readonly Link[]): readonly Link[] {
  return links.filter(
    ({ speaker }, i) => links.findLastIndex((other) => other.speaker.name === speaker.name) === i,
  );
}

function speakerOf(article: Article, statement: Statement): Speaker {
  const source = statement.source[0] ?? statement.cue[0] ?? { start: 0, end: 0 };
  return {
    start: source.start,
    end: source.end,
    name: statement.name ?? article.text.slice(source.start, source.end),
    text: article.text.slice(source.start, source.end),
    kind: statement.kind,
    cue: statement.cueLemma,
    on: saidOn(article, statement).on,
  };
}

/** News says "said" of words spoken by its day; "had said" or "previously said" is of a day before. */
function saidOn(article: Article, { cue, cueLemma, on }: Statement): Pick<Voice, 'on' | 'basis'> {
  if (on !== null) return { on, basis: 'words' };
  const first = cue[0];
  if (!first || article.published === null) return { on: null, basis: 'habit' };
  const before = article.text.slice(Math.max(0, first.start - 24), first.end);
  if (
    cueLemma === 'count' ||
    !/\b(?:had|previously|earlier|first|initially|once|recently|later|last)\b/i.test(before)
  )
    return { on: onDay(article.published), basis: 'habit' };
  return { on: { from: null, to: addDays(article.published, -1) }, basis: 'before' };
}
