import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MadeWork } from './make-work.ts';
import type { WorkerReport, WorkerStart } from './page-worker.ts';

/** Below so many works a thread takes longer to start than it saves. */
const WORTHWHILE = 250;
/** More threads than this only wait for each other's memory. */
const MOST = 4;

/** Threads that make works beside the main one. */
export interface ThreadPool {
  /**
   * Lets each thread take works from the queue until there are none.
   * @param onMade told of each work made
   * @returns kept when the queue is empty and the threads have made what they took from it
   */
  readonly run: (start: WorkerStart, onMade: (made: MadeWork) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Threads start when there is work for them; or at once, and load their code while the main one reads the content.
 * @param expected how many works are likely to be made
 */
export function openThreadPool(expected: number): ThreadPool {
  const url = new URL('./page-worker.ts', import.meta.url);
  const workers: Worker[] = [];
  const begin = (works: number) => {
    const wanted = works < WORTHWHILE ? 0 : Math.min(MOST, availableParallelism()) - 1;
    while (workers.length < wanted) workers.push(new Worker(url));
  };
  begin(expected);
  return {
    async run(start, onMade) {
      const works = start.queue.names.length;
      begin(works);
      if (works >= WORTHWHILE) await Promise.all(workers.map((worker) => serve(worker, start, onMade)));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function serve(worker: Worker, start: WorkerStart, onMade: (made: MadeWork) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', ({ made, isLast }: WorkerReport) => {
      for (const one of made) onMade(one);
      if (isLast) resolve();
    });
    worker.postMessage(start);
  });
}
