import { attributesOf } from './attributes.ts';
import type { Draft } from './draft.ts';
import { learnedCues, readSpans, type ScoredCue, type SpanReader, spanReader } from './learned.ts';
import { statementModels } from './model.ts';
import type { Passage, Run } from './passage.ts';
import { ruleDrafts } from './rules.ts';

/** Least chance at which the learned reader's cue is taken. */
const THRESHOLD = 0.37;
/** Least confidence of a rule that stands where the learned reader sees no cue. */
const GUARD = 0.7;
/** What such a rule's confidence is worth, given that the learned reader saw none. */
const GUARD_WORTH = 0.7;

/**
 * All statements of a passage, in the order of their cues: the learned reader's, and those of the always-on rules where
 * it saw no cue. Without shipped models the rules stand alone.
 */
export function draftsOf(passage: Passage): readonly Draft[] {
  const rules = ruleDrafts(passage);
  const learned = learnedDrafts(passage, rules);
  return [...(learned ?? rules)].sort((a, b) => a.cue.from - b.cue.from || a.cue.to - b.cue.to);
}

function learnedDrafts(passage: Passage, rules: readonly Draft[]): readonly Draft[] | null {
  const models = statementModels();
  const cueModel = models.get('cue');
  const spanModel = models.get('span');
  if (!cueModel || !spanModel) return null;
  const attributes = attributesOf(passage);
  const cues = learnedCues(attributes, cueModel, THRESHOLD);
  const guards = rules.filter(
    (rule) => rule.confidence >= GUARD && !cues.some((cue) => touches(cue, rule.cue)),
  );
  const reader = spanReader(passage, spanModel, [...cues, ...guards.map(({ cue }) => cue)], attributes);
  return [
    ...cues.flatMap((cue) => learnedDraft(reader, cue)),
    ...guards.map((rule) => guarded(reader, rule)),
  ];
}

const touches = (a: Run, b: Run): boolean => a.from < b.to && b.from < a.to;

/** A cue that has no content is none. */
function learnedDraft(reader: SpanReader, cue: ScoredCue): readonly Draft[] {
  const draft = readSpans(reader, cue);
  return draft.content.length ? [{ ...draft, confidence: draft.confidence * cue.chance }] : [];
}

/** A rule's statement with the learned reader's source and content where it finds both. */
function guarded(reader: SpanReader, rule: Draft): Draft {
  const draft = readSpans(reader, rule.cue);
  const spans = draft.source.length && draft.content.length ? draft : rule;
  return { ...spans, confidence: rule.confidence * GUARD_WORTH };
}
