import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A sentence of a treebank, column by column; `head` counts from 0, the root's is the number of words. */
export interface Gold {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  /** Joint UPOS|XPOS. */
  readonly tags: readonly string[];
  readonly feats: readonly string[];
  readonly head: Int32Array;
  readonly deprels: readonly string[];
  /** Whether a blank follows each word, and whether the word goes on the token before it. */
  readonly spaced: readonly boolean[];
  readonly joined: readonly boolean[];
  /** What is written where a token has several words, at the first of them. */
  readonly written: readonly (string | null)[];
  /** Whether a paragraph begins here. */
  readonly paragraph: boolean;
}

/**
 * The sentences of `<name>.conllu` or `<name>.conllu.gz` in a folder.
 * @throws Error naming the file where there is none
 */
export function readTreebank(folder: string, name: string): readonly Gold[] {
  const plain = join(folder, `${name}.conllu`);
  const file = existsSync(plain) ? plain : `${plain}.gz`;
  if (!existsSync(file))
    throw new Error(
      `no treebank ${file}; --data names the folder that has ${name}.conllu or ${name}.conllu.gz`,
    );
  const bytes = readFileSync(file);
  return parseTreebank((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** The sentences of CoNLL-U; empty nodes are left out. */
export function parseTreebank(conllu: string): readonly Gold[] {
  return conllu
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map((line) => line.replace(/\r$/, '')))
    .map(goldOf)
    .filter(({ forms }) => forms.length > 0);
}

function goldOf(lines: readonly string[]): Gold {
  const rows = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  const ranges = rows
    .filter((row) => row[0]!.includes('-'))
    .map((row) => ({ range: row[0]!.split('-').map(Number), form: row[1]!, misc: row[9]! }));
  const words = rows.filter((row) => /^\d+$/.test(row[0]!));
  const rangeOf = (id: number) => ranges.find(({ range }) => id >= range[0]! && id <= range[1]!);
  const spaced = words.map((row) => {
    const many = rangeOf(Number(row[0]));
    if (many && Number(row[0]) < many.range[1]!) return false;
    return !(many ? many.misc : row[9]!).includes('SpaceAfter=No');
  });
  return {
    forms: words.map((row) => row[1]!),
    lemmas: words.map((row) => row[2]!),
    tags: words.map((row) => `${row[3]}|${row[4]}`),
    feats: words.map((row) => row[5]!),
    head: Int32Array.from(words, (row) => (row[6] === '0' ? words.length : Number(row[6]) - 1)),
    deprels: words.map((row) => row[7]!),
    spaced,
    joined: words.map((row) => {
      const many = rangeOf(Number(row[0]));
      return many !== undefined && Number(row[0]) > many.range[0]!;
    }),
    written: words.map((row) => {
      const many = rangeOf(Number(row[0]));
      return many && Number(row[0]) === many.range[0] ? many.form : null;
    }),
    paragraph: lines.some((line) => /^# new(par|doc)\b/.test(line)),
  };
}
