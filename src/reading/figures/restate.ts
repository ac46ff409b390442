import type { Bound, Figure } from '../figure.ts';

/**
 * What is said again in another unit moves the same way and is bounded alike: "fell by 2 °C (3.6 °F)", "more than 7 million
 * crowns ($1 million)", "lost 112 points, or 0.8 percent".
 */
export function withRestated(text: string, figures: readonly Figure[]): readonly Figure[] {
  const restated: Figure[] = [];
  for (const figure of figures) {
    const last = restated.at(-1);
    const way = last && measures(figure) ? wayAgain(text, last, figure) : null;
    restated.push(last && way ? again(last, figure, way) : figure);
  }
  return restated;
}

const measures = ({ unit }: Figure): boolean => unit !== 'item' && unit !== 'person';

/** How the second says the first again: in parentheses, or behind ", or"; `null` where it does not. */
function wayAgain(text: string, first: Figure, second: Figure): 'aside' | 'or' | null {
  const noun = first.counted;
  const inside = noun !== null && noun.start >= first.end && noun.end <= second.start;
  const from = Math.min(inside ? noun.end : first.end, second.start);
  const between = text.slice(from, second.start);
  if (between.length > 16) return null;
  if (/^\s*\(\s*(?:or|US|about)?\s*$/.test(between)) return text[second.end] === ')' ? 'aside' : null;
  const unlike = first.unit !== second.unit;
  return unlike &&
    /^,?\s*or\s*$/.test(between) &&
    /^\s*[,.;)]|^\s*(?:to|from|in|on|at)\b|^$/.test(rest(text, second))
    ? 'or'
    : null;
}

const rest = (text: string, { end }: Figure): string => text.slice(end, end + 8);

const OPEN: ReadonlySet<Bound> = new Set(['at-least', 'more-than', 'at-most', 'less-than', 'about']);

function again(first: Figure, second: Figure, way: 'aside' | 'or'): Figure {
  const change = second.change ?? first.change;
  if (way === 'or' || second.bound !== 'exact' || !OPEN.has(first.bound)) return { ...second, change };
  const open = first.bound === 'at-least' || first.bound === 'more-than' ? 'high' : 'low';
  const values = first.bound === 'about' ? {} : { [open]: null };
  return { ...second, ...values, bound: first.bound, change };
}
