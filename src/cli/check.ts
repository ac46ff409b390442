import { check } from '../check.ts';
import type { Command } from './command.ts';
import { emit } from './output.ts';
import { plain } from './paint.ts';
import { DB, withStore } from './read.ts';

export const CHECK: Command = {
  name: 'check',
  operands: '',
  summary:
    'Hold the store against itself: articles against their bytes, spans against articles, figures back to their claims',
  takes: [0, 0],
  options: [DB],
  examples: ['hearsay check', 'hearsay check --db quake.db'],
  run: (call) =>
    withStore(call, async (store) => {
      const { articles, claims, stories, faults } = check(store);
      for (const { place, reason } of faults) await emit(`${plain(place)}: ${plain(reason)}\n`);
      const found = faults.length
        ? `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`
        : 'all sound';
      await emit(`${articles} articles, ${claims} claims, ${stories} stories: ${found}\n`);
      return faults.length ? 1 : 0;
    }),
};
