import type { Post } from '../text/article.ts';
import { type Day, dayNumber } from '../text/interval.ts';
import { type JsonObject, namesOf, type PageFacts } from './page-facts.ts';
import { isText, lettersOf, type PageLine } from './page-lines.ts';
import { countIn } from './passage.ts';
import { dayOfStamp } from './published.ts';
import type { Element } from './tree.ts';

/** The post of a live blog in which each line stands; lines outside posts have none. */
export type Posts = ReadonlyMap<PageLine, Post>;

/** A post as the page's metadata states it. */
export interface StatedPost extends Post {
  readonly headline: string;
  readonly body: string;
}

/** Fewer elements in a row, each with a time and text of its own, are no live blog. */
const LEAST = 3;
/** Posts lie within so many days of each other; further apart, the times are those of what is told. */
const LONGEST = 45;
/** A live blog's posts hold this share of the page's running text; what holds less are teasers of other stories, or comments. */
const MOST_OF_TEXT = 0.5;
/** Shorter lines stand in any text by chance. */
const LEAST_OF_LINE = 24;
const MOST_POSTS = 500;

/**
 * Finds the posts of a live blog: elements in a row with a stamped time and running text in each, else the updates that the
 * page's JSON-LD states, by their words.
 */
export function postsIn(facts: PageFacts, lines: readonly PageLine[]): Posts {
  const shown = rowsOfPosts(facts, lines);
  return shown.size ? shown : matched(statedPosts(facts), lines);
}

/** The updates of a `LiveBlogPosting`, those with a day. */
export function statedPosts({ linked }: PageFacts): readonly StatedPost[] {
  return linked
    .flatMap(({ liveBlogUpdate }) => [liveBlogUpdate].flat())
    .filter((update): update is JsonObject => update !== null && typeof update === 'object')
    .slice(0, MOST_POSTS)
    .flatMap((update) => {
      const [at = ''] = namesOf(update.datePublished);
      const published = dayOfStamp(at);
      const [headline = ''] = namesOf(update.headline);
      const [body = ''] = namesOf(update.articleBody);
      return published && (headline || body) ? [{ at, published, headline, body }] : [];
    });
}

function rowsOfPosts({ times }: PageFacts, lines: readonly PageLine[]): Posts {
  const stamped = new Map<Element, Post>();
  for (const { element, stamp } of times) {
    const published = dayOfStamp(stamp);
    if (!published) continue;
    for (let at: Element | null = element; at && !stamped.has(at); at = at.parent)
      stamped.set(at, { at: stamp, published });
  }
  const telling = new Set<Element>();
  for (const line of lines)
    if (isText(line))
      for (let at: Element | null = line.element; at && !telling.has(at); at = at.parent) telling.add(at);
  const rows = rowsOf([...stamped.keys()].filter((element) => telling.has(element)));
  const posts = new Map<Element, Post>();
  for (const row of rows) {
    const found = row.map((element) => stamped.get(element)!);
    if (row.length >= LEAST && new Set(found.map(({ at }) => at)).size >= LEAST && areNear(found))
      for (const [i, element] of row.entries()) posts.set(element, found[i]!);
  }
  const found = new Map(lines.map((line) => [line, postAbout(line.element, posts)] as const).filter(hasPost));
  const words = (some: Iterable<PageLine>): number => countIn([...some].filter(isText));
  return words(found.keys()) >= words(lines) * MOST_OF_TEXT ? found : new Map();
}

/** The elements of one tag below one element. */
const rowsOf = (elements: readonly Element[]): readonly (readonly Element[])[] =>
  [...Map.groupBy(elements, ({ parent }) => parent).values()].flatMap((children) => [
    ...Map.groupBy(children, ({ tag }) => tag).values(),
  ]);

function areNear(posts: readonly Post[]): boolean {
  const days = posts.map(({ published }) => dayNumber(published as Day));
  return Math.max(...days) - Math.min(...days) <= LONGEST;
}

function postAbout(element: Element, posts: ReadonlyMap<Element, Post>): Post | null {
  for (let at: Element | null = element; at; at = at.parent) {
    const post = posts.get(at);
    if (post) return post;
  }
  return null;
}

const hasPost = (entry: readonly [PageLine, Post | null]): entry is readonly [PageLine, Post] =>
  entry[1] !== null;

/** Gives lines to the posts whose words they are; short lines between two of one post are its, too. */
function matched(stated: readonly StatedPost[], lines: readonly PageLine[]): Posts {
  const posts = new Map<PageLine, Post>();
  if (stated.length < LEAST) return posts;
  const texts = stated.map(({ headline, body, at, published }) => ({
    headline: lettersOf(headline),
    letters: lettersOf(`${headline} ${body.replace(/<[^>]{0,2000}>/g, ' ')}`),
    post: { at, published },
  }));
  let last = -1;
  lines.forEach((line, i) => {
    const letters = lettersOf(line.words);
    if (!letters) return;
    const post = texts.find(
      (text) =>
        text.headline === letters || (letters.length >= LEAST_OF_LINE && text.letters.includes(letters)),
    )?.post;
    if (!post) return;
    if (last >= 0 && posts.get(lines[last]!) === post)
      for (let between = last + 1; between < i; between++) posts.set(lines[between]!, post);
    posts.set(line, post);
    last = i;
  });
  return posts;
}
