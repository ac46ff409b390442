import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHIPPED = fileURLToPath(new URL('../../lexicon/', import.meta.url));
const folders: string[] = [SHIPPED];
const parsed = new Map<string, readonly unknown[]>();
/** How often a folder has been added. */
let additions = 0;

/**
 * Adds a folder of the user's own data files, laid out as `lexicon/` is; its entries come after the shipped ones.
 * Call it before anything is read.
 * @throws Error naming the folder where it does not exist
 */
export function addLexicon(folder: string): void {
  if (!existsSync(folder))
    throw new Error(`no lexicon folder ${JSON.stringify(folder)}; name one that exists`);
  if (!folders.includes(folder)) folders.push(folder);
  parsed.clear();
  additions++;
}

/** What is made of a lexicon's files: at the first call, and anew after a folder has been added. */
export function madeOf<F, T>(name: string, make: (files: readonly F[]) => T): () => T {
  let made: { readonly of: number; readonly value: T } | undefined;
  return () => {
    if (made?.of !== additions) made = { of: additions, value: make(lexiconFiles<F>(name)) };
    return made.value;
  };
}

/**
 * The parsed content of `lexicon/<name>.json` from each folder that has it, the shipped one first. Read once a process.
 * @throws Error naming the file and what is wrong with it
 */
export function lexiconFiles<T>(name: string): readonly T[] {
  const known = parsed.get(name);
  if (known) return known as readonly T[];
  const files = folders.map((folder) => join(folder, `${name}.json`)).filter(existsSync);
  if (!files.length)
    throw new Error(`no lexicon file ${JSON.stringify(`${name}.json`)} in ${folders.join(', ')}`);
  const contents = files.map(parseFile);
  parsed.set(name, contents);
  return contents as readonly T[];
}

function parseFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`);
  }
}
