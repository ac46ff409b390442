import type { Article } from './article.ts';

/**
 * The dated pieces of an article, in the order of its text: each post of a live blog with its own day, and what stands outside
 * posts with the article's. Each has the whole text, with the other pieces' blocks not kept, so that offsets are the article's. An
 * article without posts is its own only piece.
 */
export function piecesOf(article: Article): readonly Article[] {
  const { blocks } = article;
  const stamps = [...new Set(blocks.map(({ post }) => post?.at ?? null))];
  if (stamps.length < 2 && stamps[0] == null) return [article];
  return stamps.map((at) => {
    const own = blocks.map((block) => ((block.post?.at ?? null) === at ? block : { ...block, kept: false }));
    const published = blocks.find(({ post }) => post && post.at === at)?.post?.published;
    return {
      ...article,
      blocks: own,
      ...(published && { published, publishedBasis: 'stated' as const }),
    };
  });
}
