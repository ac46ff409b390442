import { type Day, isDay } from '../text/interval.ts';

/** A day as words name it, and where. */
export interface NamedDay {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const YEAR = String.raw`((?:19|20)\d\d)(?!\d)`;
const ORDINAL = '(?:st|nd|rd|th)?';
/** Numbered groups by form: [year, month, day] of each alternative. */
const FORMS: readonly { readonly pattern: string; readonly order: readonly [number, number, number] }[] = [
  { pattern: String.raw`${YEAR}[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)`, order: [1, 2, 3] },
  { pattern: String.raw`(${MONTH})\s*(\d{1,2})${ORDINAL}\s*,?\s*${YEAR}`, order: [3, 1, 2] },
  { pattern: String.raw`(\d{1,2})${ORDINAL}[\s-]+(?:of\s+)?(${MONTH})[\s,-]*${YEAR}`, order: [3, 2, 1] },
  { pattern: String.raw`${YEAR}[\s-]+(${MONTH})[\s-]+(\d{1,2})(?!\d)`, order: [1, 2, 3] },
];
const COMPILED = FORMS.map(({ pattern, order }) => ({
  pattern: new RegExp(String.raw`(?<![\d/])${pattern}`, 'giu'),
  order,
}));
const SLASHED = /(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/])/g;

/**
 * The days that a text names in full, in order of place. `03/04/2020` is the 4th of March, unless `dayFirst` or unless
 * the first number can be no month.
 */
export function daysIn(text: string, dayFirst = false): NamedDay[] {
  const found: NamedDay[] = [];
  for (const { pattern, order } of COMPILED) {
    for (const match of text.matchAll(pattern)) {
      const day = dayFrom(match[order[0]]!, match[order[1]]!, match[order[2]]!);
      if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
    }
  }
  for (const match of text.matchAll(SLASHED)) {
    const day = slashed(match[1]!, match[3]!, match[4]!, dayFirst || match[2] === '.');
    if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first day that a text names in full; `null` for none. */
export const dayIn = (text: string, dayFirst = false): Day | null =>
  daysIn(text.slice(0, 400), dayFirst)[0]?.day ?? null;

const LINE_WORDS = new RegExp(
  String.raw`\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|${MONTH}|\b(?:a\.?m\.?|p\.?m\.?|noon|midnight|est|edt|cst|cdt|mst|mdt|pst|pdt|gmt|utc|bst|cet|ist|et|ct|pt|hrs|hours|h|local time|at|on|the|of|published|posted|updated|last|first|modified|created|date|time|day|and|ago|minutes?|mins?|days?|weeks?|months?|today|yesterday|by|print|edition|issue|originally|uploaded|added|release|released)\b|[\d:.,/|•·()\[\]*+–—-]+|\s+|(?:st|nd|rd|th)\b`,
  'giu',
);
const CLOCK = /\d{1,2}:\d\d|\d\s*[ap]\.?m\b|\bago\b|\b(?:today|yesterday)\b/i;
const NAMED_MONTH = new RegExp(String.raw`\b${MONTH}\s*\d|\d\s*${MONTH}`, 'i');

/** Whether a line says when the capture was published or changed, and nothing else. */
export function dayLine(words: string): boolean {
  if (words.length > 120 || !/\d|today|yesterday/i.test(words)) return false;
  if (words.replace(LINE_WORDS, '') !== '') return false;
  return CLOCK.test(words) || NAMED_MONTH.test(words) || dayIn(words) !== null;
}

function dayFrom(year: string, month: string, day: string): Day | null {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return checked(Number(year), named || Number(month), Number(day));
}

function slashed(first: string, second: string, year: string, dayFirst: boolean): Day | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const [a, b] = [Number(first), Number(second)];
  const [month, day] = a > 12 || (dayFirst && b <= 12) ? [b, a] : [a, b];
  return checked(full, month, day);
}

function checked(year: number, month: number, day: number): Day | null {
  const words = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(words) ? words : null;
}
