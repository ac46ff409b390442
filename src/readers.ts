import { Worker } from 'node:worker_threads';
import { type Read, readAlone } from './pipeline.ts';
import type { Article } from './text/article.ts';

/** Reads articles in several threads; close it when done, or the process waits. */
export interface Readers {
  /** @throws what reading the article threw, or that a thread has ended */
  read(article: Article): Promise<Read>;
  close(): Promise<void>;
}

/** What a thread is started with. */
export interface ThreadData {
  readonly lexicon: string | undefined;
}

/** What a thread answers to an article. */
export type Answer = { readonly read: Read } | { readonly error: string };

interface Task {
  readonly article: Article;
  readonly settle: (answer: Answer) => void;
}

/** Articles read in this thread before others are started: they take a second to load their models. */
const ALONE = 32;
const THREAD = new URL(`./reader-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/**
 * Threads that read articles, each one at a time; what they give does not depend on how many there are.
 * @param count how many; below 2 all is read in this thread
 * @param lexicon the user's lexicon folder, if there is one
 * @param alone how many articles to read in this thread first
 */
export function openReaders(count: number, lexicon: string | undefined, alone: number = ALONE): Readers {
  const threads: Thread[] = [];
  const waiting: Task[] = [];
  let left = count < 2 ? Number.POSITIVE_INFINITY : alone;
  const next = (thread: Thread): void => {
    const task = waiting.shift();
    if (task) thread.take(task, next);
  };
  return {
    async read(article) {
      if (left-- > 0) return readAlone(article);
      if (!threads.length)
        threads.push(...Array.from({ length: count }, () => openThread({ lexicon } satisfies ThreadData)));
      const answer = await new Promise<Answer>((settle) => {
        waiting.push({ article, settle });
        const idle = threads.find((thread) => thread.idle());
        if (idle) next(idle);
      });
      if ('error' in answer) throw new Error(answer.error);
      return answer.read;
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

interface Thread {
  idle(): boolean;
  take(task: Task, then: (thread: Thread) => void): void;
  close(): Promise<unknown>;
}

function openThread(workerData: ThreadData): Thread {
  const worker = new Worker(THREAD, { workerData });
  let answered: ((answer: Answer) => void) | null = null;
  let ended: string | null = null;
  const end = (reason: string): void => {
    ended ??= reason;
    answered?.({ error: ended });
  };
  worker.on('message', (answer: Answer) => answered?.(answer));
  worker.on('error', (error: Error) => end(`a reading thread has failed: ${error.message}`));
  worker.on('exit', (code) => end(`a reading thread has ended with status ${code}`));
  const thread: Thread = {
    idle: () => answered === null,
    take({ article, settle }, then) {
      answered = (answer) => {
        answered = null;
        settle(answer);
        then(thread);
      };
      if (ended) answered({ error: ended });
      else worker.postMessage(article);
    },
    close: () => worker.terminate(),
  };
  return thread;
}
