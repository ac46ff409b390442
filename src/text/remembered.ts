/**
 * A function of one string that gives what it gave before, for at most `most` strings: with one more it begins anew, so that
 * memory stays bounded. A string cut out of a text is kept as a copy, as it would keep the text.
 */
export function remembered<V>(most: number, of: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const own = copied(key);
    const value = of(own);
    known.set(own, value);
    return value;
  };
}

/** Engines cut long strings out by pointing into the whole; joined to another one first, what is cut out of is no longer than needed. */
const copied = (text: string): string => ` ${text}`.slice(1);
