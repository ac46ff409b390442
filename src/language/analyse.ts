import type { Article, Block } from '../text/article.ts';
import { listed } from '../text/listed.ts';
import { leadInLength } from './lead-in.ts';
import type { Reading } from './lemma.ts';
import type { Lexeme } from './lexeme.ts';
import { languageModel, type Model } from './model.ts';
import { type Parse, parse } from './parser.ts';
import { type DraftTree, repair } from './repairs.ts';
import type { Sentence, Token } from './sentence.ts';
import { sentenceStarts } from './split.ts';
import { tag } from './tagger.ts';
import { tokenize, type Word } from './tokenize.ts';

/** The sentences of an article's kept blocks, in the order of the text. A line's end always ends a sentence. */
export function analyse({ text, blocks }: Article): readonly Sentence[] {
  return analyseBlocks(text, blocks, languageModel());
}

/** The sentences of all of an article's blocks, those too that reading drops. */
export function analyseWhole({ text, blocks }: Article): readonly Sentence[] {
  return analyseBlocks(
    text,
    blocks.map((block) => ({ ...block, kept: true })),
    languageModel(),
  );
}

/** The sentences of a plain text, taken as one block of body. */
export function analyseText(text: string, model = languageModel()): readonly Sentence[] {
  const block: Block = { start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' };
  return analyseBlocks(text, [block], model);
}

/** The same sentences and tokens with tags, lemmas and trees of our own. */
export function reanalyse(sentences: readonly Sentence[], model = languageModel()): readonly Sentence[] {
  const drafts = sentences.map(({ tokens, paragraph, headline }) => ({
    words: listed(tokens, ({ start, end, joined = false }) => ({ start, end, joined })),
    lexemes: listed(tokens, (token) => model.look(token.text)),
    paragraph,
    headline,
  }));
  return sentencesOf(model, drafts);
}

/** A sentence before its analysis. */
interface Draft {
  readonly words: readonly Word[];
  readonly lexemes: readonly Lexeme[];
  readonly paragraph: number;
  readonly headline: boolean;
}

const LINE = /[^\n\r\u2028\u2029]+/gu;

/** Longer sentences are cut: no report has them, and a list run together must not become one tree. */
const LONGEST_SENTENCE = 400;

function analyseBlocks(text: string, blocks: readonly Block[], model: Model): readonly Sentence[] {
  return sentencesOf(model, draftsOf(text, blocks, model));
}

function draftsOf(text: string, blocks: readonly Block[], { look }: Model): readonly Draft[] {
  const drafts: Draft[] = [];
  let paragraph = 0;
  for (const block of blocks) {
    if (!block.kept) continue;
    for (const [from, to] of linesOf(text, block.start, block.end)) {
      const words = tokenize(text, from, to);
      if (!words.length) continue;
      const headline = block.kind === 'headline';
      for (const part of partsOf(words, sentenceStarts(text, words)))
        drafts.push({
          words: part,
          lexemes: listed(part, ({ start, end }) => look(text.slice(start, end))),
          paragraph,
          headline,
        });
      paragraph++;
    }
  }
  return drafts;
}

function linesOf(text: string, from: number, to: number): readonly (readonly [number, number])[] {
  return Array.from(text.slice(from, to).matchAll(LINE), (line) => [
    from + line.index,
    from + line.index + line[0].length,
  ]);
}

/** The words of each sentence. */
function partsOf(words: readonly Word[], starts: readonly number[]): readonly (readonly Word[])[] {
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? words.length;
    const parts: (readonly Word[])[] = [];
    for (let from = start; from < end; from += LONGEST_SENTENCE)
      parts.push(words.slice(from, Math.min(end, from + LONGEST_SENTENCE)));
    return parts;
  });
}

/** All words are tagged before the first sentence is parsed, so that what each of the two looks up stays near the processor. */
function sentencesOf(model: Model, drafts: readonly Draft[]): readonly Sentence[] {
  const tags = drafts.map(({ lexemes }) => tag(model.tagger, lexemes));
  retag(model.tags, drafts, tags);
  return drafts.map((draft, i) => sentenceOf(model, draft, i, tags[i]!));
}

/** Tags that a word's form and its neighbour rule out: in "N Korea" no "and", in "gold mine floods" nobody's. */
function retag(names: readonly string[], drafts: readonly Draft[], tags: readonly Uint8Array[]): void {
  const [and, name] = [names.indexOf('CCONJ|CC'), names.indexOf('PROPN|NNP')];
  const [pronoun, noun] = [names.indexOf('PRON|PRP'), names.indexOf('NOUN|NN')];
  if (name < 0 || noun < 0) return;
  for (const [at, { lexemes }] of drafts.entries()) {
    const own = tags[at]!;
    for (let i = 0; i < lexemes.length; i++) {
      if (own[i] === and && /^\p{Lu}$/u.test(lexemes[i]!.text)) own[i] = name;
      else if (own[i] === pronoun && isPit(lexemes, i, names[own[i - 1]!])) own[i] = noun;
    }
  }
}

/** "mine" is somebody's where it is told of ("is mine", "Mine is", "hit mine."), or behind "of", "than", "like", "and" and "or". */
function isPit(lexemes: Draft['lexemes'], i: number, tag = ''): boolean {
  if (!/^mine$/i.test(lexemes[i]!.text)) return false;
  const [before, next] = [lexemes[i - 1]?.text ?? '', lexemes[i + 1]?.text ?? ''];
  if (tag.startsWith('VERB') && !/^\p{L}/u.test(next)) return false;
  return !OWNED.test(before) && !(before === '' && BE.test(next));
}

const BE = /^(?:is|are|was|were|be|been|['’]s)$/i;
const OWNED = /^(?:is|are|was|were|be|been|become|became|['’]s|['’]re|of|than|like|and|or|not|all|to)$/i;

function sentenceOf(
  model: Model,
  { words, lexemes, paragraph, headline }: Draft,
  index: number,
  tags: Uint8Array,
): Sentence {
  const forms = listed(lexemes, ({ text }) => text);
  const lead = headline ? 0 : leadInLength(forms, words);
  const parsed = lead ? parseBehind(model, lexemes, tags, lead) : parse(model.parser, lexemes, tags);
  const tree: DraftTree = {
    forms: listed(lexemes, ({ lowered }) => lowered),
    tags: named(model.tags, tags),
    head: parsed.head,
    deprels: named(model.relations, parsed.label),
  };
  repair(tree);
  const tokens = listed(words, (word, i) =>
    tokenOf(word, forms[i]!, i, readingOf(model, lexemes[i]!, tree.tags[i]!), tree, parsed.margin[i]!),
  );
  return { start: words[0]!.start, end: words.at(-1)!.end, index, paragraph, headline, tokens };
}

function readingOf(model: Model, lexeme: Lexeme, tag: string): Reading {
  for (let known = lexeme.reading; known; known = known.next) if (known.tag === tag) return known;
  lexeme.reading = { ...model.read(lexeme.text, tag), next: lexeme.reading };
  return lexeme.reading;
}

function named(names: readonly string[], numbers: Uint8Array): string[] {
  const own: string[] = [];
  for (let i = 0; i < numbers.length; i++) own.push(names[numbers[i]!]!);
  return own;
}

/** The tree of what stands behind a lead-in, whose words hang on its root by `dep`. */
function parseBehind(
  { parser, relations }: Model,
  words: readonly Lexeme[],
  tags: Uint8Array,
  lead: number,
): Parse {
  const { head, label, margin } = parse(parser, words.slice(lead), tags.subarray(lead));
  const root = lead + head.indexOf(-1);
  const dep = Math.max(relations.indexOf('dep'), 0);
  const behind = <A extends { set(from: ArrayLike<number>, at: number): void }>(
    all: A,
    own: ArrayLike<number>,
  ): A => {
    all.set(own, lead);
    return all;
  };
  return {
    head: behind(
      new Int32Array(words.length).fill(root),
      head.map((at) => (at < 0 ? at : at + lead)),
    ),
    label: behind(new Uint8Array(words.length).fill(dep), label),
    margin: behind(new Float32Array(words.length), margin),
  };
}

function tokenOf(
  { start, end, joined }: Word,
  text: string,
  index: number,
  { lemma, upos, xpos, feats }: Reading,
  tree: DraftTree,
  margin: number,
): Token {
  return {
    start,
    end,
    index,
    text,
    joined,
    lemma,
    upos,
    xpos,
    feats,
    head: tree.head[index]!,
    deprel: tree.deprels[index]!,
    margin,
  };
}
