import { styleText } from 'node:util';

/** Roles that words play in the terminal ledger. */
export type Role = 'title' | 'number' | 'name' | 'quiet' | 'hedge' | 'conflict' | 'mark';

/** Gives words the look of their role. */
export type Paint = (role: Role, words: string) => string;

const LOOKS = {
  title: ['bold', 'underline'],
  number: 'bold',
  name: 'cyan',
  quiet: 'gray',
  hedge: 'yellow',
  conflict: 'red',
  mark: 'inverse',
} as const satisfies Record<Role, unknown>;

/** No look at all: files, pipes, tests. */
export const unpainted: Paint = (_role, words) => words;

/** Colour on a terminal that has it and where NO_COLOR is not set; nothing elsewhere. */
export const painted: Paint = (role, words) =>
  styleText(LOOKS[role] as 'bold', words, { stream: process.stdout });

/**
 * Text of a capture made safe to print: control characters, terminal escapes and marks that reorder a line are
 * taken out, white space is folded.
 */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
