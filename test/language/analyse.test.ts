import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse, analyseText, analyseWhole, reanalyse } from '../../src/language/analyse.ts';
import { fromConllu, toConllu } from '../../src/language/conllu.ts';
import type { Sentence } from '../../src/language/sentence.ts';
import type { Article } from '../../src/text/article.ts';

const sentencesOf = (text: string): readonly string[] =>
  analyseText(text).map(({ start, end }) => text.slice(start, end));

/** Texts with a bar where one sentence ends and the next begins. */
const SPLITS: readonly string[] = [
  'The dam broke.| Nobody was hurt.',
  'The dam broke|\nNobody was hurt',
  'DAM BREAKS IN NORTH|\nThousands Leave Their Homes',
  'It broke on Dec. 20 near the U.S. border.| Gen. Holt saw it.',
  'The firm lost $5.6bn (€5.3bn) in May.| It will close.',
  '"We saw it. |We ran," he said.',
  'They lost the war.|He left.',
  '• One dam broke|\n• One bridge fell',
  'KYIV — Two N Korean men were seen.| One fled.',
  'NORTHTOWN (Reuters) - Two men were seen.| One fled.',
  'Who was it?| Nobody knows!| They asked again.',
  'She spoke to J. Holt of Holt Inc. on Monday.',
  '1. The dam broke.| 2. Nobody was hurt.',
  'The dam broke. [3]| Nobody was hurt.[4]| It was old.',
  'Nobody was hurt. :)| Good.',
  'Was it old? . . .| It was.',
];

for (const marked of SPLITS)
  test(`sentences of ${JSON.stringify(marked)}`, () => {
    const right = marked.split('|').map((part) => part.trim());
    assert.deepEqual(sentencesOf(marked.replaceAll('|', '')), right);
  });

const MINES: readonly (readonly [text: string, tag: string])[] = [
  ['Blast at coal mine kills 12', 'NOUN'],
  ['Mine blast kills 12', 'NOUN'],
  ['Twelve dead in mine blast', 'NOUN'],
  ['Gold mine floods, 12 missing', 'NOUN'],
  ['That house is mine.', 'PRON'],
  ['A friend of mine left.', 'PRON'],
  ['Your vote and mine count.', 'PRON'],
  ['His car hit mine.', 'PRON'],
];
for (const [text, tag] of MINES)
  test(`mine is ${tag}: ${text}`, () => {
    const tokens = analyseText(text).flatMap((sentence) => sentence.tokens);
    assert.equal(tokens.find((token) => token.text.toLowerCase() === 'mine')?.upos, tag);
  });

test('dropped blocks are not read, headlines are known, paragraphs are counted', () => {
  const text = 'Dam breaks\nShare this\nIt broke. Nobody was hurt.';
  const article = {
    text,
    blocks: [
      { start: 0, end: 11, kind: 'headline', kept: true, reason: 'headline' },
      { start: 11, end: 22, kind: 'furniture', kept: false, reason: 'share buttons' },
      { start: 22, end: text.length, kind: 'body', kept: true, reason: 'body' },
    ],
  } as unknown as Article;
  assert.deepEqual(
    analyseWhole(article).map(({ start, end }) => text.slice(start, end)),
    ['Dam breaks', 'Share this', 'It broke.', 'Nobody was hurt.'],
  );
  const said = analyse(article).map(({ start, end, paragraph, headline }) => [
    text.slice(start, end),
    paragraph,
    headline,
  ]);
  assert.deepEqual(said, [
    ['Dam breaks', 0, true],
    ['It broke.', 1, false],
    ['Nobody was hurt.', 1, false],
  ]);
});

/** Whether following the heads from every token reaches the one root. */
function isTree({ tokens }: Sentence): boolean {
  if (tokens.filter(({ head, deprel }) => head === -1 && deprel === 'root').length !== 1) return false;
  return tokens.every((token) => {
    let at = token;
    for (let steps = 0; at.head >= 0; steps++) {
      if (steps > tokens.length || !tokens[at.head]) return false;
      at = tokens[at.head]!;
    }
    return true;
  });
}

const pieces = fc.constantFrom(
  'the',
  'Dr.',
  'men',
  'have',
  'left',
  'according',
  'to',
  ',',
  '.',
  '"',
  "n't",
  'U.S.',
  '30',
  '%',
  '\n',
  ' ',
  '  ',
  '(',
  '—',
  '’s',
  'Mira',
  'and',
  'said',
  '\u00ad',
  '😀',
  '\ud800',
  'a@b.c',
  '…',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' ')),
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
);

test('every character that is not blank is in one token, and every sentence is a tree', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const sentences = analyseText(text);
      let at = 0;
      for (const sentence of sentences) {
        assert.ok(isTree(sentence));
        assert.equal(sentence.start, sentence.tokens[0]!.start);
        assert.equal(sentence.end, sentence.tokens.at(-1)!.end);
        for (const token of sentence.tokens) {
          assert.ok(token.start >= at && token.end > token.start);
          assert.equal(text.slice(at, token.start).trim(), '');
          assert.equal(text.slice(token.start, token.end), token.text);
          at = token.end;
        }
      }
      assert.equal(text.slice(at).trim(), '');
    }),
    { numRuns: 300 },
  );
});

test('CoNLL-U keeps tokens and sentences', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const shape = (sentences: readonly Sentence[]) =>
        sentences.map(({ tokens }) =>
          tokens.map((token) => [token.text, token.joined, token.head, token.deprel, token.upos]),
        );
      const sentences = analyseText(text);
      const read = fromConllu(toConllu(text, sentences));
      assert.deepEqual(shape(read.sentences), shape(sentences));
      assert.deepEqual(shape(reanalyse(read.sentences)), shape(sentences));
    }),
    { numRuns: 100 },
  );
});

test('CoNLL-U without answers gets ours; a written token with other words keeps its letters', () => {
  const row = (id: string, form: string, misc = '_') =>
    [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t');
  const bare = [
    '# newpar',
    row('1', 'Men'),
    row('2-3', "won't", 'SpaceAfter=No'),
    row('2', 'will'),
    row('3', 'not'),
    row('3.1', 'go'),
    row('4', '.'),
    '',
    '',
  ].join('\n');
  const { text, sentences } = fromConllu(bare);
  assert.equal(text.trim(), "Men won't.");
  assert.match(toConllu(text, reanalyse(sentences)), /^2-3\twon't\t.*SpaceAfter=No$/m);
  assert.throws(() => fromConllu('1\ta\n'), /line 1 is no CoNLL-U: "1\\ta"/);
});

test('a lone capital is part of a name, not "and"', () => {
  const tagsOf = (sentence: string): readonly string[] =>
    analyseText(sentence)[0]!.tokens.map(({ upos, text }) => `${text}/${upos}`);
  assert.ok(tagsOf('At least 12 N Korvian sailors drowned.').includes('N/PROPN'));
});
