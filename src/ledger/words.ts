import type { Claim, Hedge, Measure, Scope, Stance } from '../reading/claim.ts';
import type { Day, Interval } from '../text/interval.ts';
import type { Question, Relation } from './ledger.ts';

/** What a measure is called where people read. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  killed: 'killed',
  wounded: 'wounded',
  'killed-or-wounded': 'killed or wounded',
  missing: 'missing',
  captured: 'captured',
  freed: 'freed',
  displaced: 'displaced',
  detained: 'detained',
  rescued: 'rescued',
  infected: 'infected',
  deployed: 'deployed',
  destroyed: 'destroyed',
  launched: 'launched',
  intercepted: 'intercepted',
  'area-held': 'area held',
  'area-taken': 'area taken',
  money: 'money',
  dismissed: 'dismissed',
  vote: 'vote',
  other: 'other',
};

/** What a hedge says in plain words. */
export const HEDGE_WORDS: Readonly<Record<Hedge, string>> = {
  unverified: 'not verified',
  'no-evidence': 'no evidence given',
  anonymous: 'speaker anonymous',
  estimate: 'an estimate',
  alleged: 'alleged',
  preliminary: 'preliminary',
  conditional: 'conditional',
  denied: 'denied by others',
};

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  incident: 'one event',
  cumulative: 'running total',
  rate: 'rate',
  state: 'how things stand',
};

/** What a responder does, after the name. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  denies: 'denies it',
  declines: 'does not comment',
  confirms: 'confirms it',
  'cannot-verify': 'could not verify it',
  'no-evidence': 'gave no evidence',
};

/** How one assertion stands to another, before that other. */
export const RELATION_WORDS: Readonly<Record<Relation['kind'], string>> = {
  updates: 'updates',
  repeats: 'repeats',
  agrees: 'agrees with',
  differs: 'differs from',
  'part-of': 'part of',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `26 Dec 2024`; "undated" for none. Dates are written this way everywhere. */
export function dayWords(day: Day | null): string {
  if (day === null) return 'undated';
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `14–15 Dec 2024`, `up to 23 Dec 2024`, `from 1 Aug 2024`; an empty text for none. */
export function intervalWords(interval: Interval | null): string {
  if (!interval || (interval.from === null && interval.to === null)) return '';
  const { from, to } = interval;
  if (from === to) return dayWords(from);
  if (from === null) return `up to ${dayWords(to)}`;
  if (to === null) return `from ${dayWords(from)}`;
  const [a, b] = [dayWords(from).split(' '), dayWords(to).split(' ')];
  const shared = a[2] !== b[2] ? 0 : a[1] !== b[1] ? 1 : 2;
  return `${a.slice(0, 3 - shared).join(' ')}–${b.join(' ')}`;
}

/** `12,000`, `1.5`; "?" for none. Numbers are written this way everywhere. */
export function numberWords(value: number | null): string {
  if (value === null) return '?';
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.');
  const grouped = /e/.test(whole) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part ? `${grouped}.${part}` : grouped;
}

/** A unit's words after a number: "%", " km2", " USD", " a day"; nothing for persons and things. */
export function unitWords(unit: string, per: string | null): string {
  const shown = unit === 'person' || unit === 'item' ? '' : unit === 'percent' ? '%' : ` ${unit}`;
  return `${shown}${per ? ` a ${per}` : ''}`;
}

/** What a question asks: "killed or wounded · North Korean soldiers · Kursk · running total". */
export function questionWords({ measure, predicate, group, place, scope }: Question): string {
  const asked = measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure];
  return [asked, group, place, SCOPE_WORDS[scope]].filter(Boolean).join(' · ');
}

/** `300 – 3,000 – 3,000 km2`, or one number where low, best and high are the same. */
export function estimateWords({ low, best, high, unit, per }: Question): string {
  const numbers = [low, best, high].map(numberWords);
  return (new Set(numbers).size === 1 ? numbers[0]! : numbers.join(' – ')) + unitWords(unit, per);
}

/** A claim's chain from the originator to the nearest speaker, as its readers met it. */
export function chainWords({ chain, originator }: Claim): string {
  return chain.length
    ? chain
        .map(({ name }) => name)
        .reverse()
        .join(', by ')
    : originator;
}
