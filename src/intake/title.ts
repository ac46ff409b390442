import { daysIn } from './days.ts';
import { folded, type Passage } from './passage.ts';

/** The title, and the passage that shows it. */
export interface Title {
  readonly title: string | null;
  readonly at: number | null;
}

/** More words than this make a sentence, not a headline. */
const MOST_WORDS = 30;

/**
 * Finds a capture's headline.
 * @param open indexes of the passages before the running text of which nothing is known yet
 * @param stated the title where the capture's record states it
 * @param shared how much of a passage the running text says too
 * @param header index of an export's "host | day" line, -1 for none: what stands above it is the title
 */
export function titleOf(
  passages: readonly Passage[],
  open: readonly number[],
  stated: string | null,
  shared: (index: number) => number,
  header: number,
): Title {
  if (stated)
    return { title: stated, at: open.find((i) => folded(passages[i]!.words) === folded(stated)) ?? null };
  if (header === 1 && passages[0]!.count <= 60) return shown(passages, 0);
  const candidates = open.filter((i) => isCandidate(passages[i]!));
  let best: number | null = null;
  let most = -1;
  for (const i of candidates) {
    const score = scoreOf(passages, candidates, i, shared(i));
    if (score > most) [best, most] = [i, score];
  }
  return best === null ? { title: null, at: null } : shown(passages, best);
}

const shown = (passages: readonly Passage[], at: number): Title => ({
  title: passages[at]!.words.replace(/\s+/g, ' '),
  at,
});

const isCandidate = ({ count, words }: Passage): boolean =>
  count >= 3 &&
  count <= MOST_WORDS &&
  words.length < 600 &&
  daysIn(words).length === 0 &&
  !/[,;:]$/.test(words) &&
  !/[^.]\.["”’)]*$/.test(words);

/** Shared words speak for a headline, and so do a repeat and an early place. */
function scoreOf(
  passages: readonly Passage[],
  candidates: readonly number[],
  i: number,
  shared: number,
): number {
  const own = folded(passages[i]!.words);
  const repeats = candidates.filter((j) => j !== i && folded(passages[j]!.words) === own).length;
  const place = candidates.indexOf(i);
  return shared + Math.min(repeats, 2) * 0.3 - place * 0.08;
}
