import { articleObjects, namesOf, type PageFacts } from './page-facts.ts';
import { lettersOf, type PageLine } from './page-lines.ts';
import { statedPosts } from './page-posts.ts';

/** A shorter text is a summary. */
const LEAST = 600;
/** Fewer letters stand in any text by chance. */
const LEAST_OF_LINE = 24;
/** The lines found must make up this share of the text stated. */
const ENOUGH = 0.75;

/**
 * Which lines of a page are in the text that its JSON-LD states as the article's; `null` where it states none, or one that
 * the page does not show.
 */
export function ownLines(facts: PageFacts, lines: readonly PageLine[]): ((line: PageLine) => boolean) | null {
  for (const stated of statedBodies(facts)) {
    const body = lettersOf(
      stated.replace(/<[^>]{0,2000}>/g, ' ').replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, ' '),
    );
    const own = new Set<PageLine>();
    let found = 0;
    for (const line of lines) {
      const letters = lettersOf(line.words);
      if (letters.length < LEAST_OF_LINE || !body.includes(letters)) continue;
      own.add(line);
      found += letters.length;
    }
    if (found >= body.length * ENOUGH) return (line) => own.has(line);
  }
  return null;
}

/** The text that a page's JSON-LD states as the article's, no summary, or as a live blog's posts; `null` where it states none. */
export function statedBody(facts: PageFacts): string | null {
  const posts = statedPosts(facts).map(
    ({ headline, body }) => `<section><h2>${headline}</h2>${body}</section>`,
  );
  return statedBodies(facts)[0] ?? (posts.length ? posts.join('\n') : null);
}

const statedBodies = (facts: PageFacts): string[] =>
  articleObjects(facts)
    .flatMap(({ articleBody }) => namesOf(articleBody).slice(0, 1))
    .filter((stated) => stated.length >= LEAST);
