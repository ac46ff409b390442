import type { Article } from '../../text/article.ts';
import { dayNumber } from '../../text/interval.ts';
import { contains } from '../../text/span.ts';
import type { Scope, When } from '../claim.ts';
import type { Statement } from '../statement.ts';
import type { Time } from '../time.ts';
import type { Voice } from './chain.ts';
import { unreal } from './clause.ts';
import { clauses, isEventNoun } from './clauses.ts';
import type { Measured } from './measure.ts';
import { speechVerbs } from './spoken.ts';
import { type Phrase, tokenAt, type View } from './view.ts';

/** A span of days longer than this dates no single event, in days. */
const LONGEST_EVENT = 370;

/** A statement no surer than this dates nothing by a cue that is no verb of speech. */
const DOUBTFUL = 0.75;

/** How near to its cue a time stands that says when somebody spoke, in UTF-16 units. */
const NEAR = 30;

/** The times of a sentence that may date its figures: not those on which somebody spoke. */
export function ownTimes(view: View, statements: readonly Statement[], voice: Voice | null): readonly Time[] {
  if (!view.times.length) return [];
  const { start, end } = view.sentence;
  const innermost = voice?.statements.at(-1);
  const spoken = statements.filter(
    (statement) =>
      statement.cue.some((span) => span.start >= start && span.end <= end) &&
      (statement.confidence > DOUBTFUL || speechVerbs().has(statement.cueLemma)),
  );
  return view.times.filter((time) => {
    if (spoken.some((statement) => isMeanwhile(view, time, statement))) return false;
    if (innermost?.content.some((span) => contains(span, time)) && innermost.confidence > 0.5) return true;
    return !spoken.some((statement) => datesCue(view, time, statement));
  });
}

/** Whether a time says when the cue's words were spoken: it is near, or hangs on the cue in the tree. */
function datesCue(view: View, time: Time, statement: Statement): boolean {
  const { cue, on, content, cueLemma } = statement;
  if (isPossessive(view, time) || isOfEvent(view, time)) return false;
  if (view.words[tokenAt(view.tokens, time.start) - 1] === 'since' || endsContent(time, statement))
    return false;
  const inside = content.some((span) => contains(span, time));
  const near = cue.some((span) => time.start - span.end < NEAR && span.start - time.end < NEAR);
  const said = on !== null && on.from === time.from && on.to === time.to;
  if (near && !inside && said && speechVerbs().has(cueLemma)) return true;
  const verb = verbOver(view, tokenAt(view.tokens, time.end - 1));
  return near && verb >= 0 && cue.some((span) => contains(span, view.tokens[verb]!));
}

/** "12 were killed, they said as dawn broke on Saturday": a clause behind the cue tells when it was said. */
function isMeanwhile(view: View, time: Time, { cue }: Statement): boolean {
  const { tokens } = view;
  const verb = verbOver(view, tokenAt(tokens, time.end - 1));
  if (verb < 0 || !/^(?:advcl|ccomp)$/.test(tokens[verb]!.deprel) || !opensWith(view, verb, MEANWHILE))
    return false;
  const said = tokens[verb]!.head;
  if (said > verb || !cue.some((span) => contains(span, tokens[said]!))) return false;
  return (
    tokens[said]!.deprel === 'parataxis' ||
    tokens.some(({ head, deprel, index }) => head === said && deprel === 'ccomp' && index < said)
  );
}

const MEANWHILE = /^(?:as|when|while)$/;

/** "Thursday's release": the time of the noun. */
const isPossessive = ({ tokens, words }: View, time: Time): boolean =>
  /^['’]s?$/.test(words[tokenAt(tokens, time.end - 1) + 1] ?? '');

/** "… sank on Monday, the ministry said": what stands after the content's start and before the speaker is content. */
function endsContent(time: Time, { source, cue, content }: Statement): boolean {
  const speaker = Math.min(...[...source, ...cue].map(({ start }) => start));
  return time.end <= speaker && content.some(({ start, end }) => start < time.start && end <= speaker);
}

/** The time that a figure is about, by its scope; `null` where the sentence does not tell. */
export function whenOf(
  article: Article,
  view: View,
  phrase: Phrase,
  measured: Measured,
  scope: Scope,
  times: readonly Time[],
  voice: Voice,
): When | null {
  const until = voice.on?.to ?? article.published;
  const dated = times.filter(
    (time) =>
      time.type !== 'SET' &&
      (time.from !== null || time.to !== null) &&
      ((scope === 'cumulative' && isStart(time, article.text)) || !isOther(view, phrase, measured, time)),
  );
  if (scope === 'state' || scope === 'rate') return stateOf(article, dated, until, voice);
  if (scope === 'cumulative') {
    const starts = dated.filter((time) => isStart(time, article.text));
    return cumulative(
      nearestTime(starts.length ? starts : dated, view, phrase, measured),
      until,
      article.text,
    );
  }
  const planned = article.published && dated.find((time) => isPlanned(time, article.published ?? ''));
  if (planned) return planOf(planned, article.published ?? '');
  const event = nearestTime(dated.filter(isEvent), view, phrase, measured);
  return event && told(view, measured, event, article.published);
}

/**
 * A time as a claim's day. Where a verb of the past has it, a date without a year lies behind: "pleaded guilty to the Nov. 22
 * raid that killed 12", said in October.
 */
function told(view: View, { at, role }: Measured, { from, to, text }: Time, published: string | null): When {
  const past = role !== 'none' && at >= 0 && view.tokens[at]!.xpos === 'VBD';
  const ahead = published !== null && from !== null && from > published;
  return past && ahead && DATED.test(text) && !/\d{4}/.test(text)
    ? { from: yearBefore(from), to: to && yearBefore(to), text }
    : { from, to, text };
}

/** A month, with or without its day. */
const DATED = /^(?:early |mid-?|late )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28');

/** Whether a figure's verb tells of counting, so that its time is the count's: "the toll rose to 12 on Friday", "put losses at 12". */
export function isCounting(view: View, { last }: Phrase, { role, at }: Measured, when: When | null): boolean {
  const time = when && view.times.find(({ text, from }) => text === when.text && from === when.from);
  if (time && isOfEvent(view, time)) return false;
  if (time && isAsOf(view, time)) return true;
  if (role === 'toll') return at < 0 || !clauses().losing.has(view.words[verbOver(view, at)] ?? '');
  const verb = verbOver(view, last);
  return verb >= 0 && clauses().reckoning.has(view.tokens[verb]!.lemma);
}

/** "the weekend battle", "Monday's raid", "the raid on Monday": the time of an event's noun. */
export function isOfEvent({ tokens, words }: View, time: Time): boolean {
  let at = tokenAt(tokens, time.end - 1);
  for (let steps = 0; at >= 0 && steps < 3; steps++) {
    if (!/^(?:compound|nmod|amod|nummod|flat)/.test(tokens[at]!.deprel)) return false;
    at = tokens[at]!.head;
    if (at >= 0 && isEventNoun(words[at]!)) return true;
  }
  return false;
}

/** "as of Monday": the day until which was counted. */
export function isAsOf({ tokens, words }: View, time: Time): boolean {
  const first = tokenAt(tokens, time.start);
  return words[first - 1] === 'of' && words[first - 2] === 'as';
}

/** "rose", "put", "stood": a time of such a verb dates no event. */
export const isCountingVerb = ({ tokens, words }: View, verb: number): boolean =>
  verb >= 0 && (clauses().toll.has(words[verb]!) || clauses().reckoning.has(tokens[verb]!.lemma));

/** A state holds on its day, from the start that its words give: "stationed there since August". */
function stateOf(article: Article, times: readonly Time[], until: string | null, voice: Voice): When | null {
  const start = times.find((time) => isStart(time, article.text));
  if (start && until !== null) return { from: start.from, to: until, text: start.text };
  const day = times.find((time) => isDay(time) && (until === null || time.to! <= until));
  if (day) return { from: day.from, to: day.to, text: day.text };
  if (voice.on) return { from: voice.on.from, to: voice.on.to, text: '' };
  return article.published === null ? null : { from: article.published, to: article.published, text: '' };
}

/** Whether a time follows "since". */
const isStart = ({ start, from, text: words }: Time, text: string): boolean =>
  from !== null &&
  (/^since\b/i.test(words) ||
    SINCE.test(text.slice(Math.max(0, start - 80), start)) ||
    BEGAN.test(text.slice(Math.max(0, start - 200), start)));

/** "since", with a few words of the event that the time dates: "since the invasion began in". */
const SINCE = /\bsince\s+(?:[\w'’-]+\s+){0,10}$/i;

/** "Since fighting between the army and the rebels, who …, began in". */
const BEGAN =
  /\bsince\s[^.;:]{0,160}\b(?:began|begun|started|erupted|broke out|resumed)\s+(?:in|on)\s+(?:the\s+)?$/i;

/** A running total starts where its words say, else is open, and ends when it was said. */
function cumulative(time: Time | null, until: string | null, text: string): When | null {
  if (!time) return until === null ? null : { from: null, to: until, text: '' };
  if (isStart(time, text)) return { from: time.from, to: until, text: time.text };
  if (time.from !== null && time.to !== null) return { from: time.from, to: time.to, text: time.text };
  return { from: time.from, to: time.to ?? until, text: time.text };
}

/** "by the end of 2027", "over the next two years": a time ahead may be long, and a limit is open from now. */
const isPlanned = ({ to, from, relation, type }: Time, published: string): boolean =>
  to !== null &&
  to > published &&
  dayNumber(to) - dayNumber(published) > 1 &&
  (relation === 'by' || relation === 'until' || (type === 'DURATION' && from !== null && from >= published));

const planOf = ({ from, to, text, relation }: Time, published: string): When =>
  relation === 'by' || relation === 'until' ? { from: published, to, text } : { from, to, text };

/** "were still missing late on Monday": a day of its own. */
const isDay = ({ from, to, type }: Time): boolean => type !== 'DURATION' && from !== null && from === to;

const isEvent = ({ from, to, type, relation }: Time): boolean =>
  from !== null &&
  to !== null &&
  (type === 'DURATION' ? relation === 'in' : dayNumber(to) - dayNumber(from) <= LONGEST_EVENT);

/** The nearest time, one that dates the measuring verb itself before all others. */
function nearestTime(times: readonly Time[], view: View, phrase: Phrase, { at }: Measured): Time | null {
  const { figure } = phrase;
  const verb = at < 0 ? -1 : verbOver(view, at);
  const counting = isCountingVerb(view, verb);
  let best: Time | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const own =
      isOfEvent(view, time) ||
      (verb >= 0 && !counting && verbOver(view, tokenAt(view.tokens, time.end - 1)) === verb);
    const distance = time.start >= figure.end ? time.start - figure.end : 1.3 * (figure.start - time.end);
    if (distance + (own ? 0 : AWAY) < least) [best, least] = [time, distance + (own ? 0 : AWAY)];
  }
  return best;
}

/** What a time of another verb is further away than one of the measuring verb, in UTF-16 units. */
const AWAY = 60;

/** The verb under which a token stands in the tree, itself included; -1 for none. */
export function verbOver({ tokens }: View, from: number): number {
  let at = from;
  for (let steps = 0; at >= 0 && steps < 8; steps++) {
    if (tokens[at]!.upos === 'VERB') return at;
    at = tokens[at]!.head;
  }
  return -1;
}

/** Whether a time belongs to what only describes the counted: "girls [kidnapped two years ago] were freed". */
function isOther(view: View, phrase: Phrase, { at, role }: Measured, time: Time): boolean {
  const { head, last } = phrase;
  const verb = verbOver(view, tokenAt(view.tokens, time.end - 1));
  const named = at >= 0 && view.tokens[at]!.upos === 'NOUN';
  if (named && verb >= 0 && verb === verbOver(view, at)) return false;
  const lost = verb >= 0 && role === 'toll' ? view.tokens[chainHead(view.tokens, verb)]!.head : -1;
  if (lost >= 0 && lost === head) return false;
  if (at >= 0 && pastVerb(view, phrase, at, tokenAt(view.tokens, time.start))) return true;
  const noun = head >= 0 ? head : last;
  if (verb < 0 || at < 0 || verb === at || verb === noun) return false;
  const { deprel, head: over } = view.tokens[verb]!;
  if (unreal(view, verb) > 0 && isUnder(view, at, verb)) return true;
  if (/^acl/.test(deprel))
    return over === noun || (over >= 0 && !isEventNoun(view.words[over]!) && !isUnder(view, at, verb));
  const apart =
    /^(?:advcl|parataxis)$/.test(deprel) &&
    view.tokens.some((token) => token.head === verb && /^nsubj/.test(token.deprel)) &&
    !(
      (isUnder(view, verb, at) || (tellsOfIt(view, verb, at) && isUnder(view, at, over))) &&
      opensWith(view, verb, SAME_EVENT)
    );
  return apart && !isUnder(view, at, verb);
}

/** A clause that follows what it is said of, or that comes first and is not of the speaking: "When it sank on Monday, 20 died, he said". */
const tellsOfIt = ({ tokens }: View, verb: number, at: number): boolean =>
  verb > at || !speechVerbs().has(tokens[verb]!.lemma);

/** "were killed [when shells hit a market on Thursday]": such clauses tell of the same event. */
const SAME_EVENT = /^(?:when|as|after|where)$/;

const opensWith = ({ tokens, words }: View, verb: number, opener: RegExp): boolean =>
  tokens.some(
    ({ head, deprel }, i) => head === verb && /^(?:mark|advmod)$/.test(deprel) && opener.test(words[i]!),
  );

/** Whether a participle stands between a figure and a time that is not its measuring verb, nor follows that. */
function pastVerb(view: View, { end }: Phrase, at: number, time: number): boolean {
  const { tokens } = view;
  if (time <= end || (at > end && at < time)) return false;
  for (let i = time - 1; i > end; i--)
    if (/^VB[ND]$/.test(tokens[i]!.xpos) && !isJoined(view, i, at))
      return i !== at && !opensWith(view, i, SAME_EVENT);
  return false;
}

/** "killed three and [wounded] a boy late on Monday": a time after verbs that are joined is of all of them. */
function isJoined({ tokens }: View, verb: number, other: number): boolean {
  const [first, second] = [chainHead(tokens, verb), chainHead(tokens, other)];
  return first === second;
}

/** The first of the words that are joined to one another. */
function chainHead(tokens: View['tokens'], from: number): number {
  let at = from;
  for (let steps = 0; steps < 6 && tokens[at]!.deprel === 'conj' && tokens[at]!.head >= 0; steps++)
    at = tokens[at]!.head;
  return at;
}

/** Whether a token hangs, at whatever depth, on another. */
function isUnder({ tokens }: View, from: number, over: number): boolean {
  for (let at = from, steps = 0; at >= 0 && steps < 12; steps++, at = tokens[at]!.head)
    if (at === over) return true;
  return false;
}
