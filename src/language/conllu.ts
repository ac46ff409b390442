import type { Sentence, Token } from './sentence.ts';

/** The sentences as CoNLL-U, each with its text; an empty line ends every one. */
export function toConllu(text: string, sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => conlluOf(text, sentence)).join('');
}

/** The text that CoNLL-U annotates and its sentences, as they stand there; `margin` is 0. */
export interface Annotated {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/**
 * Reads CoNLL-U. Columns given as `_` stay so, heads not given are the word before, empty nodes are left out. A
 * paragraph begins at `newpar` and `newdoc`.
 * @throws SyntaxError naming the line that is no CoNLL-U
 */
export function fromConllu(conllu: string): Annotated {
  const reading: Reading = { text: '', sentences: [], rows: [], paragraph: -1, begins: true };
  for (const [i, line] of conllu.split('\n').entries()) readLine(reading, line.replace(/\r$/, ''), i + 1);
  closeSentence(reading);
  return { text: reading.text, sentences: reading.sentences };
}

interface Reading {
  text: string;
  readonly sentences: Sentence[];
  rows: Row[];
  paragraph: number;
  begins: boolean;
}

function readLine(reading: Reading, line: string, number: number): void {
  if (!line.trim()) closeSentence(reading);
  else if (line.startsWith('#')) reading.begins ||= /^# new(?:par|doc)\b/.test(line);
  else {
    const row = line.split('\t');
    if (row.length !== 10 || !/^\d+(?:[-.]\d+)?$/.test(row[0]!))
      throw new SyntaxError(
        `line ${number} is no CoNLL-U: ${JSON.stringify(line.slice(0, 80))}; ten columns parted by tabs are needed`,
      );
    if (!row[0]!.includes('.')) reading.rows.push(row);
  }
}

function closeSentence(reading: Reading): void {
  const { rows, sentences, begins } = reading;
  if (!rows.some(isWord)) return;
  if (reading.text && begins) reading.text = `${reading.text.trimEnd()}\n`;
  if (begins) reading.paragraph++;
  const { paragraph } = reading;
  const tokens: Token[] = [];
  for (const written of writtenOf(rows)) addWritten(reading, tokens, written);
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  sentences.push({
    start: first.start,
    end: last.end,
    index: sentences.length,
    paragraph,
    headline: false,
    tokens,
  });
  reading.rows = [];
  reading.begins = false;
}

type Row = readonly string[];

/** A written token with the rows of its words. */
interface Written {
  readonly row: Row;
  readonly words: readonly Row[];
}

const isWord = (row: Row): boolean => !row[0]!.includes('-');

function writtenOf(rows: readonly Row[]): readonly Written[] {
  const written: Written[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const [from, to] = row[0]!.split('-').map(Number) as [number, number | undefined];
    const words = to === undefined ? [row] : rows.slice(i + 1, i + 2 + to - from);
    written.push({ row, words });
    if (to !== undefined) i += words.length;
  }
  return written.filter(({ words }) => words.length > 0);
}

/** Adds the words of a written token; where their forms do not spell it, the last one takes what is left of it. */
function addWritten(reading: Reading, tokens: Token[], { row, words }: Written): void {
  const form = row[1]!;
  const end = reading.text.length + form.length;
  let start = reading.text.length;
  for (const [i, word] of words.entries()) {
    const stop = i === words.length - 1 ? end : Math.min(end, start + word[1]!.length);
    tokens.push(tokenOf(word, tokens.length, start, stop, i > 0));
    start = stop;
  }
  reading.text += isSpaced(row) ? `${form} ` : form;
}

const isSpaced = (row: Row): boolean => !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(row[9]!);

function tokenOf(row: Row, index: number, start: number, end: number, joined: boolean): Token {
  const [, text, lemma, upos, xpos, feats, given, deprel] = row as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const head = given === '_' ? index - 1 : Number(given) - 1;
  return { start, end, index, text, joined, lemma, upos, xpos, feats, head, deprel, margin: 0 };
}

function conlluOf(text: string, { index, tokens, start, end }: Sentence): string {
  const rows = [`# sent_id = ${index + 1}`, `# text = ${text.slice(start, end)}`];
  for (const i of tokens.keys()) {
    const last = lastOf(tokens, i);
    if (!tokens[i]!.joined && last > i) {
      const form = text.slice(tokens[i]!.start, tokens[last]!.end);
      rows.push(
        [`${i + 1}-${last + 1}`, form, '_', '_', '_', '_', '_', '_', '_', spacing(tokens, last)].join('\t'),
      );
    }
    rows.push(wordRow(tokens, i));
  }
  return `${rows.join('\n')}\n\n`;
}

/** Index of the last word of the token that begins at `i`. */
function lastOf(tokens: readonly Token[], i: number): number {
  let last = i;
  while (tokens[last + 1]?.joined) last++;
  return last;
}

function wordRow(tokens: readonly Token[], i: number): string {
  const { text, lemma, upos, xpos, feats, head, deprel, joined } = tokens[i]!;
  const inside = joined || tokens[i + 1]?.joined;
  return [
    i + 1,
    text,
    lemma,
    upos,
    xpos,
    feats,
    head + 1,
    deprel,
    '_',
    inside ? '_' : spacing(tokens, i),
  ].join('\t');
}

const spacing = (tokens: readonly Token[], i: number): string => {
  const next = tokens[i + 1];
  return next && next.start === tokens[i]!.end ? 'SpaceAfter=No' : '_';
};
