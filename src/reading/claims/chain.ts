import { type Article, nameOfFile } from '../../text/article.ts';
import { addDays, type Interval, onDay } from '../../text/interval.ts';
import { contains, overlaps, type Span } from '../../text/span.ts';
import type { Speaker } from '../claim.ts';
import type { SpeakerKind, Statement } from '../statement.ts';

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

/** Cues of a wish, question or order: what they hold is nobody's word on a figure. */
const NO_WORD =
  /^(?:want|hope|wish|ask|agree|credit|have|know|do|raise|may|dismiss|urge|demand|call|need|order|plan|aim|try|wonder|inquire|question|request|instruct|invite|seek|refuse|blame)$/;
/** Least confidence at which a statement gives a speaker. */
const SURE = 0.3;

/** The chain of speakers over a figure, from the nearest, whose word the article gives, to the farthest. */
export function voiceOf(
  article: Article,
  statements: readonly Statement[],
  figure: Span,
  told: Span | null,
): Voice {
  const held = statements.filter((statement) => holds(statement, figure) && !isTold(statement, told));
  const worded = held.filter(({ cueLemma }) => cueLemma !== ':');
  const said = (worded.length ? [...worded] : [...held]).sort(outermost);
  const chain = distinct(said.map((statement) => ({ statement, speaker: speakerOf(article, statement) })));
  const last = chain.at(-1);
  const spoken = chain.map(({ statement }) => statement);
  if (!last) return { ...outletVoice(article), statements: [] };
  return {
    chain: chain.map(({ speaker }) => speaker),
    originator: last.speaker.name,
    originatorKind: last.speaker.kind,
    ...saidOn(article, last.statement),
    statements: spoken,
  };
}

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
  !NO_WORD.test(statement.cueLemma) &&
  statement.content.some((span) => contains(span, figure));

/** The cue is the word that says what is counted: "the war has claimed 300 lives". */
const isTold = ({ cue }: Statement, told: Span | null): boolean =>
  told !== null && cue.some((span) => overlaps(span, told));

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
function saidOn(article: Article, { cue, on }: Statement): Pick<Voice, 'on' | 'basis'> {
  if (on !== null) return { on, basis: 'words' };
  const first = cue[0];
  if (!first || article.published === null) return { on: null, basis: 'habit' };
  const before = article.text.slice(Math.max(0, first.start - 24), first.end);
  if (!/\b(?:had|previously|earlier|first|initially|once|recently|later|last)\b/i.test(before))
    return { on: onDay(article.published), basis: 'habit' };
  return { on: { from: null, to: addDays(article.published, -1) }, basis: 'before' };
}
