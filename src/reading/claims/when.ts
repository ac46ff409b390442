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

/** How near to its cue a time stands that says when somebody spoke, in UTF-16 units. */
const NEAR = 30;

/** The times of a sentence that may date its figures: not those on which somebody spoke. */
export function ownTimes(view: View, statements: readonly Statement[], voice: Voice | null): readonly Time[] {
  if (!view.times.length) return [];
  const { start, end } = view.sentence;
  const innermost = voice?.statements.at(-1);
  const spoken = statements.filter(({ cue }) => cue.some((span) => span.start >= start && span.end <= end));
  return view.times.filter((time) => {
    if (innermost?.content.some((span) => contains(span, time)) && innermost.confidence > 0.5) return true;
    return !spoken.some((statement) => datesCue(view, time, statement));
  });
}

/** Whether a time says when the cue's words were spoken: it is near, or hangs on the cue in the tree. */
function datesCue(view: View, time: Time, statement: Statement): boolean {
  const { cue, on, content } = statement;
  if (view.words[tokenAt(view.tokens, time.start) - 1] === 'since' || endsContent(time, statement))
    return false;
  const inside = content.some((span) => contains(span, time));
  const near = cue.some((span) => time.start - span.end < NEAR && span.start - time.end < NEAR);
  if (near && !inside && on !== null && on.from === time.from && on.to === time.to) return true;
  const verb = verbOver(view, tokenAt(view.tokens, time.end - 1));
  return near && verb >= 0 && cue.some((span) => contains(span, view.tokens[verb]!));
}

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
      (isStart(time, article.text) || !isOther(view, phrase, measured, time)),
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
  return event && { from: event.from, to: event.to, text: event.text };
}

/** Whether a figure's verb tells of counting, so that its time is the count's: "the toll rose to 12 on Friday", "put losses at 12". */
export function isCounting(view: View, { last }: Phrase, { role }: Measured): boolean {
  if (role === 'toll') return true;
  const verb = verbOver(view, last);
  return verb >= 0 && clauses().reckoning.has(view.tokens[verb]!.lemma);
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

const isEvent = ({ from, to, type }: Time): boolean =>
  type !== 'DURATION' && from !== null && to !== null && dayNumber(to) - dayNumber(from) <= LONGEST_EVENT;

/** The nearest time, one that dates the measuring verb itself before all others. */
function nearestTime(times: readonly Time[], view: View, phrase: Phrase, { at }: Measured): Time | null {
  const { figure } = phrase;
  const verb = at < 0 ? -1 : verbOver(view, at);
  let best: Time | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const own = verb >= 0 && verbOver(view, tokenAt(view.tokens, time.end - 1)) === verb;
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
function isOther(view: View, phrase: Phrase, { at }: Measured, time: Time): boolean {
  const { head, last } = phrase;
  if (at >= 0 && pastVerb(view, phrase, at, tokenAt(view.tokens, time.start))) return true;
  const noun = head >= 0 ? head : last;
  const verb = verbOver(view, tokenAt(view.tokens, time.end - 1));
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
    if (/^VB[ND]$/.test(tokens[i]!.xpos)) return i !== at && !opensWith(view, i, SAME_EVENT);
  return false;
}

/** Whether a token hangs, at whatever depth, on another. */
function isUnder({ tokens }: View, from: number, over: number): boolean {
  for (let at = from, steps = 0; at >= 0 && steps < 12; steps++, at = tokens[at]!.head)
    if (at === over) return true;
  return false;
}
