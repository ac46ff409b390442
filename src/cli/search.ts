import { dayWords } from '../ledger/words.ts';
import { isRead } from '../reading/languages.ts';
import { END, type FoundArticle, HIT, queryOf } from '../store/search.ts';
import type { Store } from '../store/store.ts';
import { nameOfFile } from '../text/article.ts';
import { type Call, type Command, type Option, UsageError } from './command.ts';
import { emit, emitRecords } from './output.ts';
import { type Paint, painted, plain, unpainted } from './paint.ts';
import { DB, withStore } from './read.ts';

const FORMAT: Option = { name: 'format', value: 'NAME', help: 'text or jsonl; text where not given' };
const MOST: Option = { name: 'most', value: 'N', help: 'articles shown at most; 20 where not given' };

export const SEARCH: Command = {
  name: 'search',
  operands: 'WORDS…',
  summary:
    'Find the articles of the store that hold all the words and "phrases", those too that are kept unread',
  takes: [1, Number.POSITIVE_INFINITY],
  options: [DB, FORMAT, MOST],
  examples: [
    'hearsay search flood bridge',
    'hearsay search \'"cannot verify"\' --db quake.db',
    'hearsay search Hochwasser --format jsonl --most 100',
  ],
  run: (call) => {
    const format = formatOf(call);
    const most = mostOf(call);
    const words = call.paths.join(' ');
    if (queryOf(words) === null)
      throw new UsageError(`${JSON.stringify(words)} holds no word to look for; give words or "phrases"`);
    return withStore(call, async (store) => {
      const { found, more } = store.articlesWith(words, 0, most);
      if (format === 'jsonl') await emitRecords(found.map((one) => recordOf(store, one)));
      else {
        const paint = process.stdout.isTTY ? painted : unpainted;
        for (const one of found) await emit(`${textOf(store, one, paint)}\n\n`);
        const count = `${found.length}${more ? ' or more' : ''}`;
        await emit(`${count} ${count === '1' ? 'article' : 'articles'}\n`);
      }
      return 0;
    });
  },
};

/** @throws UsageError quoting a format that is none */
function formatOf({ options }: Call): 'text' | 'jsonl' {
  const format = options.get('format') ?? 'text';
  if (format !== 'text' && format !== 'jsonl')
    throw new UsageError(`--format is text or jsonl, not ${JSON.stringify(format)}`);
  return format;
}

/** @throws UsageError quoting a number that is none */
function mostOf({ options }: Call): number {
  const words = options.get('most') ?? '20';
  if (!/^[1-9]\d{0,4}$/.test(words))
    throw new UsageError(`--most is a number from 1 to 99999, not ${JSON.stringify(words)}`);
  return Number(words);
}

function recordOf(store: Store, { article: id, snippet }: FoundArticle): object {
  const { article, claims } = store.article(id);
  const { file, url, title, outlet, published, language, state } = article;
  return {
    record: 'found',
    article: id,
    file,
    url,
    title,
    outlet,
    published,
    language,
    unread: !isRead(article),
    ...(state && { state }),
    claims: claims.length,
    snippet: snippet.replaceAll(HIT, '').replaceAll(END, ''),
  };
}

function textOf(store: Store, { article: id, title, snippet }: FoundArticle, paint: Paint): string {
  const { article, claims } = store.article(id);
  const { file, outlet, published, language, state } = article;
  const notes = [
    dayWords(published),
    isRead(article) ? `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}` : 'not read',
    language === 'en' ? '' : language,
    state ?? '',
    plain(file),
  ];
  return [
    marked(title, paint) || 'Without a title',
    `  ${paint('name', plain(outlet ?? nameOfFile(file)))} ${paint('quiet', notes.filter(Boolean).join(' · '))}`,
    `  ${marked(snippet, paint)}`,
  ].join('\n');
}

/** Captured words made safe to print, their hits marked. */
const marked = (words: string, paint: Paint): string =>
  words
    .split(HIT)
    .map((piece, i) => {
      const [hit = '', ...after] = i === 0 ? ['', piece] : piece.split(END);
      const rest = folded(after.join(''));
      return hit ? `${paint('mark', folded(hit))}${rest}` : rest;
    })
    .join('')
    .trim();

/** As {@link plain}, with the blanks at both ends kept as one. */
const folded = (words: string): string =>
  `${/^\s/.test(words) ? ' ' : ''}${plain(words)}${/\S\s+$/.test(words) ? ' ' : ''}`;
