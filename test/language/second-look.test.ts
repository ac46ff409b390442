import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexemes, type Vocabulary } from '../../src/language/lexeme.ts';
import { tag } from '../../src/language/tagger.ts';
import {
  openTags,
  tagDictionary,
  taggedOf,
  tagNames,
  trainTagger,
  workingTagger,
} from '../../training/language/tagging.ts';
import { type Gold, parseTreebank } from '../../training/language/treebank.ts';

/** A sentence in which the last word tells how the others are tagged. */
const sentence = (last: string, own: string, tags: string): string =>
  [...['rin', 'rin', 'rin'].map((form) => [form, tags]), [last, own]]
    .map(([form, name], i) => `${i + 1}\t${form}\t_\t${name}\t${name}\t_\t0\troot\t_\t_`)
    .join('\n');

const GOLDS: readonly Gold[] = parseTreebank(
  Array.from({ length: 4000 }, (_, i) =>
    i % 2 ? sentence('tal', 'X', 'A') : sentence('tel', 'Y', 'B'),
  ).join('\n\n'),
);

test('a word whose neighbours do not tell its tag gets it at the second look, when those after it have theirs', () => {
  const names = tagNames(GOLDS);
  const vocabulary: Vocabulary = {
    tags: tagDictionary(GOLDS, names),
    clusters: new Map(),
    vectors: new Map(),
    nameTags: new Uint8Array(0),
  };
  const vectors = { values: new Float32Array(2), dims: 2 };
  const open = openTags(GOLDS, names);
  const look = lexemes(vocabulary);
  const said = taggedOf(GOLDS, names, look).map(({ tags }) => tags);
  const tagger = workingTagger(trainTagger(GOLDS, names, open, vocabulary, vectors, 1, said));
  const tagsOf = (doubt: number, forms: string): string =>
    Array.from(tag({ ...tagger, doubt }, forms.split(' ').map(look)), (name) =>
      names[name]!.slice(0, 1),
    ).join('');
  assert.equal(tagsOf(tagger.doubt, 'rin rin rin tal'), 'AAAX');
  assert.equal(tagsOf(tagger.doubt, 'rin rin rin tel'), 'BBBY');
  const once = [tagsOf(0, 'rin rin rin tal'), tagsOf(0, 'rin rin rin tel')];
  assert.equal(once[0]![0], once[1]![0], 'one look cannot tell the first word apart');
});
