import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/text/article.ts';
import { idOf } from '../../src/text/id.ts';

/** Texts that count once: reports of one event, or one report. */
export interface Group {
  readonly name: string;
  readonly articles: readonly Article[];
}

/** The background collection of a data folder laid out as docs/stories.md says; parts that are missing are left out. */
export function groupsOf(folder: string): readonly Group[] {
  return [
    ...incidentsOf(join(folder, 'ltqa/articles.jsonl.gz')),
    ...filesOf(join(folder, 'polnear/train/text')).map((file) => alone(file, readFileSync(file, 'utf8'))),
    ...['AQUAINT', 'TimeBank'].flatMap((name) =>
      filesOf(join(folder, 'tempeval3', name)).map((file) =>
        alone(file, withoutTags(readFileSync(file, 'utf8'))),
      ),
    ),
    ...['train.json', 'dev.json'].flatMap((name) => templatesOf(join(folder, 'muc4/processed', name))),
  ];
}

/** Reports of general news that state their publication day. */
export function datedOf(folder: string): readonly Article[] {
  const texts = join(folder, 'polnear/train/text');
  const metadata = join(folder, 'polnear/metadata.tsv');
  const rows = existsSync(metadata)
    ? readFileSync(metadata, 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
    : [];
  const politics = rows
    .filter(([part]) => part === 'train')
    .flatMap(([, name, , , , day]) =>
      filesOf(texts)
        .filter((file) => file.includes(name!))
        .slice(0, 1)
        .map((file) => articleOf(file, readFileSync(file, 'utf8'), day!, null)),
    );
  const newswire = ['AQUAINT', 'TimeBank'].flatMap((name) =>
    filesOf(join(folder, 'tempeval3', name)).map((file) => {
      const tml = readFileSync(file, 'utf8');
      const day =
        /functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)|value="(\d{4}-\d\d-\d\d)[^>]*functionInDocument="CREATION_TIME"/u.exec(
          tml,
        );
      return articleOf(
        file,
        `\n${withoutTags(tml.slice(tml.indexOf('<TEXT>')))}`,
        day?.[1] ?? day?.[2] ?? null,
        null,
      );
    }),
  );
  return [...politics, ...newswire].filter(({ published }) => published !== null);
}

/** Reports of each incident of the long-tail question corpus, with their publication days. */
export function incidentsOf(file: string): readonly Group[] {
  const incidents = new Map<string, Article[]>();
  for (const record of linesOf(file)) {
    const { incident, id, title, dct, uri, content } = record as Record<string, string>;
    const article = articleOf(`${incident}/${id}`, `${title}\n${content}`, dct || null, outletOf(uri ?? ''));
    incidents.set(incident!, [...(incidents.get(incident!) ?? []), article]);
  }
  return [...incidents].map(([name, articles]) => ({ name, articles }));
}

/** The site of an archived address. */
function outletOf(uri: string): string | null {
  return /https?:\/\/(?:www\.)?([^/:]+)/u.exec(uri.replace(/^.*\/web\/\d+\//u, ''))?.[1] ?? null;
}

function templatesOf(file: string): readonly Group[] {
  return linesOf(file).map((record) => {
    const { docid, doctext } = record as Record<string, string>;
    return alone(docid!, doctext!);
  });
}

function linesOf(file: string): readonly unknown[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

const filesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : [];

const withoutTags = (text: string): string => text.replace(/<[^>]*>/gu, ' ');

const alone = (name: string, text: string): Group => ({
  name,
  articles: [articleOf(name, text, null, null)],
});

function articleOf(name: string, text: string, published: string | null, outlet: string | null): Article {
  const title = Math.max(0, text.indexOf('\n'));
  return {
    id: idOf(name),
    file: name,
    url: null,
    title: text.slice(0, title) || null,
    outlet,
    byline: null,
    published,
    publishedBasis: published ? 'stated' : null,
    dateline: null,
    credits: [],
    language: 'en',
    text,
    blocks: [
      { start: 0, end: title, kind: 'headline', kept: true, reason: 'headline' },
      { start: title, end: text.length, kind: 'body', kept: true, reason: 'body' },
    ],
  };
}
