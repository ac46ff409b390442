import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/text/span.ts';

/** One attribution of the corpus; offsets are UTF-16 code units. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface Document {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/**
 * A folder of a corpus in PolNeAR's format: `text/NAME.txt` and brat stand-off in `attributions/NAME_ANNOTATOR.ann`,
 * with the entities Source, Cue and Content (in several pieces where broken up) and events that link them. Where a
 * text has several annotators, each gives a document.
 * @throws Error naming the folder where it does not have this shape
 */
export function readCorpus(folder: string): readonly Document[] {
  const names = annotations(folder);
  return names.map((name) => {
    const stem = name.replace(/_[0-9a-z]+\.ann$/, '');
    const text = readFileSync(join(folder, 'text', `${stem}.txt`), 'utf8');
    const units = unitsOf(text);
    return {
      name,
      text,
      attributions: parse(readFileSync(join(folder, 'attributions', name), 'utf8'), units),
    };
  });
}

function annotations(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'attributions'))
      .filter((name) => name.endsWith('.ann'))
      .sort();
  } catch {
    throw new Error(
      `${JSON.stringify(folder)} has no attributions/; give a folder with text/ and attributions/ in brat format`,
    );
  }
}

/** From brat's code points to code units. */
function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) starts.push(i);
  return (point) => starts[point] ?? text.length;
}

type Part = keyof Attribution;
const isPart = (word: string): word is Part => word === 'source' || word === 'cue' || word === 'content';

function parse(lines: string, units: (point: number) => number): readonly Attribution[] {
  const entities = new Map<string, readonly Span[]>();
  const attributions: Attribution[] = [];
  for (const line of lines.split('\n')) {
    const [id = '', what = ''] = line.split('\t');
    const [type, ...rest] = what.split(' ');
    if (id.startsWith('T') && type) entities.set(id, spansOf(rest.join(' '), units));
    if (id.startsWith('E')) attributions.push(linked(rest, entities));
  }
  return attributions.filter(({ cue }) => cue.length > 0);
}

const spansOf = (pieces: string, units: (point: number) => number): readonly Span[] =>
  pieces.split(';').map((piece) => {
    const [start = 0, end = 0] = piece.trim().split(' ').map(Number);
    return { start: units(start), end: units(end) };
  });

function linked(links: readonly string[], entities: ReadonlyMap<string, readonly Span[]>): Attribution {
  const parts: Record<Part, Span[]> = { source: [], cue: [], content: [] };
  for (const link of links) {
    const [role = '', target = ''] = link.split(':');
    const part = role.toLowerCase().replace(/\d+$/, '');
    if (isPart(part)) parts[part].push(...(entities.get(target) ?? []));
  }
  return parts;
}
