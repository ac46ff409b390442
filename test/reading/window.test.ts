import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/language/analyse.ts';
import { passageOf } from '../../src/reading/statements/passage.ts';
import { paragraphAround, windowOf } from '../../src/reading/statements/window.ts';
import { articleOf } from './article.ts';

/** Text and what of it a reader of "said" looks at. */
const WINDOWS: readonly (readonly [text: string, seen: string])[] = [
  ['Rain fell in June. The mayor said the dam held. Nobody was hurt.', 'The mayor said the dam held.'],
  [
    'Rain fell. “It held,” the mayor said. “We were lucky. It was close.” The school opened.',
    '“It held,” the mayor said. “We were lucky. It was close.”',
  ],
  ['“It held. We saw it,” the mayor said. The school opened.', '“It held. We saw it,” the mayor said.'],
  ['The mayor said:\n“The dam held.”\nThe school opened.', 'The mayor said:\n“The dam held.”'],
];

test('source and content are sought in the sentence of a cue and in the quotations beside it', () => {
  for (const [text, seen] of WINDOWS) {
    const article = articleOf(text);
    const passage = passageOf(article, analyse(article));
    const at = passage.words.indexOf('said');
    const { from, to } = windowOf(passage, { from: at, to: at + 1 });
    assert.equal(text.slice(passage.tokens[from]!.start, passage.tokens[to - 1]!.end), seen);
    const wide = paragraphAround(passage, { from: at, to: at + 1 });
    assert.ok(wide.from <= from && to <= wide.to, text);
  }
});
