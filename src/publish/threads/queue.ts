/** Travels between threads, which share the count. */
export interface Queue<T> {
  readonly items: readonly T[];
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export const createQueue = <T>(items: readonly T[]): Queue<T> => ({
  items,
  taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
});

/** No two threads get the same one, and none has to wait for another. */
export function takeNext<T>({ items, taken }: Queue<T>): T | undefined {
  return items[Atomics.add(taken, 0, 1)];
}

export function closeQueue({ items, taken }: Queue<unknown>): void {
  Atomics.store(taken, 0, items.length);
}
