/**
 * Numbers of dead and injured per document against the answer keys of MUC-4 (1992: reports from Latin America).
 *
 *   node bench/muc4.ts FOLDER [--errors]
 *
 * FOLDER holds the documents and their keys (`dev-muc3-0001-0100` beside `key-dev-0001.muc4`; `tst1-muc3` beside
 * `key-tst1.v7`). A key asks for every number of two or more (slot 21, HUM TGT: NUMBER; "-26" is up to 26, "30-" at
 * least 30, "~40" about) of people whose effect (slot 23) is DEATH or INJURY. It is found where the document has a
 * claim of that value on that measure, or on killed-or-wounded. Keys leave out clashes between armies, crime and older
 * incidents, so what is printed beyond them is no error by itself; precision is over documents whose key asks for any.
 * The texts are in capitals throughout; they are read in lower case, sentences and what is a name elsewhere excepted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../src/reading/claim.ts';
import { readArticle } from '../src/reading/read.ts';
import { bareArticle } from '../src/text/article.ts';

type Effect = 'killed' | 'wounded';

interface Asked {
  readonly effect: Effect;
  readonly value: number;
}

const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const showErrors = process.argv.includes('--errors');

function main(from: string): void {
  const files = readdirSync(from).sort();
  const keys = new Map<string, Asked[]>();
  for (const name of files.filter((file) => file.startsWith('key-')))
    readKeys(readFileSync(join(from, name), 'utf8'), keys);
  const texts = files
    .filter((file) => /muc3/.test(file) && !file.startsWith('key-'))
    .map((file) => readFileSync(join(from, file), 'utf8'));
  const documents = texts.flatMap(documentsOf);
  if (!documents.length) throw new Error(`${from}: no documents such as "dev-muc3-0001-0100"`);
  const names = namesOf(texts.join('\n'));
  console.table(
    (['killed', 'wounded'] as const).map((effect) => ({ effect, ...score(documents, keys, names, effect) })),
  );
}

/** Adds what the templates of one file ask for to each document's list. */
function readKeys(text: string, keys: Map<string, Asked[]>): void {
  for (const template of text.split(/^(?=0\.\s+MESSAGE: ID)/m)) {
    const id = /MESSAGE: ID\s+(\S+)/.exec(template)?.[1];
    if (!id) continue;
    const numbers = slot(template, 21);
    const effects = slot(template, 23);
    for (const [who, number] of numbers) {
      const value = Number(/\d+/.exec(number)?.[0] ?? 0);
      const effect = effects.get(who) ?? '';
      if (value < 2) continue;
      const list = keys.get(id) ?? [];
      if (/(?<!NO )\bDEATH/.test(effect)) list.push({ effect: 'killed', value });
      if (/(?<!NO )\bINJURY/.test(effect)) list.push({ effect: 'wounded', value });
      keys.set(id, list);
    }
  }
}

/** The fillers of one slot by the first of the words that they are about. */
function slot(template: string, number: number): ReadonlyMap<string, string> {
  const block = new RegExp(
    `^${number}\\.[^:]*:(?:[^\\n]{0,25}?)\\s{2,}([\\s\\S]*?)(?=^\\d+\\.\\s|$(?![\\s\\S]))`,
    'm',
  );
  const found = new Map<string, string>();
  for (const line of (block.exec(template)?.[1] ?? '').split('\n')) {
    const parts = /^\s*([^"]+):\s*"([^"]+)"/.exec(line);
    if (parts) found.set(parts[2]!, parts[1]!.trim());
  }
  return found;
}

interface Document {
  readonly id: string;
  readonly text: string;
  readonly day: string | null;
}

function documentsOf(text: string): readonly Document[] {
  return text.split(/^(?=(?:DEV|TST\d)-MUC\d-\d+)/m).flatMap((part) => {
    const id = /^(\S+-MUC\d-\d+)/.exec(part)?.[1];
    if (!id) return [];
    const body = part.slice(part.indexOf('\n'));
    const start = body.search(/--\s*\[|--\s/);
    const header = body.slice(0, Math.max(start, 0));
    return [
      {
        id,
        text: body.slice(Math.max(start, 0)).replace(/^--\s*(?:\[[^\]]*\]\s*)*/, ''),
        day: dayOf(header),
      },
    ];
  });
}

const MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';

/** "3 JAN 90" as an ISO day. */
function dayOf(header: string): string | null {
  const parts = /(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{2})\b/.exec(header);
  if (!parts) return null;
  const month = MONTHS.indexOf(parts[2]!) / 3 + 1;
  return month < 1 ? null : `19${parts[3]}-${String(month).padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
}

/** Words that follow "IN", "OF" and titles far more often than they stand elsewhere are names in this corpus. */
function namesOf(text: string): ReadonlySet<string> {
  const all = new Map<string, number>();
  const named = new Map<string, number>();
  const words = text.match(/[A-Z]+/g) ?? [];
  for (const [i, word] of words.entries()) {
    all.set(word, (all.get(word) ?? 0) + 1);
    if (/^(?:IN|PRESIDENT|GENERAL|COLONEL|SAN|SANTA|MINISTER)$/.test(words[i - 1] ?? ''))
      named.set(word, (named.get(word) ?? 0) + 1);
  }
  return new Set(
    [...named].filter(([word, times]) => times > 2 && times > 0.3 * all.get(word)!).map(([word]) => word),
  );
}

/** Lines joined to paragraphs, in lower case but for names and the starts of sentences. */
function spelt(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(/\n(?!\s*\n)\s*/g, ' ')
    .replace(/[A-Z]+/g, (word) =>
      names.has(word) ? word[0] + word.slice(1).toLowerCase() : word.toLowerCase(),
    )
    .replace(/(^|[.?!]["']?\s+)([a-z])/g, (_, before: string, first: string) => before + first.toUpperCase());
}

function claimsOf({ id, text, day }: Document, names: ReadonlySet<string>): readonly Claim[] {
  const plain = spelt(text, names);
  const article = {
    ...bareArticle(id, plain),
    published: day,
    publishedBasis: day === null ? null : ('stated' as const),
  };
  return readArticle(article).claims;
}

function score(
  documents: readonly Document[],
  keys: ReadonlyMap<string, readonly Asked[]>,
  names: ReadonlySet<string>,
  effect: Effect,
) {
  let [asked, found, printed, right] = [0, 0, 0, 0];
  for (const document of documents) {
    const wanted = new Set(
      (keys.get(document.id) ?? []).flatMap((one) => (one.effect === effect ? [one.value] : [])),
    );
    if (!wanted.size) continue;
    const claims = claimsOf(document, names);
    const said = valuesOf(claims, (measure) => measure === effect);
    const either = valuesOf(claims, (measure) => measure === effect || measure === 'killed-or-wounded');
    asked += wanted.size;
    found += [...wanted].filter((value) => either.has(value)).length;
    printed += said.size;
    right += [...said].filter((value) => wanted.has(value)).length;
    if (showErrors)
      for (const value of wanted)
        if (!either.has(value)) console.log(`missed ${document.id} ${effect} ${value}`);
  }
  const percent = (part: number, whole: number) => (whole ? ((100 * part) / whole).toFixed(1) : '-');
  return { asked, found, recall: percent(found, asked), printed, right, precision: percent(right, printed) };
}

/** The values of two or more that claims put on a measure. */
function valuesOf(claims: readonly Claim[], wanted: (measure: string) => boolean): ReadonlySet<number> {
  const values = claims
    .filter(({ measure, figure }) => wanted(measure) && figure.bound !== 'vague')
    .flatMap(({ figure }) => [figure.low, figure.high])
    .filter((value) => value !== null && value >= 2);
  return new Set(values as number[]);
}

if (!folder) {
  console.error('usage: node bench/muc4.ts FOLDER [--errors]   FOLDER: MUC-4 documents and keys');
  process.exitCode = 2;
} else main(folder);
