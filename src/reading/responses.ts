import type { Sentence } from '../language/sentence.ts';
import type { Article } from '../text/article.ts';
import { idOf } from '../text/id.ts';
import type { Claim, Response } from './claim.ts';
import { answeredBy } from './responses/answered.ts';
import { type Match, stancesIn } from './responses/patterns.ts';
import { responderOf } from './responses/responder.ts';
import type { Statement } from './statement.ts';
import type { Draft } from './statements/draft.ts';
import { type Named, nameDrafts } from './statements/names.ts';
import { type Passage, passageOf, type Run } from './statements/passage.ts';

/**
 * Who denies, declines to comment on, confirms or cannot verify what others claim, and who gives no evidence, in the
 * order of the text. A stance that nobody named takes ("it was not possible to verify") is the outlet's own.
 */
export function readResponses(
  article: Article,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  claims: readonly Claim[],
): readonly Response[] {
  const passage = passageOf(article, sentences);
  const matches = passage.sentences.flatMap((sentence) => stancesIn(passage, sentence));
  if (!matches.length) return [];
  const spoken = statements.map((statement) => draftOf(passage, statement));
  const taken = matches.flatMap((match) => {
    const draft = responderOf(passage, match, spoken);
    return draft === undefined ? [] : [{ match, draft }];
  });
  const named = namesOf(
    passage,
    spoken,
    taken.flatMap(({ draft }) => draft ?? []),
  );
  const own = outletOf(article);
  return once(
    taken.flatMap(({ match, draft }) => {
      const who = draft ? named.get(draft) : own;
      return who?.name ? [responseOf(passage, match, toOutlet(who, own), claims)] : [];
    }),
  );
}

/** A statement's draft, back in tokens. */
function draftOf(passage: Passage, { source, cue, content, confidence }: Statement): Draft {
  const runs = (spans: Statement['source']): readonly Run[] =>
    spans.map(({ start, end }) => ({ from: tokenAt(passage, start), to: tokenAt(passage, end - 1) + 1 }));
  return {
    source: runs(source),
    cue: runs(cue)[0] ?? { from: 0, to: 0 },
    content: runs(content),
    confidence,
  };
}

/** The token that holds an offset, or the last one before it. */
function tokenAt({ tokens }: Passage, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Names of the responders, given all who speak before them. */
function namesOf(
  passage: Passage,
  spoken: readonly Draft[],
  taken: readonly Draft[],
): ReadonlyMap<Draft, Named> {
  const all = [...spoken, ...taken].sort((a, b) => a.cue.from - b.cue.from);
  const named = nameDrafts(passage, all);
  return new Map(all.map((draft, i) => [draft, named[i]!]));
}

/** The report's own voice: the agency whose text it is, else the outlet. */
function outletOf({ outlet, credits }: Article): Named {
  const wire = credits.find(({ role }) => role === 'wire')?.name;
  return { name: wire ?? outlet ?? 'the outlet', kind: 'outlet' };
}

const toOutlet = (who: Named, own: Named): Named =>
  who.kind === 'media' && own.name?.includes(who.name ?? own.name) ? { ...who, kind: 'outlet' } : who;

function responseOf(passage: Passage, match: Match, who: Named, claims: readonly Claim[]): Response {
  const { article, tokens } = passage;
  const start = tokens[match.from]!.start;
  return {
    id: idOf('response', article.id, String(start)),
    file: article.file,
    article: article.id,
    stance: match.stance,
    name: who.name ?? '',
    kind: who.kind,
    claims: answeredBy(passage, match, who.name ?? '', claims),
    start,
    end: tokens[match.to - 1]!.end,
  };
}

/** One response for each stance that somebody takes in a sentence. */
function once(responses: readonly Response[]): readonly Response[] {
  return responses.filter(
    (response, i) =>
      !responses
        .slice(Math.max(0, i - 3), i)
        .some(
          ({ stance, name, end }) =>
            stance === response.stance && name === response.name && response.start - end < 40,
        ),
  );
}
