/** A run of an article's text: UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly within `outer`; equal spans do. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The words of a span. */
export const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/**
 * The span itself, once `text.slice(start, end)` is known to be `words`.
 * @throws RangeError quoting both wordings where they differ: a record without its words is an error.
 */
export function verified<S extends Span>(text: string, span: S, words: string): S {
  const found = wordsOf(text, span);
  if (found === words) return span;
  throw new RangeError(
    `span ${span.start}–${span.end} reads ${JSON.stringify(found)}, not ${JSON.stringify(words)}; offsets must be UTF-16 code units of the article's own text`,
  );
}
