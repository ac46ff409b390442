import { parentPort, workerData } from 'node:worker_threads';
import { readAlone } from './pipeline.ts';
import type { Answer, ThreadData } from './readers.ts';
import type { Article } from './text/article.ts';
import { addLexicon } from './text/lexicon.ts';

/** One thread of `readers.ts`: an article in, what was read from it out. */
const { lexicon } = workerData as ThreadData;
if (lexicon !== undefined) addLexicon(lexicon);
parentPort!.on('message', (article: Article) => parentPort!.postMessage(answerTo(article)));

function answerTo(article: Article): Answer {
  try {
    return { read: readAlone(article) };
  } catch (error) {
    return { error: `${article.file}: ${(error as Error).message}` };
  }
}
