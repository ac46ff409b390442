import type { Passage } from './passage.ts';

/** Captions in a row that make a gallery, and words of the name that each of them opens with. */
const LEAST = 3;
const LEAST_OF_NAME = 3;
/** Longer names are none: the passages are the same, and so are no captions of different pictures. */
const MOST_OF_NAME = 16;

/**
 * Finds a picture gallery's captions in plain text: passages in a row that open with the gallery's name, each followed by
 * another caption that begins with a capital. "The police said … The police said …" are none.
 */
export function galleryLines(passages: readonly Passage[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = 0; i + LEAST <= passages.length; ) {
    const name = nameOf(passages[i]!, passages[i + 1]!);
    let end = i + 1;
    while (name && end < passages.length && opensWith(passages[end]!, name)) end++;
    const isGallery = name !== null && end - i >= LEAST;
    for (let at = i; isGallery && at < end; at++) found.add(at);
    i = isGallery ? end : i + 1;
  }
  return found;
}

/** What two passages open with, where a capital follows in both. */
function nameOf(first: Passage, second: Passage): string | null {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  let length = 0;
  while (length < MOST_OF_NAME && a[length] !== undefined && a[length] === b[length]) length++;
  const name = a.slice(0, length).join(' ');
  return length >= LEAST_OF_NAME &&
    !/[:,;.!?]$/.test(name) &&
    opensWith(first, name) &&
    opensWith(second, name)
    ? name
    : null;
}

/** Whether a passage is a sentence's length, opens with the name, and goes on with a capital. */
const opensWith = (passage: Passage, name: string): boolean =>
  passage.count >= 12 &&
  passage.words.startsWith(`${name} `) &&
  /^["'“‘]?\p{Lu}/u.test(passage.words.slice(name.length + 1, name.length + 4));

const wordsOf = ({ words }: Passage): readonly string[] => words.slice(0, 300).split(/\s+/);
