import { rereadAll } from '../pipeline.ts';
import type { Command } from './command.ts';
import { report, say } from './output.ts';
import { progressLine } from './progress.ts';
import { DB, withStore } from './read.ts';
import { LEXICON, useLexicon } from './stages.ts';

export const REREAD: Command = {
  name: 'reread',
  operands: '',
  summary:
    'Read every capture of the store again, as this version and its lexicon read it, and renew the ledgers',
  takes: [0, 0],
  options: [DB, LEXICON],
  examples: ['hearsay reread', 'hearsay reread --db quake.db --lexicon mine/'],
  run: (call) => {
    useLexicon(call);
    return withStore(call, async (store) => {
      const line = progressLine();
      process.once('exit', line.clear);
      const total = store.counts().articles;
      const { articles, changed, problems } = rereadAll(store, {
        onProgress: ({ step, done }) =>
          line.show(
            step === 'read' ? `${done} of ${total} read again` : `${done} articles settled into stories`,
          ),
      });
      line.clear();
      say(`${articles} articles read again, ${changed} changed\n`);
      return report(problems);
    });
  },
};
