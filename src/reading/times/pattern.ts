/**
 * Patterns over classes of words: `the? (mod dash?)? month dom/ordinal (","? y:year)?`. A bare name is a class, `"ago"`
 * a word, `a/b` either of them, `name:` names what it takes, `?` makes the thing before it optional, `|` within
 * parentheses chooses. A pattern becomes a regular expression over one character a word.
 */
export interface Pattern {
  readonly source: string;
  readonly node: Node;
  /** The named parts in the order of the expression's groups; a name may stand in several alternatives. */
  readonly parts: readonly Part[];
}

/** A named part and the classes that it takes. */
export interface Part {
  readonly name: string;
  readonly classes: readonly string[];
}

type Node =
  | { readonly kind: 'word'; readonly name: string | null; readonly classes: readonly string[] }
  | { readonly kind: 'optional'; readonly of: Node }
  | { readonly kind: 'row'; readonly of: readonly Node[] }
  | { readonly kind: 'choice'; readonly of: readonly Node[] };

const PIECE = /\s*(\(|\)|\||\?|(?:[a-z]\w*:)?(?:"[^"]+"|\w+)(?:\/(?:"[^"]+"|\w+))*)\s*/gy;

/**
 * Reads a pattern.
 * @throws SyntaxError quoting the pattern where it cannot be read
 */
export function parsePattern(source: string): Pattern {
  const pieces = piecesOf(source);
  const parts: Part[] = [];
  let at = 0;
  const choice = (): Node => {
    const rows = [row()];
    while (pieces[at] === '|') {
      at++;
      rows.push(row());
    }
    return rows.length === 1 ? rows[0]! : { kind: 'choice', of: rows };
  };
  const row = (): Node => {
    const of: Node[] = [];
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') of.push(item());
    return { kind: 'row', of };
  };
  const item = (): Node => {
    const piece = pieces[at++]!;
    let node: Node;
    if (piece === '(') {
      node = choice();
      if (pieces[at++] !== ')') throw unreadable(source);
    } else node = wordNode(piece, parts);
    while (pieces[at] === '?') {
      at++;
      node = { kind: 'optional', of: node };
    }
    return node;
  };
  const node = choice();
  if (at < pieces.length) throw unreadable(source);
  return { source, node, parts };
}

const unreadable = (source: string): SyntaxError =>
  new SyntaxError(
    `cannot read the time pattern ${JSON.stringify(source)}; check its parentheses and quotation marks`,
  );

function piecesOf(source: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const match of source.matchAll(PIECE)) {
    pieces.push(match[1]!);
    end = match.index + match[0].length;
  }
  if (end !== source.length) throw unreadable(source);
  return pieces;
}

function wordNode(piece: string, parts: Part[]): Node {
  const named = /^([a-z]\w*):(.*)$/s.exec(piece);
  const classes = splitClasses(named?.[2] ?? piece);
  const name = named?.[1] ?? null;
  if (name) parts.push({ name, classes });
  return { kind: 'word', name, classes };
}

/** `"of"/dash` to its classes; a word's class is itself in quotation marks. */
const splitClasses = (words: string): readonly string[] => words.match(/"[^"]+"|\w+/g) ?? [];

/** Every word in quotation marks that the pattern names. */
export const literalsOf = (pattern: Pattern): readonly string[] =>
  (pattern.source.match(/"[^"]+"/g) ?? []).map((literal) => literal.slice(1, -1));

/** The classes that a match can begin with. */
export function firstsOf(pattern: Pattern): ReadonlySet<string> {
  const firsts = new Set<string>();
  collectFirsts(pattern.node, firsts);
  return firsts;
}

/** Adds the classes that the node can begin with; whether it can be empty. */
function collectFirsts(node: Node, firsts: Set<string>): boolean {
  switch (node.kind) {
    case 'word':
      for (const each of node.classes) firsts.add(each);
      return false;
    case 'optional':
      collectFirsts(node.of, firsts);
      return true;
    case 'row':
      return node.of.every((part) => collectFirsts(part, firsts));
    case 'choice':
      return node.of.map((part) => collectFirsts(part, firsts)).some(Boolean);
  }
}

/** How many words a match has at most. */
export const lengthOf = (pattern: Pattern): number => longestOf(pattern.node);

function longestOf(node: Node): number {
  switch (node.kind) {
    case 'word':
      return 1;
    case 'optional':
      return longestOf(node.of);
    case 'row':
      return node.of.reduce((sum, part) => sum + longestOf(part), 0);
    case 'choice':
      return Math.max(...node.of.map(longestOf));
  }
}

/** The pattern as a sticky expression, given the characters that stand for words of some classes. */
export const compilePattern = (pattern: Pattern, symbolsOf: (classes: readonly string[]) => string): RegExp =>
  new RegExp(sourceOf(pattern.node, symbolsOf), 'dy');

function sourceOf(node: Node, symbolsOf: (classes: readonly string[]) => string): string {
  switch (node.kind) {
    case 'word': {
      const symbols = symbolsOf(node.classes);
      if (!symbols)
        throw new SyntaxError(`no word of class ${node.classes.join('/')}; add one to lexicon/times.json`);
      const set = `[${symbols}]`;
      return node.name ? `(${set})` : set;
    }
    case 'optional':
      return `(?:${sourceOf(node.of, symbolsOf)})?`;
    case 'row':
      return node.of.map((part) => sourceOf(part, symbolsOf)).join('');
    case 'choice':
      return `(?:${node.of.map((part) => sourceOf(part, symbolsOf)).join('|')})`;
  }
}
