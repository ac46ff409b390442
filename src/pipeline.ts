import { isDeepStrictEqual } from 'node:util';
import type { Taken } from './intake/inputs.ts';
import type { Problem } from './intake/problem.ts';
import { retake } from './intake/retake.ts';
import type { Source } from './intake/source.ts';
import { buildLedger } from './ledger/build.ts';
import type { Codebook } from './ledger/codebook.ts';
import type { ArticleFacts, Ledger } from './ledger/ledger.ts';
import type { Claim, Response } from './reading/claim.ts';
import { knowsLanguage } from './reading/languages.ts';
import { readArticle } from './reading/read.ts';
import { copyOf } from './stories/copies.ts';
import { datesFor } from './stories/dates.ts';
import { groupStories, type Link, linkOf } from './stories/group.ts';
import { type Profile, profileOf } from './stories/profile.ts';
import type { Copy, Story } from './stories/story.ts';
import { type Article, isReport, type State } from './text/article.ts';
import type { Correction, Proposed } from './text/correction.ts';
import type { Day } from './text/interval.ts';

/** An article with what was read from it, as a shelf keeps it. */
export interface Shelved {
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly responses: readonly Response[];
}

/** The bytes that an article was taken from, with what else it takes to read them again. */
export interface Capture {
  readonly bytes: Uint8Array;
  /** `null` for one that was kept before sources were. */
  readonly source: Source | null;
}

/** Articles that links join, or the user, directly or through others. */
export interface Component {
  readonly profiles: readonly Profile[];
  readonly links: readonly Link[];
  readonly copies: readonly Copy[];
  /** The user's corrections that stand and bear on any of the articles. */
  readonly corrections: readonly Correction[];
}

/** What the recipe asks of a store. `src/store/` implements it; a test's suite holds for every implementation. */
export interface Shelf {
  /** Runs `work` whole or not at all. */
  transaction<T>(work: () => T): T;
  has(article: string): boolean;
  /** Keeps one more file name under which the article was found. */
  addCapture(file: string, article: string): void;
  /** Keeps a new article, unsettled, with its capture. */
  add(shelved: Shelved, profile: Profile, capture: Capture): void;
  /** Profiles of the other articles that share a key with this one. */
  candidates(profile: Profile): readonly Profile[];
  link(a: string, b: string, link: Link | null, copy: Copy | null): void;
  /** An unsettled article's component; `null` once all are settled. */
  nextUnsettled(): Component | null;
  article(id: string): Shelved;
  /** Replaces what was read from an article. */
  reread(shelved: Shelved): void;
  /** The capture of an article that the shelf holds. */
  capture(article: string): Capture;
  /** Ids of all articles, sorted. */
  ids(): readonly string[];
  /** Replaces an article and its profile; it loses its links, and it and those that it was linked to are unsettled. */
  renew(shelved: Shelved, profile: Profile): void;
  /** Replaces the stories of these articles and settles them. */
  settle(articles: readonly string[], ledgers: readonly Ledger[]): void;
  /**
   * Keeps a user's correction; the articles that it bears on are unsettled.
   * @throws Error quoting what is wrong with the request, or the id that the store does not hold
   */
  addCorrection(proposed: Proposed): Correction;
  /**
   * Lets a correction stand no more; the articles that it bore on are unsettled. Undoing it again changes nothing.
   * @throws Error where there is no correction of that id
   */
  undoCorrection(id: string, at: string): Correction;
}

/** What is kept of an article beside itself. */
export interface Read {
  readonly claims: readonly Claim[];
  readonly responses: readonly Response[];
  readonly profile: Profile;
}

/** What is kept of an article; a pure function of it and the lexicons. */
export function readAlone(article: Article): Read {
  const { claims, responses } = readArticle(article);
  return { claims, responses, profile: profileOf(isReport(article) ? article : emptied(article), claims) };
}

/** Error pages and walls have the same words on every site: no story and no copy is to be told by them. */
const emptied = (article: Article): Article => ({
  ...article,
  blocks: article.blocks.map((block) => ({ ...block, kept: false })),
});

/** What reading inputs came to. */
export interface Outcome {
  /** Ids of the articles found in the inputs, new or known, in order of arrival. */
  readonly articles: readonly string[];
  readonly added: number;
  /** How many articles of each language are kept unread, as there is no reader for it. */
  readonly unread: ReadonlyMap<string, number>;
  /** How many captures are no whole reports, by what they are. */
  readonly states: ReadonlyMap<State, number>;
  readonly problems: readonly Problem[];
}

export interface Options {
  readonly codebook?: Codebook;
  /** Reads articles, any number at once; in this thread and one by one where not given. */
  readonly reader?: (article: Article) => Promise<Read>;
  /** Told after each batch kept, and after each settled component. */
  readonly onProgress?: (progress: {
    readonly step: 'read' | 'settle';
    readonly done: number;
    readonly file: string;
  }) => void;
}

/** Articles kept in one transaction; twice as many are on their way, which a kill loses and the next run reads again. */
const BATCH = 64;

/**
 * The main job: reads every input that the shelf does not know yet, links it to what is there, and renews the ledgers
 * of the stories that it touches. The shelf's content depends on the set of articles alone.
 */
export async function readInto(
  shelf: Shelf,
  inputs: AsyncIterable<Taken>,
  options: Options = {},
): Promise<Outcome> {
  const reader = options.reader ?? (async (article: Article) => readAlone(article));
  const articles: string[] = [];
  const problems: Problem[] = [];
  const queue: Queued[] = [];
  const unread = new Map<string, number>();
  const states = new Map<State, number>();
  let added = 0;
  let kept = 0;
  const keepBatch = async (): Promise<void> => {
    const batch = await Promise.all(queue.splice(0, BATCH).map(arrived));
    added += shelf.transaction(() => batch.filter((one) => keep(shelf, one)).length);
    kept += batch.length;
    options.onProgress?.({ step: 'read', done: kept, file: batch.at(-1)!.article.file });
  };
  for await (const taken of inputs) {
    if (taken.kind === 'problem') {
      problems.push(taken.problem);
      continue;
    }
    const { article, bytes, source } = taken;
    articles.push(article.id);
    if (article.state) states.set(article.state, (states.get(article.state) ?? 0) + 1);
    if (isReport(article) && !knowsLanguage(article))
      unread.set(article.language, (unread.get(article.language) ?? 0) + 1);
    const read = shelf.has(article.id) ? null : reader(article);
    read?.catch(() => undefined); // it is awaited with its batch, which throws
    queue.push({ article, capture: { bytes, source }, read });
    if (queue.length === 2 * BATCH) await keepBatch();
  }
  while (queue.length) await keepBatch();
  settleAll(shelf, options);
  return { articles: [...new Set(articles)], added, unread, states, problems };
}

/** An article on its way to the shelf; `read` is `null` where the shelf has it. */
interface Queued {
  readonly article: Article;
  readonly capture: Capture;
  readonly read: Promise<Read> | null;
}

const arrived = async ({ article, capture, read }: Queued) => ({ article, capture, read: await read });

/** Whether the input brought a new article. */
function keep(shelf: Shelf, { article, capture, read }: Awaited<ReturnType<typeof arrived>>): boolean {
  if (read === null || shelf.has(article.id)) {
    shelf.addCapture(article.file, article.id);
    return false;
  }
  const { claims, responses, profile } = read;
  shelf.add({ article, claims, responses }, profile, capture);
  shelf.addCapture(article.file, article.id);
  linkTo(shelf, profile);
  return true;
}

/** Links an article to those on the shelf that share a key with it. */
function linkTo(shelf: Shelf, profile: Profile): void {
  for (const other of shelf.candidates(profile)) {
    const [a, b] = profile.id < other.id ? [profile, other] : [other, profile];
    const link = linkOf(a, b);
    const copy = copyOf(a, b);
    if (link || copy) shelf.link(a.id, b.id, link, copy);
  }
}

/** What reading captures anew came to. */
export interface Renewal {
  readonly articles: number;
  /** How many of them are otherwise than they were. */
  readonly changed: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads every capture on the shelf again, as a newer version or other lexicons may read it otherwise, and renews the stories
 * of those that changed. Ids, corrections and captures stay.
 */
export function rereadAll(shelf: Shelf, options: Options = {}): Renewal {
  const ids = shelf.ids();
  const problems: Problem[] = [];
  let changed = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    shelf.transaction(() => {
      for (const id of batch) if (rereadOne(shelf, id, problems)) changed++;
    });
    options.onProgress?.({ step: 'read', done: at + batch.length, file: '' });
  }
  settleAll(shelf, options);
  return { articles: ids.length, changed, problems };
}

/** Whether the article is otherwise than it was. */
function rereadOne(shelf: Shelf, id: string, problems: Problem[]): boolean {
  const before = shelf.article(id);
  const taken = retake(shelf.capture(id), before.article.file);
  const article = taken.flatMap((one) =>
    one.kind === 'article' && one.article.id === id ? [one.article] : [],
  )[0];
  if (!article) {
    const { file } = before.article;
    const reason = taken.flatMap((one) => (one.kind === 'problem' ? [one.problem.reason] : []))[0];
    problems.push({ file, place: null, reason: `${reason ?? 'gives no article'}; it stays as it was` });
    return false;
  }
  const inferred = before.article.publishedBasis === 'inferred' && article.published === null;
  const { published, publishedBasis } = inferred ? before.article : article;
  const { claims, responses } = readArticle({ ...article, published, publishedBasis });
  const after = { article: { ...article, published, publishedBasis }, claims, responses };
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(after)), before)) return false;
  const read = readAlone(article);
  shelf.renew({ article, claims: read.claims, responses: read.responses }, read.profile);
  linkTo(shelf, read.profile);
  return true;
}

/** Keeps a user's correction and renews the stories that it bears on. @throws Error as `Shelf.addCorrection` does */
export function correct(shelf: Shelf, proposed: Proposed): Correction {
  const correction = shelf.transaction(() => shelf.addCorrection(proposed));
  settleAll(shelf);
  return correction;
}

/** Undoes a user's correction and renews the stories that it bore on. @throws Error as `Shelf.undoCorrection` does */
export function undo(shelf: Shelf, id: string, at: string): Correction {
  const correction = shelf.transaction(() => shelf.undoCorrection(id, at));
  settleAll(shelf);
  return correction;
}

/** Renews the stories and ledgers of every component that has an unsettled article. */
export function settleAll(shelf: Shelf, options: Options = {}): void {
  let done = 0;
  for (;;) {
    const settled = shelf.transaction(() => settleNext(shelf, options.codebook));
    if (!settled) return;
    done += settled;
    options.onProgress?.({ step: 'settle', done, file: '' });
  }
}

function settleNext(shelf: Shelf, codebook: Codebook | undefined): number {
  const component = shelf.nextUnsettled();
  if (!component) return 0;
  const { profiles, links, copies, corrections } = component;
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const ledgers = groupStories(profiles, links, copies, corrections).map((story) => {
    const members = story.articles.map((id) => byId.get(id)!);
    const inside = new Set(story.articles);
    const own = copies.filter((copy) => inside.has(copy.from) && inside.has(copy.to));
    const bearing = corrections.filter(({ articles }) => articles.some((id) => inside.has(id)));
    return ledgerOf(
      story,
      dated(shelf, members, datesFor(members)),
      { copies: own, corrections: bearing },
      codebook,
    );
  });
  shelf.settle([...byId.keys()], ledgers);
  return profiles.length;
}

/** The story's articles, those without a stated day read again against the day that their siblings give. */
function dated(
  shelf: Shelf,
  profiles: readonly Profile[],
  days: ReadonlyMap<string, Day>,
): readonly Shelved[] {
  return profiles.map(({ id }) => {
    const shelved = shelf.article(id);
    const { published, publishedBasis } = shelved.article;
    const day = days.get(id) ?? null;
    if ((publishedBasis !== 'inferred' && published !== null) || day === published) return shelved;
    const article: Article = {
      ...shelved.article,
      published: day,
      publishedBasis: day === null ? null : 'inferred',
    };
    const { claims, responses } = readArticle(article);
    const renewed = { article, claims, responses };
    shelf.reread(renewed);
    return renewed;
  });
}

/** A story's ledger from what was read of its articles. */
export function ledgerOf(
  story: Story,
  shelved: readonly Shelved[],
  { copies, corrections }: Pick<Ledger, 'copies' | 'corrections'>,
  codebook: Codebook | undefined,
): Ledger {
  return buildLedger({
    story: withDays(story, shelved),
    articles: shelved.map(({ article }) => factsOf(article)),
    claims: shelved.flatMap(({ claims }) => claims),
    responses: shelved.flatMap(({ responses }) => responses),
    copies,
    corrections,
    ...(codebook && { codebook }),
  });
}

function factsOf({ id, file, title, outlet, published, credits }: Article): ArticleFacts {
  return { id, file, title, outlet, published, credits };
}

/** The story from its first to its last publication day, inferred ones included. */
function withDays(story: Story, shelved: readonly Shelved[]): Story {
  const days = shelved.flatMap(({ article }) => article.published ?? []).sort();
  return { ...story, from: days[0] ?? null, to: days.at(-1) ?? null };
}
