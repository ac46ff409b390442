import type { Sentence } from '../language/sentence.ts';
import type { Article } from '../text/article.ts';
import type { Interval } from '../text/interval.ts';
import { listed } from '../text/listed.ts';
import type { Span } from '../text/span.ts';
import type { Statement } from './statement.ts';
import type { Draft } from './statements/draft.ts';
import { draftsOf } from './statements/drafts.ts';
import { type Named, nameDrafts } from './statements/names.ts';
import { type Passage, passageOf, type Run } from './statements/passage.ts';
import { saidOn } from './statements/said-on.ts';
import { verbForm } from './statements/verbs.ts';
import type { Time } from './time.ts';

/**
 * Who is said to have said, thought or shown what, in the order of their cues. Statements within a statement's
 * content are given beside it. `times` must be in the order of the text.
 */
export function readStatements(
  article: Article,
  sentences: readonly Sentence[],
  times: readonly Time[],
): readonly Statement[] {
  const passage = passageOf(article, sentences);
  const drafts = draftsOf(passage);
  const named = nameDrafts(passage, drafts);
  const days = daysOf(passage, drafts, named, times);
  return listed(drafts, (draft, i) => ({
    source: spansOf(passage, draft.source),
    cue: spansOf(passage, [draft.cue]),
    content: spansOf(passage, draft.content),
    ...named[i]!,
    cueLemma: lemmaOf(passage, draft.cue),
    on: days[i]!,
    confidence: draft.confidence,
  }));
}

/** When each was said; a speaker who goes on in the same paragraph does so on the same day. */
function daysOf(
  passage: Passage,
  drafts: readonly Draft[],
  named: readonly Named[],
  times: readonly Time[],
): readonly (Interval | null)[] {
  const days: (Interval | null)[] = [];
  for (const [i, draft] of drafts.entries()) {
    const last = drafts[i - 1];
    const goesOn =
      last &&
      named[i]!.name === named[i - 1]!.name &&
      passage.paragraphOf[last.cue.from] === passage.paragraphOf[draft.cue.from];
    days.push(saidOn(passage, draft, times) ?? (goesOn ? days[i - 1]! : null));
  }
  return days;
}

const spansOf = ({ tokens }: Passage, runs: readonly Run[]): readonly Span[] =>
  listed(runs, ({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end }));

/** The dictionary form of a cue's main word: its first attributing verb, else its first verb that is no auxiliary, else its first word. */
function lemmaOf({ words, tokens }: Passage, { from, to }: Run): string {
  for (let i = from; i < to; i++) {
    const form = verbForm(words[i]!);
    if (form) return form.lemma;
  }
  if (words[from] === 'according') return 'accord';
  let main = from;
  while (main < to - 1 && tokens[main]!.upos !== 'VERB') main++;
  const at = tokens[main]!.upos === 'VERB' ? main : from;
  return tokens[at]!.lemma || words[from]!;
}
