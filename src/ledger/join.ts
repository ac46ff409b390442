/** Items of which some turn out to be one. */
export interface Join {
  /** The item that stands for all that are one with this one. */
  find(item: number): number;
  union(a: number, b: number): void;
}

/** Items 0 to `size - 1`, each alone at first. The smallest of a set stands for it, whatever the order of unions. */
export function joined(size: number): Join {
  const parent = Array.from({ length: size }, (_, i) => i);
  const find = (item: number): number => {
    let root = item;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = item; at !== root; ) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  const union = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  return { find, union };
}
