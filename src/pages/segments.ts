import type { Span } from '../text/span.ts';

/** What is marked in a text: claims, statements, times, … Layers may overlap in any way. */
export interface Layer extends Span {
  readonly kind: LayerKind;
  /** The layer's address on the page, if it has one. */
  readonly id?: string;
  /** Where a click leads. */
  readonly href?: string;
  /** Plain words for who points at it. */
  readonly title?: string;
}

export type LayerKind = 'claim' | 'speaker' | 'statement' | 'time' | 'response' | 'added';

/** A run of text over which the layers do not change. */
export interface Piece extends Span {
  readonly layers: readonly Layer[];
  /** Ids of the layers that begin here. */
  readonly ids: readonly string[];
}

/**
 * The span cut wherever a layer begins or ends: pieces without gap or overlap. A layer of which only a part lies within is
 * cut off; one that is empty or lies outside is left out.
 */
export function segments({ start, end }: Span, layers: readonly Layer[]): readonly Piece[] {
  const inside = layers
    .map((layer) => ({ layer, from: Math.max(start, layer.start), to: Math.min(end, layer.end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const cuts = [...new Set([start, ...inside.flatMap(({ from, to }) => [from, to]), end])].sort(
    (a, b) => a - b,
  );
  const pieces: Piece[] = [];
  let active: typeof inside = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const at = cuts[i]!;
    active = active.filter(({ to }) => to > at);
    const begun: string[] = [];
    for (; next < inside.length && inside[next]!.from === at; next++) {
      const one = inside[next]!;
      active.push(one);
      if (one.layer.id && one.layer.start === at) begun.push(one.layer.id);
    }
    pieces.push({ start: at, end: cuts[i + 1]!, layers: active.map(({ layer }) => layer), ids: begun });
  }
  return pieces;
}
