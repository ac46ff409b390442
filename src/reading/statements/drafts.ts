import { attributesOf } from './attributes.ts';
import type { Draft } from './draft.ts';
import { learnedCues, readSpans, spanReader } from './learned.ts';
import { statementModels } from './model.ts';
import type { Passage } from './passage.ts';
import { ruleDrafts } from './rules.ts';

const THRESHOLD = 0.37;

/** All statements of a passage, in the order of their cues. */
export function draftsOf(passage: Passage): readonly Draft[] {
  return [...learnedDrafts(passage)].sort((a, b) => a.cue.from - b.cue.from || a.cue.to - b.cue.to);
}

function learnedDrafts(passage: Passage): readonly Draft[] {
  const models = statementModels();
  const cueModel = models.get('cue');
  const spanModel = models.get('span');
  if (!cueModel || !spanModel) return ruleDrafts(passage);
  const attributes = attributesOf(passage);
  const cues = learnedCues(attributes, cueModel, THRESHOLD);
  const reader = spanReader(passage, spanModel, cues, attributes);
  return cues.flatMap((cue) => {
    const draft = readSpans(reader, cue);
    return draft.content.length ? [{ ...draft, confidence: draft.confidence * cue.chance }] : [];
  });
}
