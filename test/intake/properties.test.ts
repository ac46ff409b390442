import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { takeCapture } from '../../src/intake/capture.ts';
import { articleFromHtml } from '../../src/intake/html.ts';
import { articleFromText } from '../../src/intake/text.ts';
import { assertCovered } from './captures.ts';

const origin = { file: 'a', id: 'a' };
const FRAGMENTS = [
  'Twelve people drowned near the town on Monday, the rescue service said.',
  'Most popular',
  'Advertisement',
  'RELATED: Why dams fail',
  '(AP) -',
  '(Photo: Lia Brandt)',
  '— Euronews',
  'March 3, 2021',
  '\n',
  '\r\n',
  '\r',
  '   ',
];
const TAGS = [
  '<p>',
  '</p>',
  '<div class="related">',
  '</div>',
  '<a href="x">',
  '</a>',
  '<h1>',
  '</h1>',
  '<br>',
  '<ul><li>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<table><td>',
  '&amp;',
  '&#x110000;',
  '<time datetime="2021">',
  '<noscript>',
  '<template>',
  '<div style="display:none">',
  '<script type="text/template"><p>It rose.</p></script>',
  '<li><time datetime="2021-02-03T04:05Z"></time><p>It rose by noon in the valley, they said.</p></li>',
  '<script type="application/ld+json">{"@type":"LiveBlogPosting","isAccessibleForFree":false,"liveBlogUpdate":[{"datePublished":"2021-02-03","headline":"It rose","articleBody":"It rose by noon."}]}</script>',
  '<',
];

const capture = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme' })))
  .map((parts) => parts.join('\n'));
const markup = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS, ...TAGS), fc.string()))
  .map((parts) => parts.join(''));

test('blocks cover any text, and the text is kept as it came', () => {
  fc.assert(
    fc.property(capture, (text) => {
      const article = articleFromText(text, origin);
      assert.equal(article.text, text);
      assertCovered(article);
    }),
  );
});

test('blocks cover the text of any markup', () => {
  fc.assert(fc.property(markup, (html) => assertCovered(articleFromHtml(html, origin))));
});

test('any bytes give an article or a problem, the same each time', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'a.html', 'a'), (bytes, file) => {
      const taken = takeCapture(bytes, file, {});
      assert.ok(taken.length > 0);
      assert.deepEqual(takeCapture(bytes, file, {}), taken);
    }),
  );
});

test('time grows with the text, not with its square', () => {
  for (const unit of [
    ' ',
    '.',
    '"',
    '(',
    '- ',
    'A ',
    'by ',
    '1/',
    '2020-',
    '<p>',
    '<a>',
    '&#',
    '<noscript>',
    '<template><p>a',
    '<script type="text/template"><p>a</script>',
    '<li><time datetime="2021-02-03">a</time><p>It rose by noon in the valley, they said.</p>',
    '(AP) ',
    '— A',
    ') ',
  ]) {
    const began = performance.now();
    articleFromText(unit.repeat(200_000 / unit.length), origin);
    articleFromHtml(unit.repeat(200_000 / unit.length), origin);
    assert.ok(
      performance.now() - began < 8000,
      `${JSON.stringify(unit)} takes ${performance.now() - began} ms`,
    );
  }
});

test('ten thousand attributes and lists of a hundred thousand items are read', () => {
  const attributes = Array.from({ length: 10_000 }, (_, i) => `data-${i}="${'x'.repeat(50)}"`).join(' ');
  assertCovered(
    articleFromHtml(`<div ${attributes}><p>It rose.</p></div>${'<li>x'.repeat(100_000)}`, origin),
  );
});
