import { lexiconFiles } from '../text/lexicon.ts';

interface Words {
  readonly announces: readonly string[];
  readonly ours: readonly string[];
}

/** Quoted words of at most this many characters are part of the reporter's sentence: a nickname, a title. */
const SHORT = 24;
/** Paragraphs that a statement printed without quotation marks may run on. */
const STATEMENT = 8;
/** A post as pages embed it: its words, a dash, the account's name and its handle. */
const POST = /[—–-]\s[^—–]{0,80}\(@\w{1,30}\)/u;
/** A clip that the page offers, led by its running time. */
const CLIP = /^\s*\d{1,2}:\d\d\s+\p{L}/u;
/** As many lines that look so are a list of clips. */
const CLIPS = 3;
const MARK = /["“”]/u;
const WORDS = /[\p{L}’']+/gu;

/**
 * The line with every quotation but short ones replaced by a space. One that is not closed is taken to run to the
 * line's end, and one that was not opened from its start, as quotations of many paragraphs do.
 */
export function withoutQuotations(line: string): string {
  if (!MARK.test(line)) return line;
  const first = nextOf(line, 0, '"“”');
  const kept: string[] = [];
  let from = line[first] === '”' ? first + 1 : 0;
  while (from < line.length) {
    const open = nextOf(line, from, '"“');
    const close = nextOf(line, open + 1, line[open] === '“' ? '”' : '"”');
    const end = Math.min(close + 1, line.length);
    kept.push(line.slice(from, close - open <= SHORT ? end : open));
    from = end;
  }
  return kept.join(' ');
}

/** Indexes of the lines that are wholly somebody else's: embedded posts, lists of clips, statements after a colon. */
export function quotedLines(lines: readonly string[]): ReadonlySet<number> {
  const clips = lines.flatMap((line, i) => (CLIP.test(line) ? [i] : []));
  const quoted = new Set<number>(clips.length >= CLIPS ? clips : []);
  lines.forEach((line, i) => {
    if (POST.test(line)) quoted.add(i);
    else if (announces(line)) for (let at = i + 1; at <= endOfStatement(lines, i); at++) quoted.add(at);
  });
  return quoted;
}

function announces(line: string): boolean {
  return /:\s*$/u.test(line) && hasAny(line.slice(-200), 'announces');
}

/** The last of the next lines that speaks of its speakers as "we"; the announcing line itself where none does. */
function endOfStatement(lines: readonly string[], at: number): number {
  let last = at;
  for (let i = at + 1; i <= at + STATEMENT && i < lines.length; i++) if (hasAny(lines[i]!, 'ours')) last = i;
  return last;
}

function hasAny(line: string, list: keyof Words): boolean {
  const known = wordsOf()[list];
  for (const [word] of line.matchAll(WORDS)) if (known.has(word.toLowerCase())) return true;
  return false;
}

let cached: {
  readonly files: readonly Partial<Words>[];
  readonly words: Record<keyof Words, ReadonlySet<string>>;
} | null = null;

function wordsOf(): Record<keyof Words, ReadonlySet<string>> {
  const files = lexiconFiles<Partial<Words>>('stories');
  if (cached?.files !== files) {
    const all = (list: keyof Words) => new Set(files.flatMap((file) => file[list] ?? []));
    cached = { files, words: { announces: all('announces'), ours: all('ours') } };
  }
  return cached.words;
}

function nextOf(line: string, from: number, marks: string): number {
  for (let i = from; i < line.length; i++) if (marks.includes(line[i]!)) return i;
  return line.length;
}
