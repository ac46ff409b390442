import { type Given, readAddress, readBytes, type Taken } from '../intake/inputs.ts';
import type { Work } from '../pages/add.ts';
import { readInto } from '../pipeline.ts';
import { Refused } from './errors.ts';
import { MOST_MEGABYTES, type Site } from './site.ts';

/** What is to be added. */
export type Wanted =
  | { readonly kind: 'address'; readonly address: string; readonly given: Given }
  | { readonly kind: 'bytes'; readonly files: readonly Named[]; readonly given: Given };

export interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Adds what is wanted, one after the other, and tells how far each is. */
export interface Workshop {
  /** Starts, or puts in line. @throws Refused where too much is in line already */
  start(wanted: Wanted): Work;
  /** `null` for work that is not known, or long done. */
  of(id: string): Work | null;
}

const MOST_WAITING = 20;
/** Finished works are remembered so long as no more than these came after. */
const REMEMBERED = 100;
const FETCH_TIME = 20_000;

type Progress = Omit<Work, 'articles' | 'stories'> & { readonly found: readonly string[] };

export function workshop(site: Site): Workshop {
  const works = new Map<string, Progress>();
  let line: Promise<void> = Promise.resolve();
  return {
    start(wanted) {
      const waiting = [...works.values()].filter(({ state }) => state === 'reading').length;
      if (waiting >= MOST_WAITING)
        throw new Refused('too-busy', `${waiting} additions are waiting to be read; try again in a minute`);
      const id = site.chance();
      const total = wanted.kind === 'address' ? 1 : wanted.files.length;
      const first: Progress = {
        id,
        state: 'reading',
        words: 'Waiting for its turn',
        done: 0,
        total,
        problems: [],
        found: [],
      };
      works.set(id, first);
      for (const old of [...works.keys()].slice(0, Math.max(0, works.size - REMEMBERED))) works.delete(old);
      const tell = (news: Partial<Progress>): void => void works.set(id, { ...works.get(id)!, ...news });
      line = line.then(() =>
        add(site, wanted, tell).catch((error) => {
          site.onError(error);
          tell({ state: 'failed', words: 'The server failed while reading; its log has the reason.' });
        }),
      );
      return shown(site, first);
    },
    of: (id) => {
      const progress = works.get(id);
      return progress ? shown(site, progress) : null;
    },
  };
}

/** The stories are looked up as they are now: what came later may have joined them. */
function shown({ store }: Site, { found, ...progress }: Progress): Work {
  const stories = found.length ? store.stories(store.storiesWith(found)) : [];
  return {
    ...progress,
    articles: store.articles(found),
    stories: stories.map(({ id, title }) => ({ id, title })),
  };
}

async function add(site: Site, wanted: Wanted, tell: (news: Partial<Progress>) => void): Promise<void> {
  tell({ words: wanted.kind === 'address' ? 'Fetching the page' : 'Reading' });
  const { reader, store } = site;
  let done = 0;
  const { articles, added, problems } = await readInto(store, takenOf(site, wanted), {
    ...(reader && { reader }),
    onProgress: ({ step, done: n }) => {
      done = step === 'read' ? n : done;
      tell({ words: step === 'read' ? 'Reading' : 'Settling the stories', done });
    },
  });
  const known = articles.length - added;
  const words = [
    `${added} new`,
    ...(known ? [`${known} known before`] : []),
    ...(problems.length ? [`${problems.length} with problems`] : []),
  ].join(', ');
  tell({ state: articles.length ? 'done' : 'failed', words: `${words}.`, done, problems, found: articles });
}

async function* takenOf({ allowPrivate }: Site, wanted: Wanted): AsyncGenerator<Taken> {
  if (wanted.kind === 'bytes') {
    for (const { name, bytes } of wanted.files) yield* readBytes(bytes, name, wanted.given);
    return;
  }
  const { address, given } = wanted;
  const fetch = {
    allowPrivate: allowPrivate ?? false,
    timeout: FETCH_TIME,
    mostBytes: MOST_MEGABYTES * 1_000_000,
  };
  yield* readAddress(address, given, fetch);
}
