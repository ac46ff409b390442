import { attributesOf } from './attributes.ts';
import { continued } from './continued.ts';
import type { Draft } from './draft.ts';
import { learnedCues, readSpans, type ScoredCue, type SpanReader, spanReader } from './learned.ts';
import { twoLooks } from './looks.ts';
import { mended } from './mended.ts';
import { type ChainModel, statementModels } from './model.ts';
import { CLOSES, INSIDE, OPENS, type Passage, type Run } from './passage.ts';
import { ruleDrafts } from './rules.ts';

/** Least chance at which the learned reader's cue is taken. */
const THRESHOLD = 0.35;
/** Chance from which on a cue is sure. */
const SURE = 0.6;
/** Least chance of a cue that a rule sees too. */
const LEAST = 0.005;
/** Least confidence of a rule that stands where the learned reader sees no cue. */
const GUARD = 0.7;
/** What such a rule's confidence is worth, given that the learned reader saw none. */
const GUARD_WORTH = 0.7;

/**
 * All statements of a passage, in the order of their cues: the learned reader's, and those of the always-on rules where
 * it saw no cue. Without shipped models the rules stand alone.
 */
export function draftsOf(passage: Passage, models = statementModels()): readonly Draft[] {
  const rules = ruleDrafts(passage);
  const learned = learnedDrafts(passage, rules, models);
  const inOrder = [...(learned ?? rules)].sort((a, b) => a.cue.from - b.cue.from || a.cue.to - b.cue.to);
  return continued(passage, inOrder);
}

function learnedDrafts(
  passage: Passage,
  rules: readonly Draft[],
  models: ReadonlyMap<string, ChainModel>,
): readonly Draft[] | null {
  const cueModels = twoLooks(models, 'cue');
  const spanModels = twoLooks(models, 'span');
  if (!cueModels || !spanModels) return null;
  const attributes = attributesOf(passage);
  const colons = rules.filter((rule) => isColon(passage, rule));
  const byColon = covering(
    passage,
    colons.map(({ cue }) => cue),
  );
  const likely = learnedCues(attributes, cueModels, LEAST).filter((cue) => !byColon(cue));
  const cues = likely.filter(({ chance }) => chance >= THRESHOLD);
  const [isLikely, isCue] = [covering(passage, likely), covering(passage, cues)];
  const guards = rules.filter(
    ({ cue, confidence }) => confidence >= GUARD && !byColon(cue) && isLikely(cue) && !isCue(cue),
  );
  const ruleAt = new Map(rules.flatMap((rule) => tokensOf(rule.cue).map((token) => [token, rule])));
  const reader = spanReader(passage, spanModels, [...cues, ...guards.map(({ cue }) => cue)], attributes);
  return [
    ...cues.flatMap((cue) => learnedDraft(reader, cue, ruleAt)),
    ...guards.map((rule) => guarded(reader, rule)),
    ...colons,
  ];
}

/** A headline's colon is read by rule: which side speaks is told by length and form, of which the corpus has few. */
const isColon = ({ words }: Passage, { cue }: Draft): boolean => words[cue.from] === ':';

/** Whether a run shares a token with any of the given ones. */
function covering({ tokens }: Passage, runs: readonly Run[]): (run: Run) => boolean {
  const covered = new Uint8Array(tokens.length);
  for (const { from, to } of runs) covered.fill(1, from, to);
  return ({ from, to }) => covered.subarray(from, to).includes(1);
}

const tokensOf = ({ from, to }: Run): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

const touches = (a: Run, b: Run): boolean => a.from < b.to && b.from < a.to;

/**
 * Where no content is found, a sure cue has that of the rule that sees it, and its source unless one that holds it is found; without
 * a rule it is none.
 */
function learnedDraft(
  reader: SpanReader,
  cue: ScoredCue,
  ruleAt: ReadonlyMap<number, Draft>,
): readonly Draft[] {
  const { passage } = reader.attributes;
  const draft = mended(passage, besideCue(passage, readSpans(reader, cue)));
  const better = isNominal(reader, draft)
    ? undefined
    : tokensOf(cue).find((one) => ruleAt.get(one)?.source.length);
  if (better !== undefined) {
    const rule = ruleAt.get(better)!;
    return [withMarks(reader, { ...rule, cue: draft.cue }, rule.confidence * cue.chance)];
  }
  if (draft.content.length) return [withMarks(reader, draft, draft.confidence * cue.chance)];
  const token = cue.chance < SURE ? undefined : tokensOf(cue).find((one) => ruleAt.has(one));
  const rule = token === undefined ? undefined : ruleAt.get(token);
  if (!rule) return [];
  const [wide, narrow] = [draft.source[0], rule.source[0]];
  const source = wide && narrow && wide.from <= narrow.from && narrow.to <= wide.to ? [wide] : rule.source;
  return [withMarks(reader, { ...rule, source, cue: draft.cue }, rule.confidence * cue.chance)];
}

/** Whether a source may be one by its first word: "[seized] by the rebels in March" is nobody who speaks. */
function isNominal({ attributes: { passage } }: SpanReader, { source: [first] }: Draft): boolean {
  const token = first && passage.tokens[first.from];
  return !token || !/^VB[NDPZ]$/.test(token.xpos) || token.upos !== 'VERB' || token.deprel === 'amod';
}

/** "Forty dead, survivors say": in a headline, what stands between a comma and the cue speaks, not what stands before. */
function besideCue(passage: Passage, draft: Draft): Draft {
  const { words, tokens, paragraphs, paragraphOf } = passage;
  const { source, cue } = draft;
  const from = (source[0]?.to ?? cue.from) + 1;
  if (from >= cue.from || words[from - 1] !== ',' || !paragraphs[paragraphOf[cue.from]!]!.headline)
    return draft;
  const near = words.slice(from, cue.from);
  const speaks = /^(?:NOUN|PROPN)$/.test(tokens[cue.from - 1]!.upos) && !near.includes(',');
  return speaks ? { ...draft, source: [{ from, to: cue.from }] } : draft;
}

/** Contents with all of a quotation that they are part of, where the cue stands outside it, and its marks. */
function withMarks({ attributes: { passage } }: SpanReader, draft: Draft, confidence: number): Draft {
  const inside = passage.quoted[draft.cue.from] === INSIDE;
  const content: Run[] = [];
  for (const run of draft.content) {
    const whole = marked(passage, inside ? run : wholeQuotation(passage, run, draft.cue));
    const last = content.at(-1);
    if (last && last.to >= whole.from)
      content[content.length - 1] = { from: last.from, to: Math.max(last.to, whole.to) };
    else content.push(whole);
  }
  return { ...draft, content, confidence };
}

/** The run with the rest of the quotations at its two ends; the cue itself is never taken in. */
function wholeQuotation({ quoted, paragraphs, paragraphOf }: Passage, { from, to }: Run, cue: Run): Run {
  const { from: floor, to: ceiling } = paragraphs[paragraphOf[from]!]!;
  let start = from;
  if (quoted[from] === INSIDE) while (start > floor && quoted[start - 1] === INSIDE) start--;
  let end = to;
  if (quoted[to - 1] === INSIDE) while (end < ceiling && quoted[end] === INSIDE) end++;
  const whole = { from: start, to: end };
  return touches(whole, cue) ? { from, to } : whole;
}

function marked({ quoted, words }: Passage, { from, to }: Run): Run {
  const point = /^[,.!?…]$/.test(words[to] ?? '') ? 1 : 0;
  return {
    from: quoted[from - 1] === OPENS ? from - 1 : from,
    to: quoted[to + point] === CLOSES ? to + point + 1 : to,
  };
}

/** A rule's statement with the learned reader's source and content where it finds both. */
function guarded(reader: SpanReader, rule: Draft): Draft {
  const draft = readSpans(reader, rule.cue);
  const spans = draft.source.length && draft.content.length ? draft : rule;
  return withMarks(reader, spans, rule.confidence * GUARD_WORTH);
}
