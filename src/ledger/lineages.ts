import type { Copy } from '../stories/story.ts';
import { joined } from './join.ts';
import type { ArticleFacts } from './ledger.ts';

/**
 * Whose text each article is, by article id: the agency or paper that its credits name, or those of the articles whose
 * copy it is; failing that the outlet of the first of them. Excerpts share words, not a voice, and are left out.
 */
export function textLineages(
  articles: readonly ArticleFacts[],
  copies: readonly Copy[],
): ReadonlyMap<string, string> {
  const sorted = articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const at = new Map(sorted.map(({ id }, i) => [id, i]));
  const join = joined(sorted.length);
  for (const { from, to, kind } of copies) {
    const [a, b] = [at.get(from), at.get(to)];
    if (kind !== 'excerpt' && a !== undefined && b !== undefined) join.union(a, b);
  }
  const lines = new Map<number, ArticleFacts[]>();
  sorted.forEach((article, i) => {
    const line = lines.get(join.find(i));
    if (line) line.push(article);
    else lines.set(join.find(i), [article]);
  });
  return new Map([...lines.values()].flatMap((line) => line.flatMap((article) => nameFor(article, line))));
}

function nameFor(
  article: ArticleFacts,
  line: readonly ArticleFacts[],
): readonly (readonly [string, string])[] {
  const credit = creditOf(article) ?? line.map(creditOf).find((name) => name !== null) ?? null;
  const name = credit ?? firstOf(line).outlet ?? article.outlet;
  return name === null ? [] : [[article.id, name]];
}

/** The agency of the text before the paper it was taken from. */
const creditOf = ({ credits }: ArticleFacts): string | null =>
  (credits.find(({ role }) => role === 'wire') ?? credits.find(({ role }) => role === 'origin'))?.name ??
  null;

const firstOf = (line: readonly ArticleFacts[]): ArticleFacts =>
  line.toSorted((a, b) => {
    const [x, y] = [a.published ?? '9999', b.published ?? '9999'];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  })[0]!;
