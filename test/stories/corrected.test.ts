import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { correctedGroups } from '../../src/stories/corrected.ts';
import type { Link } from '../../src/stories/links.ts';
import type { Correction, CorrectionKind } from '../../src/text/correction.ts';

let made = 0;
/** "a b | c" as targets; each is made a minute after the one before. */
const correction = (kind: CorrectionKind, words: string, undone: string | null = null): Correction => ({
  id: `c${made}`,
  kind,
  targets: words.split(' | ').map((group) => group.split(' ')),
  note: '',
  at: new Date(Date.UTC(2025, 0, 1, 0, made++)).toISOString(),
  articles: [],
  undone,
});
const merge = (words: string, undone?: string) => correction('merge-stories', words, undone ?? null);
const split = (words: string) => correction('split-story', words);
const linked = (words: string): Link[] =>
  words.split(', ').map((one) => {
    const [a = '', b = '', weight] = one.split(' ');
    return { a, b, weight: Number(weight) };
  });
const corrected = (groups: string, corrections: readonly Correction[], links: readonly Link[] = []): string =>
  correctedGroups(
    groups.split(' | ').map((group) => group.split(' ')),
    links,
    corrections,
  )
    .map((group) => group.toSorted().join(' '))
    .toSorted()
    .join(' | ');

describe('stories as the user wants them', () => {
  test('two stories become one, and what joins either of them later follows', () => {
    assert.equal(corrected('a b | c | d', [merge('a b | c')]), 'a b c | d');
    assert.equal(corrected('a b x | c y | d', [merge('a b | c')]), 'a b c x y | d');
  });

  test('a story is where most of its articles are', () => {
    assert.equal(corrected('a b | c z | d e', [merge('a b z | d e')]), 'a b d e | c z');
  });

  test('stories that no longer are there, or already are one, are left alone', () => {
    assert.equal(corrected('a b | c', [merge('x y | c')]), 'a b | c');
    assert.equal(corrected('a b | c', [merge('a | b')]), 'a b | c');
  });

  test('articles leave, and what arrives later goes to the side that it is closer to', () => {
    assert.equal(corrected('a b c', [split('c | a b')]), 'a b | c');
    const links = linked('c x 0.9, a x 0.3, b x 0.3, a y 0.8, b y 0.8, c y 0.5');
    assert.equal(corrected('a b c x y z', [split('c | a b')], links), 'a b y z | c x');
  });

  test('the later of two corrections has the last word, whatever the order given', () => {
    const [one, other] = [merge('a | b'), split('b | a')];
    assert.equal(corrected('a | b', [other, one]), 'a | b');
    const [first, last] = [split('b | a'), merge('a | b')];
    assert.equal(corrected('a b', [last, first]), 'a b');
  });

  test('one that is undone does nothing', () => {
    assert.equal(corrected('a | b', [merge('a | b', '2025-02-01T00:00:00Z')]), 'a | b');
  });
});
