import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Sentence } from '../../src/language/sentence.ts';
import { readFigures } from '../../src/reading/figures.ts';
import { verified } from '../../src/text/span.ts';

/** The text as one sentence without tokens: the reader must do without tags. */
const untagged = (text: string): readonly Sentence[] => [
  { start: 0, end: text.length, index: 0, paragraph: 0, headline: false, tokens: [] },
];

const WORDS =
  'one two twelve twenty hundred thousand million half third quarter dozen dozens several a few at least up to more than between and or to from of in the per cent % $ € km people soldiers 3 14 1,200 2.5 0 007 1/2 - – , . ( ) : aged May 2016 pm minus point Fox killed rose by'.split(
    ' ',
  );

const numberish = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', '-')), { maxLength: 30 })
  .map((pairs) => pairs.map(([word, gap]) => word + gap).join(''));

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), numberish);

it('takes any text; spans are in order, verified and do not overlap', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const figure of readFigures(text, untagged(text))) {
        verified(text, figure, figure.text);
        if (figure.counted) verified(text, figure.counted, figure.counted.text);
        assert.ok(figure.start >= last && figure.end > figure.start);
        last = figure.end;
      }
    }),
    { numRuns: 2000 },
  ));

it('values fit their bound', () =>
  fc.assert(
    fc.property(numberish, (text) => {
      for (const { low, high, bound } of readFigures(text, untagged(text))) {
        assert.ok(low !== null || high !== null);
        assert.equal(low === null, bound === 'at-most' || bound === 'less-than');
        assert.equal(high === null, bound === 'at-least' || bound === 'more-than');
        if (low !== null && high !== null) assert.ok(low <= high);
      }
    }),
    { numRuns: 2000 },
  ));

it('reads what it wrote: digits with thousands set off', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), (value) => {
      const text = `They counted ${value.toLocaleString('en-US')} soldiers.`;
      assert.deepEqual(
        readFigures(text, untagged(text)).map(({ low, unit }) => [low, unit]),
        [[value, 'person']],
      );
    }),
  ));

it('is the same wherever the sentence stands', () =>
  fc.assert(
    fc.property(numberish, fc.integer({ min: 1, max: 50 }), (text, shift) => {
      const moved = ' '.repeat(shift) + text;
      const there = readFigures(moved, [{ ...untagged(text)[0]!, start: shift, end: moved.length }]);
      assert.deepEqual(
        there.map(({ start, text: words }) => [start - shift, words]),
        readFigures(text, untagged(text)).map(({ start, text: words }) => [start, words]),
      );
    }),
  ));

it('is linear: a line of a million characters takes seconds, not hours', () => {
  for (const unit of ['one hundred and ', '1 111 ', 'between 5 and ', 'Ab ', '#']) {
    const text = unit.repeat(Math.ceil(1e6 / unit.length));
    const begun = performance.now();
    readFigures(text, untagged(text));
    assert.ok(performance.now() - begun < 60_000, `${JSON.stringify(unit)} repeated`);
  }
});
