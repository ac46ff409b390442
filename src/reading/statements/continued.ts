import type { Draft } from './draft.ts';
import { CLOSES, INSIDE, OPENS, OUTSIDE, type Passage, type Run } from './passage.ts';
import { verbForm } from './verbs.ts';

/**
 * The statements, of which those that are quoted go on in the paragraphs behind theirs that are one quotation without a
 * speaker of their own.
 */
export function continued(passage: Passage, drafts: readonly Draft[]): readonly Draft[] {
  const byParagraph = Map.groupBy(drafts, ({ cue }) => passage.paragraphOf[cue.from]!);
  const more = new Map<Draft, readonly Run[]>();
  let speaking: Draft | null = null;
  for (const [number, paragraph] of passage.paragraphs.entries()) {
    const near = [number - 1, number].flatMap((at) => byParagraph.get(at) ?? []);
    const spoken = near.filter(
      ({ cue }) => cue.from >= paragraph.from && passage.quoted[cue.from] === OUTSIDE,
    );
    if (speaking && !spoken.length && isQuotation(passage, paragraph) && !isTaken(near, paragraph)) {
      more.set(speaking, [...(more.get(speaking) ?? []), { from: paragraph.from, to: paragraph.to }]);
      continue;
    }
    const last = spoken.at(-1);
    speaking = last && quotes(passage, last) ? last : null;
  }
  return drafts.map((draft) => {
    const runs = more.get(draft);
    return runs ? { ...draft, content: [...draft.content, ...runs] } : draft;
  });
}

/** Whether a paragraph opens with a mark and no word of it stands outside quotation marks. */
function isQuotation({ quoted, tokens }: Passage, { from, to }: Run): boolean {
  if (quoted[from] !== OPENS) return false;
  for (let i = from; i < to; i++)
    if (quoted[i] === OUTSIDE && /[\p{L}\p{N}]/u.test(tokens[i]!.text)) return false;
  return true;
}

/** Whether a statement from elsewhere already holds the paragraph. */
const isTaken = (drafts: readonly Draft[], paragraph: Run): boolean =>
  drafts.some(({ content }) => content.some(({ from, to }) => from <= paragraph.from && paragraph.from < to));

/** Whether somebody named is quoted with a verb of speech. */
const quotes = ({ words, quoted }: Passage, { cue, source, content }: Draft): boolean =>
  source.length > 0 &&
  content.some(({ from, to }) =>
    quoted.subarray(from, to).some((state) => state === INSIDE || state === CLOSES),
  ) &&
  words.slice(cue.from, cue.to).some((word) => verbForm(word)?.classes.includes('speech'));
