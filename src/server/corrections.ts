import { Hono } from 'hono';
import { correctionRecord } from '../export/records.ts';
import type { Ledger } from '../ledger/ledger.ts';
import {
  joinOriginators,
  mergeStories,
  partOriginator,
  splitStory,
  type Wish,
  wrongClaim,
} from '../ledger/propose.ts';
import { correctAssertionBody, correctionsBody, correctStoryBody } from '../pages/corrections.ts';
import { documentOf } from '../pages/document.ts';
import { correct, undo } from '../pipeline.ts';
import type { Correction, CorrectionKind } from '../text/correction.ts';
import { Refused } from './errors.ts';
import { type Context, idIn, type Site } from './site.ts';
import { storyOf } from './stories.ts';

/** Other stories that the form offers to choose from. */
const OFFERED = 100;
const MOST_NOTE = 2000;

export function correctionRoutes(site: Site): Hono {
  const { store } = site;
  const app = new Hono();
  app.get('/corrections', (context) =>
    context.html(
      documentOf({ title: 'Corrections', here: '/corrections', body: correctionsBody(store.corrections()) }),
    ),
  );
  app.get('/corrections.jsonl', (context) =>
    context.body(
      store
        .corrections()
        .map((one) => `${JSON.stringify(correctionRecord(one))}\n`)
        .join(''),
      200,
      {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': 'attachment; filename="corrections.jsonl"',
      },
    ),
  );
  app.get('/correct/story/:id', (context) => {
    const story = storyOf(site, idIn(context));
    const others = store
      .latestStories(0, OFFERED)
      .found.map((one) => one.story)
      .filter(({ id }) => id !== story.id);
    const body = correctStoryBody({ story }, store.articles(story.articles), others);
    return context.html(documentOf({ title: 'Correct this story', body }));
  });
  app.get('/correct/assertion/:id', (context) => context.html(assertionForm(site, context)));
  app.post('/corrections', async (context) => {
    const form = await context.req.formData().catch(() => {
      throw new Refused('bad-request', 'the form could not be read');
    });
    const all = (name: string): readonly string[] => form.getAll(name).map(String);
    const correction = make(site, {
      kind: String(form.get('kind') ?? ''),
      stories: all('story'),
      articles: all('article'),
      claims: all('claim'),
      note: String(form.get('note') ?? ''),
    });
    return context.redirect(`/corrections#x-${correction.id}`, 303);
  });
  app.post('/corrections/:id/undo', (context) => {
    undoOne(site, idIn(context));
    return context.redirect('/corrections', 303);
  });
  return app;
}

/** A correction in words of ids, as a form or the API sends it. */
export interface AskedCorrection {
  readonly kind: string;
  readonly stories: readonly string[];
  readonly articles: readonly string[];
  readonly claims: readonly string[];
  readonly note: string;
}

/** Keeps the correction and renews what it bears on. @throws Refused quoting what cannot be done */
export function make(site: Site, asked: AskedCorrection): Correction {
  const note = asked.note.trim();
  if (note.length > MOST_NOTE)
    throw new Refused(
      'bad-request',
      `the note is ${note.length} characters long; at most ${MOST_NOTE} are kept`,
    );
  return refusing(() => correct(site.store, { ...wishOf(site, asked), note, at: site.now() }));
}

/** @throws Refused where there is no such correction */
export const undoOne = (site: Site, id: string): Correction =>
  refusing(() => undo(site.store, id, site.now()));

/** What the store and the rules refuse is the request's fault. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('bad-request', (error as Error).message);
  }
}

function wishOf(site: Site, { kind, stories, articles, claims }: AskedCorrection): Wish {
  const story = (words: string) =>
    storyOf(
      site,
      words
        .trim()
        .replace(/^.*\/story\//, '')
        .replace(/[/?#].*$/, ''),
    );
  const need = (some: readonly string[], least: number, what: string): void => {
    if (some.length < least)
      throw new Refused('bad-request', `${kind} needs ${what}; choose at least ${least}`);
  };
  const wishes: Readonly<Record<CorrectionKind, () => Wish>> = {
    'merge-stories': () => {
      need(stories, 2, 'stories');
      return mergeStories(stories.map(story));
    },
    'split-story': () => {
      need(stories, 1, 'a story');
      need(articles, 1, 'articles');
      return splitStory(story(stories[0]!), articles);
    },
    'join-originators': () => {
      need(claims, 2, 'a claim of each originator');
      return joinOriginators(ledgerWith(site, claims), claims);
    },
    'part-originator': () => {
      need(claims, 1, 'claims');
      return partOriginator(ledgerWith(site, claims), claims);
    },
    'wrong-claim': () => {
      need(claims, 1, 'a claim');
      return wrongClaim({ id: claims[0]! });
    },
  };
  if (!Object.hasOwn(wishes, kind))
    throw new Refused(
      'bad-request',
      `there is no correction ${JSON.stringify(kind.slice(0, 40))}; use one of ${Object.keys(wishes).join(', ')}`,
    );
  return wishes[kind as CorrectionKind]();
}

/** The ledger that holds the first of the claims. */
function ledgerWith({ store }: Site, claims: readonly string[]): Ledger {
  const entry = store.entry(claims[0]!);
  if (!entry) throw new Refused('bad-request', `no ledger has a claim ${JSON.stringify(claims[0])}`);
  return store.ledger(entry.story);
}

function assertionForm({ store }: Site, context: Context): string {
  const id = idIn(context);
  const [assertion] = store.assertions([id]);
  const place = store.placeOf('assertion', id);
  const question = place && store.questionsOf(place.story).find((one) => one.id === place.question);
  if (!assertion || !question)
    throw new Refused('not-found', `no ledger has an assertion ${JSON.stringify(id)}`);
  const entries = assertion.claims.flatMap((claim) => store.entry(claim) ?? []);
  const others = store
    .assertionsOf(question.story)
    .filter(({ originator }) => originator !== assertion.originator);
  const originators = [...Map.groupBy(others, ({ originator }) => originator)]
    .map(([name, some]) => ({ name, claim: some[0]!.claims[0]! }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const articles = new Map(store.articles(assertion.articles).map((article) => [article.id, article]));
  const body = correctAssertionBody({ assertion, question, entries, originators, articles });
  return documentOf({ title: 'Correct', body });
}
