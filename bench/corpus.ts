import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays } from '../src/text/interval.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

/** Sounds from which places and people of the varied stories are named. */
const HEADS = [
  'Bar',
  'Cal',
  'Dor',
  'Fen',
  'Gal',
  'Hol',
  'Jur',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Pel',
  'Quor',
  'Ras',
  'Sel',
  'Tor',
  'Ul',
  'Ver',
  'Wes',
  'Yar',
];
const MIDDLES = ['an', 'eb', 'id', 'ol', 'um', 'ar', 'est', 'in', 'och', 'und'];
const TAILS = ['a', 'ev', 'ia', 'mouth', 'o', 'stead', 'ton', 'us', 'wick', 'y'];

/** Words that a retelling keeps: they make the claims. */
const KEPT =
  /^(killed|wounded|injured|soldiers?|people|missing|rescued|workers?|against|least|about|around|dozens|thousands|million|billion|after|their|there|while|which|would|other|those|these|under|before|according|independently|verify|declined|comment|statement|spokesman|ministry|military|government)$/;

/** Names of the examples that every variant replaces. */
const NAMES = [
  'Veyra',
  'Varonia',
  'Kestria',
  'Marek',
  'Brandt',
  'Vasilenko',
  'Dorrit',
  'Orlo',
  'Tarn',
  'Selby',
  'Corran',
  'Abela',
  'Isola',
  'Lume',
  'Halden',
  'Oduya',
  'Castellan',
  'Sommer',
  'Dunmoor',
  'Marketline',
  'Continental',
  'Coastwire',
];
const PATTERN = new RegExp(NAMES.join('|'), 'g');
const DAY = /\b(\d{4})-(\d\d)-(\d\d)\b/g;

function nameOf(seed: number): string {
  const of = (list: readonly string[], by: number): string => list[Math.floor(seed / by) % list.length]!;
  return of(HEADS, 1) + of(MIDDLES, HEADS.length) + of(TAILS, HEADS.length * MIDDLES.length);
}

/**
 * Writes `count` reports, text and HTML, into a folder: the example stories told again with other names, numbers and days, each
 * retelling a story of its own.
 */
export function writeCorpus(folder: string, count: number): void {
  const reports = readdirSync(EXAMPLES).flatMap((story) =>
    readdirSync(join(EXAMPLES, story)).map((file) => ({
      file,
      story,
      text: readFileSync(join(EXAMPLES, story, file), 'utf8'),
    })),
  );
  for (let i = 0; i < count; i++) {
    const { file, story, text } = reports[i % reports.length]!;
    const telling = Math.floor(i / reports.length);
    writeFileSync(
      join(folder, `${String(telling).padStart(6, '0')}-${story}-${file}`),
      retold(text, telling),
    );
  }
}

function retold(text: string, telling: number): string {
  if (telling === 0) return text;
  return text
    .replace(PATTERN, (name) => nameOf(telling * NAMES.length + NAMES.indexOf(name)))
    .replace(/(?<![\p{L}<&/="-])\p{Ll}{5,}(?![\p{L}>="-])/gu, (word) =>
      KEPT.test(word) ? word : otherWord(word, telling),
    )
    .replace(DAY, (day) => addDays(day, (telling * 3) % 900))
    .replace(/\b\d{2,3}\b(?![,.:]?\d)/g, (number) => String(Number(number) + (telling % 7)));
}

/** Another invented word with the ending, so that its part of speech still shows; the same all through a telling. */
function otherWord(word: string, telling: number): string {
  const ending = /(?:ing|ed|ly|ers?|ions?|ments?|s|e)$/.exec(word)?.[0] ?? '';
  let seed = telling * 31;
  for (const letter of word) seed = (seed * 33 + letter.charCodeAt(0)) % 1_000_003;
  return nameOf(seed).toLowerCase() + ending;
}
