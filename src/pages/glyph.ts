import { html } from 'hono/html';
import type { Bound } from '../reading/figure.ts';
import type { Html } from './html.ts';

/** What the legend calls a kind of bound. */
export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: 'exact',
  about: 'about',
  'at-least': 'at least',
  'more-than': 'more than',
  'at-most': 'at most',
  'less-than': 'less than',
  range: 'range',
  vague: 'vague words',
};

type Shape = (r: number) => string;

const disc: Shape = (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
const diamond: Shape = (r) => polygon([0, -1.25 * r], [1.25 * r, 0], [0, 1.25 * r], [-1.25 * r, 0]);
const square: Shape = (r) => polygon([-r, -r], [r, -r], [r, r], [-r, r]);
const upward: Shape = (r) => polygon([0, -1.3 * r], [1.2 * r, 0.85 * r], [-1.2 * r, 0.85 * r]);
const downward: Shape = (r) => polygon([0, 1.3 * r], [1.2 * r, -0.85 * r], [-1.2 * r, -0.85 * r]);

/** Paths around the origin. What the bound leaves open shows in the shape: a floor points up, a ceiling down. */
export const SHAPES: Readonly<Record<Bound, Shape>> = {
  exact: disc,
  about: diamond,
  'at-least': upward,
  'more-than': upward,
  'at-most': downward,
  'less-than': downward,
  range: square,
  vague: disc,
};

/** Bounds drawn as an outline: their words name no number, or not the number itself. */
export const HOLLOW: ReadonlySet<Bound> = new Set(['vague', 'more-than', 'less-than']);

function polygon(...points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join('L')}Z`;
}

/** A tenth of a pixel is finer than any screen. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** The mark of a bound beside its words, as the legend shows it. */
export function glyph(bound: Bound): Html {
  return html`<svg class="glyph${HOLLOW.has(bound) ? ' hollow' : ''}" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true"><path d="${SHAPES[bound](5)}"/></svg>`;
}
