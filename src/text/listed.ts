/**
 * `map` for lists that many functions read. The engine's own gives another kind of array from when it has compiled the
 * caller on, and then compiles all that read the list anew.
 */
export function listed<A, B>(from: readonly A[], make: (one: A, at: number) => B): readonly B[] {
  const list: B[] = [];
  for (let i = 0; i < from.length; i++) list.push(make(from[i]!, i));
  return list;
}
