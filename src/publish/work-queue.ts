/** Names of works in an order, and how many of them are taken. Travels between threads, which share the count. */
export interface WorkQueue {
  readonly names: readonly string[];
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export const createWorkQueue = (names: readonly string[]): WorkQueue => ({
  names,
  taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
});

/** Takes the next work. No two threads get the same one, and none has to wait for another to be told. */
export function takeNext({ names, taken }: WorkQueue): string | undefined {
  return names[Atomics.add(taken, 0, 1)];
}

/** Leaves nothing more to take. */
export function closeQueue({ names, taken }: WorkQueue): void {
  Atomics.store(taken, 0, names.length);
}
