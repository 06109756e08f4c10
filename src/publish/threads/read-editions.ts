import { type EditionFile, type ReadResult, readEdition } from '../../content/content-files.ts';
import { createQueue, takeNext } from './queue.ts';
import type { ThreadPool } from './thread-pool.ts';

/** @returns path → what was read, in any order */
export async function readEditions(
  threads: ThreadPool,
  files: readonly EditionFile[],
): Promise<ReadonlyMap<string, ReadResult>> {
  const read = new Map<string, ReadResult>();
  const queue = createQueue(files);
  const take = ({ path }: EditionFile, result: ReadResult) => void read.set(path, result);
  const others = threads.isRunning()
    ? threads.run({ job: 'readEditions', queue, options: undefined }, take)
    : undefined;
  for (let file = takeNext(queue); file !== undefined; file = takeNext(queue)) take(file, readEdition(file));
  await others;
  return read;
}
