import assert from 'node:assert/strict';
import { it } from 'node:test';
import { analyseText } from '../../src/language/analyse.ts';
import type { Figure } from '../../src/reading/figure.ts';
import { readFigures } from '../../src/reading/figures.ts';

/** A text, then its figures in short. */
export type FigureCase = readonly [string, ...string[]];

/** One test a case; a case without figures must yield none. */
export function figureTable(cases: readonly FigureCase[]): void {
  for (const [text, ...figures] of cases) it(text, () => assert.deepEqual(figuresInShort(text), figures));
}

/** "at least 30 = at-least 30– person/day up | soldiers": words, bound where not exact, values, unit, rate, change, counted. */
export const figuresInShort = (text: string): readonly string[] =>
  readFigures(text, analyseText(text)).map(inShort);

function inShort({ text, low, high, bound, unit, per, change, counted }: Figure): string {
  const value = low === high ? `${low}` : `${low ?? ''}–${high ?? ''}`;
  const name = bound === 'exact' ? '' : `${bound} `;
  const tail = [per ? `/${per}` : '', change ? ` ${change}` : '', counted ? ` | ${counted.text}` : ''];
  return `${text} = ${name}${value} ${unit}${tail.join('')}`;
}
