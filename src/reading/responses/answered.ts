import type { Claim } from '../claim.ts';
import type { Passage } from '../statements/passage.ts';
import type { Match } from './patterns.ts';

const REACH = 5;

/**
 * Ids of the claims that a response is about: those of its own sentence, else those of the nearest sentence before it,
 * at most five away, that holds claims by others; and every claim of the article that puts the same figure on the same
 * measure, as its headline does.
 */
export function answeredBy(
  passage: Passage,
  match: Match,
  name: string,
  claims: readonly Claim[],
): readonly string[] {
  const number = passage.sentenceOf[match.from]!;
  const bySentence = (at: number): readonly Claim[] => {
    const { from, to } = passage.sentences[at]!;
    const start = passage.tokens[from]!.start;
    const end = passage.tokens[to - 1]!.end;
    return claims.filter(
      ({ figure, originator }) =>
        figure.start >= start && figure.end <= end && (originator !== name || match.stance === 'no-evidence'),
    );
  };
  const answers = match.stance !== 'confirms';
  const told = match.stance === 'denies' ? toldOf(passage, match) : null;
  for (let at = number; at >= Math.max(0, answers ? number - REACH : number); at--) {
    const near = bySentence(at);
    if (near.length && at < number && told && !near.some((claim) => isOf(passage, claim, told))) return [];
    if (near.length) return [...near, ...alike(near, claims)].map(({ id }) => id);
  }
  return [];
}

/** The lemmas of the clause that a denial gives for what it denies: "denied that inspections were cut"; `null` for none. */
function toldOf(
  { words, tokens, sentences, sentenceOf }: Passage,
  { from, to }: Match,
): ReadonlySet<string> | null {
  if (words[to] !== 'that' && words[to - 1] !== 'that') return null;
  const end = sentences[sentenceOf[from]!]!.to;
  const lemmas = tokens
    .slice(to, end)
    .flatMap(({ upos, lemma }) => (/^(?:NOUN|VERB|NUM)$/.test(upos) ? [lemma.toLowerCase()] : []));
  return lemmas.length ? new Set(lemmas) : null;
}

/** Whether a denial's clause speaks of what a claim's sentence does, or of claims as such. */
function isOf({ tokens }: Passage, { sentence }: Claim, told: ReadonlySet<string>): boolean {
  if ([...told].some((lemma) => CLAIMS.has(lemma))) return true;
  return tokens.some(
    ({ start, end, upos, lemma }) =>
      start >= sentence.start &&
      end <= sentence.end &&
      /^(?:NOUN|VERB|NUM)$/.test(upos) &&
      told.has(lemma.toLowerCase()),
  );
}

/** What is denied, whatever it says. */
const CLAIMS = new Set([
  'claim',
  'figure',
  'report',
  'toll',
  'number',
  'accusation',
  'allegation',
  'loss',
  'casualty',
  'kill',
  'die',
]);

const alike = (near: readonly Claim[], claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    (claim) =>
      !near.includes(claim) &&
      near.some(
        ({ measure, figure, originator }) =>
          measure === claim.measure &&
          originator === claim.originator &&
          figure.low === claim.figure.low &&
          figure.high === claim.figure.high,
      ),
  );
