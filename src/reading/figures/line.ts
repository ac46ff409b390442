import type { Sentence, Token } from '../../language/sentence.ts';
import { listed } from '../../text/listed.ts';
import { classTables } from './contexts.ts';
import type { Piece } from './pieces.ts';

/** A sentence as the figures reader sees it. */
export interface Line {
  readonly text: string;
  readonly sentence: Sentence;
  readonly pieces: readonly Piece[];
  /** The token that each piece stands in; `null` where the sentence has no tags. */
  readonly tokens: readonly (Token | undefined)[] | null;
  /** Most of its words begin with a capital, as in a headline: capitals tell no names. */
  readonly titled: boolean;
}

export type WordClass =
  | 'noun'
  | 'name'
  | 'adjective'
  | 'participle'
  | 'verb'
  | 'function'
  | 'adverb'
  | 'mark'
  | 'number';

/** What stands in a token's tag before it has one. */
const UNTAGGED: ReadonlySet<string> = new Set(['', '_', 'X', 'PUNCT']);

/** @param pieces those of the sentence */
export function lineOf(text: string, sentence: Sentence, pieces: readonly Piece[]): Line {
  const tagged = sentence.tokens.some((token) => !UNTAGGED.has(token.upos));
  return {
    text,
    sentence,
    pieces,
    tokens: tagged ? tokensOf(pieces, sentence.tokens) : null,
    titled: isTitled(pieces),
  };
}

/** What kind of word a piece is: by its token's tag, or where there is none by its look and the lexicon. */
export function classAt(line: Line, index: number): WordClass | null {
  const piece = line.pieces[index];
  if (!piece) return null;
  if (piece.kind === 'mark') return 'mark';
  if (piece.kind === 'digits') return 'number';
  const token = line.tokens?.[index];
  return token ? taggedClass(token) : guessedClass(piece, index);
}

/** Whether the piece begins with a capital, or as brand names do: "iPad". */
export const isCapital = (line: Line, index: number): boolean =>
  /^\p{Lu}|^\p{Ll}\p{Lu}/u.test(line.pieces[index]?.text ?? '');

function tokensOf(pieces: readonly Piece[], tokens: readonly Token[]): readonly (Token | undefined)[] {
  let at = 0;
  return listed(pieces, (piece) => {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= piece.start) at++;
    const token = tokens[at];
    return token && token.start < piece.end ? token : undefined;
  });
}

const TAG_CLASS: Readonly<Record<string, WordClass>> = {
  NOUN: 'noun',
  PROPN: 'name',
  ADJ: 'adjective',
  VERB: 'verb',
  AUX: 'verb',
  ADV: 'adverb',
  NUM: 'number',
  SYM: 'mark',
  PUNCT: 'mark',
};

function taggedClass(token: Token): WordClass {
  if (token.upos === 'VERB' && /^VB[NG]$/.test(token.xpos)) return 'participle';
  return TAG_CLASS[token.upos] ?? 'function';
}

function guessedClass(piece: Piece, index: number): WordClass {
  const { functions, verbs, adverbs, persons } = classTables();
  const word = piece.lower;
  if (functions.has(word)) return 'function';
  if (/...ed$/.test(word)) return 'participle';
  if (verbs.has(word)) return 'verb';
  if (adverbs.has(word) || /..ly$/.test(word)) return 'adverb';
  if (persons.has(word)) return 'noun';
  if (index > 0 && /^\p{Lu}/u.test(piece.text)) return 'name';
  if (/...ing$/.test(word)) return 'participle';
  return /(?:[^s]s|people|men)$/.test(word) ? 'noun' : 'adjective';
}

const MANY_CAPITALS = 0.7;
const TITLE_WORDS = 4;

function isTitled(pieces: readonly Piece[]): boolean {
  const long = pieces.filter((piece) => piece.kind === 'word' && piece.text.length > 3);
  const capitals = long.filter((piece) => /^\p{Lu}/u.test(piece.text)).length;
  return long.length >= TITLE_WORDS - 1 && capitals >= MANY_CAPITALS * long.length;
}
