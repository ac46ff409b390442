/** Letters that transliterations write in several ways, each to one form. Applied in order to folded words. */
const TRANSLITERATIONS: readonly (readonly [RegExp, string])[] = [
  [/['’ʼ`ʹ-]/g, ''],
  [/ph/g, 'f'],
  [/shch|sch/g, 'sh'],
  [/tch|cz/g, 'ch'],
  [/[kg]h/g, 'k'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[aoulrtk]|$)/g, 'k'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/tz/g, 'ts'],
  [/w/g, 'v'],
  [/oo|ou/g, 'u'],
  [/ee|[iyj]+/g, 'i'],
  [/o/g, 'u'],
  [/e/g, 'a'],
  [/(\p{L})\1+/gu, '$1'],
];

const VOWELS = /[aeiou]+/g;

/** Lower case without accents or other marks; quotation marks and dots of abbreviations stay. */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase();

/** The words of a text, folded, possessives without their ending, abbreviations without their dots: "U.S." is "us". */
export const wordsIn = (text: string): readonly string[] =>
  (folded(text).match(/(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).map(bare);

const bare = (word: string): string => word.replace(/'s?$/, '').replaceAll('.', '');

/** A name's word as its transliterations share it: Zelensky, Zelenskyy and Zelenskiy are one. */
export const skeleton = (word: string): string =>
  TRANSLITERATIONS.reduce((form, [from, to]) => form.replace(from, to), folded(word));

/** Only the consonants of a skeleton, a lookup key under which spelling variants meet. */
export const consonants = (word: string): string => {
  const form = asWithG(skeleton(word));
  return form.slice(0, 1).replace(VOWELS, 'a') + form.slice(1).replace(VOWELS, '');
};

/** One Cyrillic letter is h in some languages and g in others: Olha, Olga. */
const asWithG = (form: string): string => form.replaceAll('h', 'g');

/** Letters from which two names that differ in h and g alone are one. */
const WITH_G = 4;

/**
 * Whether two words are spellings of one name: skeletons that are the same but for h and g, or within one edit for five
 * letters, two for nine.
 */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [skeleton(a), skeleton(b)];
  if (x === y || (x.length >= WITH_G && asWithG(x) === asWithG(y))) return true;
  const length = Math.min(x.length, y.length);
  const allowed = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return allowed > 0 && asWithG(x)[0] === asWithG(y)[0] && edits(asWithG(x), asWithG(y), allowed) <= allowed;
}

/** Insertions, deletions and changes from one word to the other; more than `most` is given as `most + 1`. */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(row[b.length]!, most + 1);
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    men: 'man',
    women: 'woman',
    children: 'child',
    people: 'person',
    persons: 'person',
    lives: 'life',
    feet: 'foot',
    mice: 'mouse',
    teeth: 'tooth',
    policemen: 'policeman',
    servicemen: 'serviceman',
    gunmen: 'gunman',
    militiamen: 'militiaman',
    fishermen: 'fisherman',
    firemen: 'fireman',
    crewmen: 'crewman',
  }),
);

/** A noun without its plural ending and a British or American spelling folded: "soldiers", "defense". */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  const single = word.length > 3 ? singular(word) : word;
  return single
    .replace(/ence$/, 'ense')
    .replace(/our$/, 'or')
    .replace(/tre$/, 'ter')
    .replace(/isation/, 'ization');
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}
