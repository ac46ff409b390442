import type { Draft } from './draft.ts';
import type { Phrase, View } from './view.ts';

/** How far up the tree a relative clause is looked for. */
const CLIMB = 8;

/**
 * Whether a figure only tells which one is meant, so that what is said of it does not hedge it: "the gunman who killed five
 * was known to police", "the six senators who voted against it".
 */
export function isPresupposed(view: View, phrase: Phrase): boolean {
  return isKnownGroup(view, phrase) || tellsWhich(view, phrase);
}

/** "the six senators who voted": a definite group that a clause describes. */
function isKnownGroup({ tokens, words }: View, { first, head, end }: Phrase): boolean {
  return (
    words[first - 1] === 'the' &&
    (tokens.some((token) => token.head === head && token.deprel === 'acl:relcl') ||
      /^(?:who|whom|whose)$/.test(words[end + 1] ?? ''))
  );
}

/** "the gunman who killed five": a clause that describes somebody or something definite. */
function tellsWhich({ tokens }: View, { last }: Phrase): boolean {
  let at = last;
  for (let steps = 0; at >= 0 && steps < CLIMB; steps++, at = tokens[at]!.head) {
    if (tokens[at]!.deprel !== 'acl:relcl') continue;
    const noun = tokens[at]!.head;
    return tokens.some(
      ({ head, deprel, lemma }) =>
        head === noun && (deprel === 'nmod:poss' || (deprel === 'det' && /^(?:the|this|that)$/.test(lemma))),
    );
  }
  return false;
}

/**
 * Whether every single word that a cue matches stands in a clause that tells nothing of the figure: "half of those held for their
 * alleged part in it were freed", "more than the firm first estimated".
 */
export function standsApart(
  view: View,
  { phrase, measured }: Pick<Draft, 'phrase' | 'measured'>,
  cue: RegExp,
): boolean {
  const { tokens, words } = view;
  const found = words.flatMap((word, i) => (cue.test(word) ? [i] : []));
  if (!found.length) return false;
  const own = new Set(pathOf(view, phrase.last));
  if (measured.at >= 0 && measured.role !== 'none') for (const at of pathOf(view, measured.at)) own.add(at);
  return found.every((word) =>
    pathOf(view, word).some((at) => {
      const { deprel, head } = tokens[at]!;
      const described =
        deprel === 'acl:relcl' && (head === phrase.head || head === phrase.last || words[head] === 'what');
      return SIDE.test(deprel) && !own.has(at) && !described;
    }),
  );
}

/** Clauses that are told aside. */
const SIDE = /^(?:acl|advcl)/;

/** A token and those over it in the tree. */
function pathOf({ tokens }: View, from: number): readonly number[] {
  const path: number[] = [];
  for (let at = from; at >= 0 && path.length < 2 * CLIMB; at = tokens[at]!.head) path.push(at);
  return path;
}
