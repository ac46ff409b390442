import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Gold, readTreebank } from './treebank.ts';

/**
 * The plain texts of a data folder, for learning word classes: the treebanks' train parts, then reports. Only parts meant
 * for training are read; those that are missing are left out.
 */
export function* plainTexts(folder: string): Iterable<string> {
  for (const name of ['ewt-train', 'gum-train']) yield textOf(readTreebank(join(folder, 'treebanks'), name));
  yield* files(join(folder, 'polnear/train/text'));
  for (const name of ['AQUAINT', 'TimeBank'])
    for (const marked of files(join(folder, 'tempeval3', name))) yield marked.replace(/<[^>]*>/g, '');
  yield* fields(join(folder, 'ltqa/articles.jsonl.gz'), 'content');
  yield* fields(join(folder, 'muc4/processed/train.json'), 'doctext');
}

/** The text that a treebank annotates, a line for each paragraph. */
export function textOf(golds: readonly Gold[]): string {
  let text = '';
  for (const { forms, spaced, joined, written, paragraph } of golds) {
    if (paragraph) text = `${text.trimEnd()}\n`;
    for (const [i, form] of forms.entries()) {
      if (!joined[i]) text += written[i] ?? form;
      if (spaced[i]) text += ' ';
    }
  }
  return text;
}

function* files(folder: string): Iterable<string> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) yield readFileSync(join(folder, name), 'utf8');
}

/** One field of every record of a file with a JSON object a line. */
function* fields(file: string, field: string): Iterable<string> {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  for (const line of lines)
    if (line) yield String((JSON.parse(line) as Record<string, unknown>)[field] ?? '');
}
