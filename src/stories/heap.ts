/** A binary heap that gives the item first which `before` puts first. */
export interface Heap<T> {
  add(item: T): void;
  /** The first item, taken out; `undefined` once there is none. */
  take(): T | undefined;
}

export function heapOf<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = [];
  const swap = (i: number, j: number): void => {
    [items[i], items[j]] = [items[j]!, items[i]!];
  };
  const rise = (from: number): void => {
    for (let i = from; i > 0 && before(items[i]!, items[(i - 1) >> 1]!); i = (i - 1) >> 1)
      swap(i, (i - 1) >> 1);
  };
  const sink = (): void => {
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < items.length && before(items[child]!, items[least]!)) least = child;
      if (least === i) return;
      swap(i, least);
      i = least;
    }
  };
  return {
    add: (item) => {
      items.push(item);
      rise(items.length - 1);
    },
    take: () => {
      const first = items[0];
      const last = items.pop();
      if (items.length && last !== undefined) {
        items[0] = last;
        sink();
      }
      return first;
    },
  };
}
