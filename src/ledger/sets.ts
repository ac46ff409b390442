/** Whether two sets share a member; the smaller one is walked. */
export function shares<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const member of small) if (large.has(member)) return true;
  return false;
}

/** Whether every member of `inner` is in `outer`. */
export function isWithin<T>(inner: ReadonlySet<T>, outer: ReadonlySet<T>): boolean {
  if (inner.size > outer.size) return false;
  for (const member of inner) if (!outer.has(member)) return false;
  return true;
}
