import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { filesAt, unreadable } from '../intake/paths.ts';
import type { Problem } from '../intake/problem.ts';
import { reanalyse } from '../language/analyse.ts';
import { fromConllu, toConllu } from '../language/conllu.ts';
import type { Call, Status } from './command.ts';
import { emit, report } from './output.ts';

/** Prints tags and trees for the tokens of each CoNLL-U input, and names those that could not be read. */
export async function eachTokens({ paths }: Call): Promise<Status> {
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path === '-') problems.push(...(await printed('-', () => text(process.stdin))));
    else
      for await (const found of filesAt(path)) {
        if (found.kind === 'problem') problems.push(found.problem);
        else problems.push(...(await printed(found.file, () => readFile(found.file, 'utf8'))));
      }
  }
  return report(problems);
}

/** Prints one input; its problem where it cannot be read. */
async function printed(file: string, read: () => Promise<string>): Promise<readonly Problem[]> {
  try {
    const given = fromConllu(await read());
    await emit(toConllu(given.text, reanalyse(given.sentences)));
    return [];
  } catch (error) {
    if (error instanceof SyntaxError) return [{ file, place: null, reason: error.message }];
    const found = unreadable(file, error as Error);
    return found.kind === 'problem' ? [found.problem] : [];
  }
}
