import { plainWordEnd } from '../../text/plain-word.ts';
import type { Span } from '../../text/span.ts';

export type PieceKind = 'digits' | 'word' | 'mark';

/** The smallest thing that the figures reader looks at: a number in digits, a word of letters, or one other character. */
export interface Piece extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: PieceKind;
  /** Whether no white space stands between it and the piece before. */
  readonly glued: boolean;
}

const GROUPED = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)`;
const SPACED = String.raw`\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|[1-9]\d{0,2}(?:(?: \d{3}){0,3} 000|(?: \d{3}){2,4})(?!\d)`;
const DIGITS = String.raw`${SPACED}|${GROUPED}|\d+(?:\.\d+)+|\d+|[¼-¾⅐-⅞]`;
const WORD = String.raw`[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*`;
const PIECE = new RegExp(`(${DIGITS})|(${WORD})|\\S`, 'gu');

/**
 * The pieces of a run of the text, in order; every character that is not white space is in exactly one. Marks and white
 * space belong to no word: "$5.6bn" is `$`, `5.6`, `bn`. Linear in the run's length.
 */
export function piecesOf(text: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const run = text.slice(start, end);
  let last = 0;
  for (let at = 0; at < run.length; ) {
    if (run[at] === ' ') {
      at++;
      continue;
    }
    const found = pieceAt(run, at);
    if (!found) break;
    const { from, words, kind } = found;
    const glued = from === last && pieces.length > 0;
    last = from + words.length;
    pieces.push({ start: start + from, end: start + last, text: words, lower: plain(words), kind, glued });
    at = last;
  }
  return pieces;
}

/** The first piece from a place on. */
function pieceAt(run: string, at: number): { from: number; words: string; kind: PieceKind } | null {
  const end = plainWordEnd(run, at);
  if (end > at) return { from: at, words: run.slice(at, end), kind: 'word' };
  PIECE.lastIndex = at;
  const match = PIECE.exec(run);
  if (!match) return null;
  const kind = match[1] !== undefined ? 'digits' : match[2] !== undefined ? 'word' : 'mark';
  return { from: match.index, words: match[0], kind };
}

/** Words as the lexicon spells them: lower case, one kind of apostrophe and hyphen. */
function plain(words: string): string {
  if (words.length === 1 && HYPHENS.has(words)) return '-';
  const lower = words.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '‐', '‑', '\u00ad']);

/** The lower-case form at an index; the empty string beyond the ends. */
export const lowerAt = (pieces: readonly Piece[], index: number): string => pieces[index]?.lower ?? '';

/** Whether a hyphen without white space around it joins the pieces before and after the index. */
export const isJoint = (pieces: readonly Piece[], index: number): boolean =>
  lowerAt(pieces, index) === '-' && !!pieces[index]?.glued && !!pieces[index + 1]?.glued;

/** Whether the mark is a hyphen or a dash of any length. */
export const isDash = (piece: Piece | undefined): boolean =>
  piece?.kind === 'mark' && /^[-‐‑–—−]$/.test(piece.text);
