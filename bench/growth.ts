import type { Taken } from '../src/intake/inputs.ts';
import { type Read, readInto } from '../src/pipeline.ts';
import type { Claim } from '../src/reading/claim.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { profileOf } from '../src/stories/profile.ts';
import type { Article } from '../src/text/article.ts';
import { idOf } from '../src/text/id.ts';
import { dayNumber, dayOf } from '../src/text/interval.ts';

/**
 * What it costs to add one article to a store of 1,000, 10,000 and 100,000: milliseconds of processor time to keep and link it and to renew
 * the stories and ledgers that it touches. Reading its words is left out: it does not know of the store. The store is in
 * memory, so that the disk does not count, and holds invented reports at a steady twenty a day.
 * `node bench/growth.ts [SIZE…]`
 */
const sizes = process.argv.slice(2).map(Number);
const ADDED = 60;
const A_DAY = 20;
const A_STORY = 8;
const SYLLABLES =
  'ba co da fe gi ho ju ka li mo na pe ri su ta vo wa xe yo zu bren dal for gram hest kol mar nor pol stam'.split(
    ' ',
  );
const THINGS = [
  'ferry',
  'factory',
  'tunnel',
  'bridge',
  'market',
  'stadium',
  'mine',
  'train',
  'school',
  'warehouse',
];
const HAPPENED = [
  'sank',
  'burned',
  'collapsed',
  'flooded',
  'exploded',
  'derailed',
  'was shelled',
  'was evacuated',
];
const WHO = [
  'police',
  'the fire service',
  'the regional governor',
  'hospital officials',
  'the interior ministry',
  'witnesses',
];

/** A pseudo-random number below `below`, the same for the same words. */
const pick = (below: number, ...words: readonly (string | number)[]): number =>
  Number.parseInt(idOf(...words.map(String)).slice(0, 10), 16) % below;

const nameOf = (...words: readonly (string | number)[]): string => {
  const name = [0, 1, 2].map((at) => SYLLABLES[pick(SYLLABLES.length, ...words, at)]).join('');
  return name[0]!.toUpperCase() + name.slice(1);
};

/** Words of a story's own: what other stories do not say in the same way. */
const WORDS = 90;

/** One report of a story that nobody else tells; its figures grow from report to report. */
function reportOf(story: number, nth: number): Article {
  const [place, other, person] = ['place', 'other', 'person'].map((what) => nameOf(what, story)) as [
    string,
    string,
    string,
  ];
  const thing = THINGS[pick(THINGS.length, 'thing', story)]!;
  const dead = 5 + pick(40, 'dead', story) + nth;
  const hurt = 20 + pick(200, 'hurt', story) + 3 * nth;
  const who = WHO[pick(WHO.length, story, nth)]!;
  const title = `${thing} at ${place}: ${dead} dead`;
  const word = (at: number): string => nameOf('word', story, pick(WORDS, story, nth, at)).toLowerCase();
  const words = (from: number): string => Array.from({ length: 14 }, (_, at) => word(from + at)).join(' ');
  const lines = [
    title,
    `${dead} people were killed ${words(0)} and ${hurt} people were wounded ${words(20)} near ${place}, ${who} said.`,
    `${person} ${words(40)} ${HAPPENED[pick(HAPPENED.length, story)]} ${words(60)} ${other}.`,
    `${words(80)} ${place} ${words(100)} ${nameOf('detail', story, nth)} ${words(120)}.`,
  ];
  const text = lines.join('\n');
  const day = dayOf(dayNumber('2020-01-01') + Math.floor((story * A_STORY) / A_DAY) + Math.floor(nth / 4));
  return {
    id: idOf('report', String(story), String(nth)),
    file: `${story}-${nth}.txt`,
    url: null,
    title,
    outlet: `${nameOf('outlet', pick(400, story, nth))} Post`,
    byline: null,
    published: day,
    publishedBasis: 'stated',
    dateline: null,
    credits: [],
    language: 'en',
    text,
    blocks: [
      { start: 0, end: title.length + 1, kind: 'headline', kept: true, reason: 'headline' },
      { start: title.length + 1, end: text.length, kind: 'body', kept: true, reason: 'body' },
    ],
  };
}

/** The two figures of the second line as claims: what reading would give, without reading. */
function claimsOf(article: Article): readonly Claim[] {
  const from = article.text.indexOf('\n') + 1;
  const end = article.text.indexOf('\n', from);
  const on = { from: article.published, to: article.published };
  return [...article.text.slice(from, end).matchAll(/(\d+) people were (killed|wounded)/g)].map(
    (match): Claim => {
      const start = from + match.index;
      const value = Number(match[1]);
      const span = { start, end: start + match[1]!.length };
      const name = /, ([^,]+) said\.$/.exec(article.text.slice(from, end))![1]!;
      return {
        id: idOf(article.id, String(start)),
        file: article.file,
        article: article.id,
        figure: {
          ...span,
          text: match[1]!,
          low: value,
          high: value,
          bound: 'exact',
          unit: 'person',
          per: null,
          change: null,
          counted: null,
        },
        measure: match[2] as 'killed' | 'wounded',
        predicate: null,
        counted: { text: 'people', group: 'people' },
        place: null,
        when: { text: '', ...on },
        chain: [{ ...span, name, text: name, kind: 'official', cue: 'say', on }],
        originator: name,
        originatorKind: 'official',
        on,
        hedges: [],
        scope: 'incident',
        sentence: { start: from, end },
        headline: false,
      };
    },
  );
}

const readFast = async (article: Article): Promise<Read> => {
  const claims = claimsOf(article);
  return { claims, responses: [], profile: profileOf(article, claims) };
};

async function* taken(articles: Iterable<Article>): AsyncGenerator<Taken> {
  for (const article of articles) {
    const bytes = new TextEncoder().encode(article.text);
    yield { kind: 'article', article, bytes, source: { form: 'text', known: {}, given: {} } };
  }
}

const add = (store: Store, articles: Iterable<Article>) =>
  readInto(store, taken(articles), { reader: readFast });

/** Reports from one place of the archive to another; the last two of each story are left to be added. */
function* reports(from: number, to: number): Generator<Article> {
  for (let at = from; at < to; at++) yield reportOf(Math.floor(at / (A_STORY - 2)), at % (A_STORY - 2));
}

const rows: Record<string, number | string>[] = [];
const store = openStore(':memory:');
let held = 0;
let first = 0;
for (const size of sizes.length ? sizes : [1000, 10_000, 100_000]) {
  const began = performance.now();
  await add(store, reports(held, size));
  held = size;
  const filled = (performance.now() - began) / 1000;
  const times: number[] = [];
  for (let i = 0; i < ADDED; i++) {
    const stories = Math.floor(size / (A_STORY - 2));
    const story = Math.floor((stories * (i + 1)) / (ADDED + 2));
    const late = reportOf(story, A_STORY - 2 + (rows.length % 2) + 10 * rows.length);
    const start = process.cpuUsage();
    await add(store, [late]);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(ADDED / 2)]!;
  first ||= median;
  rows.push({
    articles: size,
    stories: store.counts().stories,
    'filled in s': filled.toFixed(0),
    'one more, ms (median)': median.toFixed(1),
    'ms (nine in ten)': times[Math.floor(ADDED * 0.9)]!.toFixed(1),
    'to first': (median / first).toFixed(2),
  });
  console.table(rows);
}
store.close();
