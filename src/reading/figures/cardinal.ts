import { numberTables } from './data.ts';
import { digitValue, exactly } from './digits.ts';
import { partAfter } from './fraction.ts';
import type { Numeral } from './numeral.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';

/** A whole or decimal number in digits or words, with its scale words: "1,200", "1.2 million", "two dozen", "a hundred". */
export function cardinalAt(pieces: readonly Piece[], index: number, money: boolean): Numeral | null {
  const piece = pieces[index];
  if (!piece) return null;
  if (piece.kind === 'digits') return digitsAt(pieces, index, money);
  if (piece.kind === 'word') return wordsAt(pieces, index);
  return piece.text === '.' ? pointAt(pieces, index, money) : null;
}

/** ".5" at the start of a word. */
function pointAt(pieces: readonly Piece[], index: number, money: boolean): Numeral | null {
  const next = pieces[index + 1];
  const apart = !pieces[index]?.glued || money || !/[\p{L}\d]$/u.test(pieces[index - 1]?.text ?? ' ');
  if (!next?.glued || !apart || !/^\d+$/.test(next.text)) return null;
  return scaled(pieces, index, index + 2, Number(`0.${next.text}`), money, true);
}

function digitsAt(pieces: readonly Piece[], index: number, money: boolean): Numeral | null {
  const value = digitValue(pieces[index]?.text ?? '');
  if (Number.isNaN(value) || !Number.isFinite(value)) return null;
  const part = partAfter(pieces, index + 1, true);
  if (part) return scaled(pieces, index, part.to, value + part.value, money, true);
  return scaled(pieces, index, index + 1, value, money, true);
}

function wordsAt(pieces: readonly Piece[], index: number): Numeral | null {
  const { words, scales, dozens } = numberTables();
  const first = lowerAt(pieces, index);
  if (first === 'a' || first === 'an') {
    const next = lowerAt(pieces, index + 1);
    if (scales.has(next)) return spelledAt(pieces, index, { ...NOTHING_YET, group: 1, to: index + 1 });
    return dozens.has(next) ? scaled(pieces, index, index + 1, 1, false, false) : null;
  }
  if (dozens.has(first) || isBareScale(pieces, index)) return scaled(pieces, index, index, 1, false, false);
  return words.has(first) ? spelledAt(pieces, index, { ...NOTHING_YET, to: index }) : null;
}

/** "hundred thousand dollars", "hundred people": a scale word that stands for one of its kind. */
const isBareScale = (pieces: readonly Piece[], index: number): boolean =>
  numberTables().scales.has(lowerAt(pieces, index)) &&
  pieces[index + 1]?.kind === 'word' &&
  !pieces[index]?.glued &&
  !/^(?:the|this|that|per|of|an?)$/.test(lowerAt(pieces, index - 1));

interface Spelled {
  readonly total: number;
  readonly group: number;
  readonly limit: number;
  readonly largest: number;
  readonly to: number;
}

const NOTHING_YET: Spelled = { total: 0, group: 0, limit: Number.POSITIVE_INFINITY, largest: 1, to: 0 };

/** "one hundred and twenty-three thousand and four": ones, teens, tens and hundreds gather in a group that a scale multiplies. */
function spelledAt(pieces: readonly Piece[], index: number, begun: Spelled): Numeral {
  let state = begun;
  for (;;) {
    const next = grow(state, pieces);
    if (!next) break;
    state = next;
  }
  const value = state.total + state.group;
  const decimal = spelledDecimals(pieces, state.to);
  if (decimal) return scaled(pieces, index, decimal.to, value + decimal.value, false, false);
  const part = partAfter(pieces, state.to, false);
  if (part) {
    const times = state.group === 0 && state.largest >= 1000 ? state.largest : 1;
    const sum = scaled(pieces, index, part.to, value + part.value * times, false, false);
    return { ...sum, scale: Math.max(sum.scale, state.largest) };
  }
  const whole = scaled(pieces, index, state.to, value, false, false);
  return { ...whole, scale: Math.max(whole.scale, state.largest) };
}

/** "point two five" behind a number in words. */
function spelledDecimals(
  pieces: readonly Piece[],
  index: number,
): { readonly to: number; readonly value: number } | null {
  if (lowerAt(pieces, index) !== 'point') return null;
  const { words } = numberTables();
  let digits = '';
  let to = index + 1;
  for (
    let small = words.get(lowerAt(pieces, to));
    small !== undefined && digits.length < 15;
    small = words.get(lowerAt(pieces, to))
  ) {
    digits += small;
    to++;
  }
  return digits ? { to, value: Number(`0.${digits}`) } : null;
}

function grow(state: Spelled, pieces: readonly Piece[]): Spelled | null {
  const begun = state.group > 0 || state.total > 0;
  const at = begun ? afterLink(state, pieces) : state.to;
  const piece = pieces[at];
  if (!piece || (at === state.to && begun && piece.glued)) return null;
  const { words, scales } = numberTables();
  const small = words.get(piece.lower);
  if (small !== undefined) return addSmall(state, small, at);
  const scale = scales.get(piece.lower);
  if (scale === undefined || !begun || lowerAt(pieces, at - 1) === 'and') return null;
  return multiply(state, scale, at);
}

/** Past a hyphen, or an "and" that stands after a hundred or a scale. */
function afterLink(state: Spelled, pieces: readonly Piece[]): number {
  if (isJoint(pieces, state.to)) return state.to + 1;
  const round = state.group % 100 === 0 && (state.group > 0 || state.total > 0);
  const next = numberTables().words.get(lowerAt(pieces, state.to + 1)) ?? 0;
  return lowerAt(pieces, state.to) === 'and' && round && next > 0 ? state.to + 1 : state.to;
}

function addSmall(state: Spelled, small: number, at: number): Spelled | null {
  const { group, total } = state;
  const begun = group > 0 || total > 0;
  const room = small < 10 ? group % 10 === 0 && (group % 100 === 0 || group % 100 >= 20) : group % 100 === 0;
  if (begun && (!room || small === 0)) return null;
  return small === 0 ? { ...state, limit: 0, to: at + 1 } : { ...state, group: group + small, to: at + 1 };
}

function multiply(state: Spelled, scale: number, at: number): Spelled | null {
  if (scale === 100)
    return state.group > 0 && state.group < 100
      ? { ...state, group: state.group * 100, largest: Math.max(state.largest, 100), to: at + 1 }
      : null;
  if (scale >= state.limit) return null;
  const group = Math.max(state.group, 1) * scale;
  return {
    total: state.total + group,
    group: 0,
    limit: scale,
    largest: Math.max(state.largest, scale),
    to: at + 1,
  };
}

/** Multiplies by the scale words, marks and dozens that follow: "million", "bn", "hundred thousand", "dozen". */
function scaled(
  pieces: readonly Piece[],
  from: number,
  start: number,
  value: number,
  money: boolean,
  digits: boolean,
): Numeral {
  let to = start;
  let scale = 1;
  for (let turn = 0; turn < 2; turn++) {
    const step = scaleStep(pieces, to, digits && turn === 0, money);
    if (!step) break;
    scale *= step.value;
    to = step.to;
  }
  const half = scale > 1 ? andHalf(pieces, to) : 0;
  const whole = exactly((value + (half ? 0.5 : 0)) * scale);
  to += half;
  return { from, to, low: whole, high: whole, sort: 'number', scale, digits };
}

/** The pieces of "and a half" behind a scale word: "a million and a half". */
const andHalf = (pieces: readonly Piece[], at: number): number =>
  lowerAt(pieces, at) === 'and' && lowerAt(pieces, at + 1) === 'a' && lowerAt(pieces, at + 2) === 'half'
    ? 3
    : 0;

function scaleStep(
  pieces: readonly Piece[],
  at: number,
  marks: boolean,
  money: boolean,
): { readonly to: number; readonly value: number } | null {
  const { scales, dozens, scaleMarks } = numberTables();
  const place = isJoint(pieces, at) ? at + 1 : at;
  const piece = pieces[place];
  if (!piece) return null;
  const value = scales.get(piece.lower) ?? dozens.get(piece.lower);
  if (value !== undefined) return { to: place + 1, value };
  if (!marks || place !== at) return null;
  const mark = scaleMarks.get(piece.lower);
  if (mark !== undefined && markStands(piece, money)) return { to: at + 1, value: mark };
  return letterStep(pieces, at, money);
}

/** "3bn", "3 bln tonnes", "$3 mn", "$1MM", but "5 k" and "3 mm" are none. */
const markStands = ({ lower, text, glued }: Piece, money: boolean): boolean => {
  if (lower === 'mm') return money && text === 'MM';
  return glued || (money && lower !== 'k') || /^(?:[mbt]r?ln|bn)$/.test(lower);
};

/** A glued "m" is a million after a currency sign, and before a plural: "£2.5m", "5m people", "5M", but "100m", "5m deep". */
function letterStep(pieces: readonly Piece[], at: number, money: boolean) {
  const piece = pieces[at];
  const value = piece && numberTables().scaleMarksOfMoney.get(piece.lower);
  if (!piece?.glued || value === undefined) return null;
  const next = pieces[at + 1];
  const plural =
    piece.text === 'm' && !!next && !next.glued && /^\p{Ll}{2,}(?:s|ople|men|ren)$/u.test(next.text);
  const capital = piece.text === 'M' && !next?.glued;
  return money || plural || capital ? { to: at + 1, value } : null;
}
