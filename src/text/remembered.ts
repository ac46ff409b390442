/**
 * A function of one key that gives what it gave before, at most `most` keys long: with one more it begins anew, so that
 * memory stays bounded.
 */
export function remembered<K, V>(most: number, of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = of(key);
    known.set(key, value);
    return value;
  };
}
