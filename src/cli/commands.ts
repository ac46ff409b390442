import { CHECK } from './check.ts';
import type { Command } from './command.ts';
import { CORRECT, STORY } from './correct.ts';
import { READ } from './read.ts';
import { REREAD } from './reread.ts';
import { SEARCH } from './search.ts';
import { SERVE } from './serve.ts';
import { EXPORT, SHOW } from './show.ts';
import { STAGES } from './stages.ts';
import { WATCH } from './watch.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  READ,
  WATCH,
  SERVE,
  REREAD,
  SHOW,
  SEARCH,
  EXPORT,
  STORY,
  CORRECT,
  CHECK,
  ...STAGES,
];
