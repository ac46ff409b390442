import { isDeepStrictEqual } from 'node:util';
import { retake } from './intake/retake.ts';
import type { Assertion, Entry, Ledger, Question } from './ledger/ledger.ts';
import { ledgerOf, type Shelved } from './pipeline.ts';
import type { Store } from './store/store.ts';

/** One thing that does not hold. */
export interface Fault {
  /** The file, story or question where it is. */
  readonly place: string;
  readonly reason: string;
}

/** What a check came to. */
export interface Checked {
  readonly articles: number;
  readonly claims: number;
  readonly stories: number;
  readonly faults: readonly Fault[];
}

/**
 * Holds a store against itself: every article against its bytes, every span against its article, every figure of each
 * ledger back to its claims, every number against the claims that it was drawn from; names what stands on nothing.
 */
export function check(store: Store): Checked {
  const ids = store.ids();
  const stories = store.stories();
  let claims = 0;
  const faults: Fault[] = store.damage().map((reason) => ({ place: 'the store', reason }));
  for (const { what, id, lacks } of store.orphans())
    faults.push({ place: `${what} ${id}`, reason: `lacks ${lacks}` });
  for (const id of ids) {
    const shelved = store.article(id);
    claims += shelved.claims.length;
    faults.push(...bytesFaults(store, id, shelved), ...spanFaults(shelved));
  }
  for (const { id } of stories) faults.push(...ledgerFaults(store, store.ledger(id)));
  return { articles: ids.length, claims, stories: stories.length, faults };
}

/** The article is what its bytes give. */
function bytesFaults(store: Store, id: string, { article }: Shelved): readonly Fault[] {
  const fault = (reason: string): readonly Fault[] => [{ place: article.file, reason }];
  try {
    const again = retake(store.capture(id), article.file).flatMap((taken) =>
      taken.kind === 'article' ? [taken.article] : [],
    )[0];
    if (!again) return fault('its bytes give no article');
    if (again.id !== id) return fault(`its bytes are those of article ${again.id}, not ${id}`);
    return again.text === article.text
      ? []
      : fault('its text is not what its bytes give; hearsay reread renews what an older version took');
  } catch (error) {
    return fault(`its bytes cannot be read: ${(error as Error).message}`);
  }
}

/** Every record pinned to the words that it shows, and blocks that cover the text without gap. */
function spanFaults({ article, claims, responses }: Shelved): readonly Fault[] {
  const { text, file } = article;
  const faults: Fault[] = [];
  const hold = (what: string, start: number, end: number, words?: string): void => {
    if (!(start >= 0 && start <= end && end <= text.length))
      faults.push({ place: `${file}:${start}`, reason: `${what} ends outside the text` });
    else if (words !== undefined && text.slice(start, end) !== words)
      faults.push({
        place: `${file}:${start}`,
        reason: `${what} is ${JSON.stringify(words)}, the text has ${JSON.stringify(text.slice(start, end))}`,
      });
  };
  let at = 0;
  for (const { start, end } of article.blocks) {
    if (start !== at) faults.push({ place: `${file}:${at}`, reason: 'the blocks leave a gap or overlap' });
    at = end;
  }
  if (article.blocks.length && at !== text.length)
    faults.push({ place: `${file}:${at}`, reason: 'the blocks do not reach the end of the text' });
  for (const { figure, chain, sentence } of claims) {
    hold('a figure', figure.start, figure.end, figure.text);
    hold('a sentence', sentence.start, sentence.end);
    for (const speaker of chain) hold('a speaker', speaker.start, speaker.end, speaker.text);
  }
  for (const { start, end } of responses) hold('a response', start, end);
  return faults;
}

/** Every figure back to its claims, and the ledger as the claims give it. */
function ledgerFaults(store: Store, ledger: Ledger): readonly Fault[] {
  const { story } = ledger;
  const shelved = story.articles.filter((id) => store.has(id)).map((id) => store.article(id));
  const faults = [...storyFaults(ledger, shelved), ...chainFaults(ledger)];
  if (faults.length || !shelved.length) return faults;
  const drawn = ledgerOf(story, shelved, ledger, undefined);
  return (['questions', 'assertions', 'entries', 'responses'] as const).flatMap((part) =>
    differences(story.id, part, ledger[part], drawn[part]),
  );
}

function storyFaults({ story, entries, rejected }: Ledger, shelved: readonly Shelved[]): readonly Fault[] {
  const place = `story ${story.id}`;
  const here = new Set(shelved.map(({ article }) => article.id));
  const claims = new Map(shelved.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim])));
  const told = new Set([...entries, ...rejected].map(({ id }) => id));
  return [
    ...story.articles
      .filter((id) => !here.has(id))
      .map((id) => ({ place, reason: `its article ${id} is missing` })),
    ...[...claims.values()]
      .filter(({ id, single }) => !told.has(id) && !single)
      .map(({ id }) => ({ place, reason: `claim ${id} is in no question` })),
    ...[...told]
      .filter((id) => !claims.has(id))
      .map((id) => ({ place, reason: `claim ${id} is in no article` })),
  ];
}

/** Claims, assertions and questions name each other. */
function chainFaults({ questions, assertions, entries }: Ledger): readonly Fault[] {
  const byQuestion = new Map(questions.map((question) => [question.id, question]));
  const byAssertion = new Map(assertions.map((assertion) => [assertion.id, assertion]));
  const byClaim = new Map(entries.map((entry) => [entry.id, entry]));
  return [
    ...entries.flatMap((entry) => entryFaults(entry, byQuestion, byAssertion)),
    ...assertions.flatMap((assertion) => assertionFaults(assertion, byQuestion, byClaim)),
    ...questions.flatMap(({ id, assertions: named }) =>
      named
        .filter((one) => byAssertion.get(one)?.question !== id)
        .map((one) => ({ place: `question ${id}`, reason: `assertion ${one} does not answer it` })),
    ),
  ];
}

function entryFaults(
  { id, question, assertion }: Entry,
  questions: ReadonlyMap<string, Question>,
  assertions: ReadonlyMap<string, Assertion>,
): readonly Fault[] {
  const place = `claim ${id}`;
  if (!questions.has(question)) return [{ place, reason: `its question ${question} is missing` }];
  return assertions.get(assertion)?.claims.includes(id)
    ? []
    : [{ place, reason: `assertion ${assertion} does not rest on it` }];
}

function assertionFaults(
  { id, question, claims, figure }: Assertion,
  questions: ReadonlyMap<string, Question>,
  entries: ReadonlyMap<string, Entry>,
): readonly Fault[] {
  const place = `assertion ${id}`;
  if (!questions.get(question)?.assertions.includes(id))
    return [{ place, reason: `question ${question} does not name it` }];
  const carried = claims.flatMap((claim) => entries.get(claim) ?? []);
  if (carried.length < claims.length || !claims.length)
    return [
      { place, reason: `${claims.length - carried.length} of its ${claims.length} claims are missing` },
    ];
  return carried.some(({ figure: said }) => said.low === figure.low && said.high === figure.high)
    ? []
    : [{ place, reason: `none of its claims says ${figure.low ?? '…'} to ${figure.high ?? '…'}` }];
}

/** What the store says otherwise than its claims do when the ledger is drawn from them again. */
function differences(
  story: string,
  part: string,
  kept: readonly { readonly id: string }[],
  drawn: readonly { readonly id: string }[],
): readonly Fault[] {
  const plain = (values: readonly { readonly id: string }[]) =>
    new Map(values.map((value) => [value.id, JSON.parse(JSON.stringify(value)) as unknown]));
  const [one, other] = [plain(kept), plain(drawn)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((id) => !isDeepStrictEqual(one.get(id), other.get(id)))
    .map((id) => ({
      place: `story ${story}`,
      reason: `${part}: ${id} ${!one.has(id) ? 'is missing' : !other.has(id) ? 'rests on no claims' : 'is not what its claims give'}`,
    }));
}
