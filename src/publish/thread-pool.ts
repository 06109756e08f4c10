import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MadeWork } from './make-work.ts';
import type { WorkerMessage, WorkerReport, WorkerStart } from './page-worker.ts';

/** Works handed to a thread at a time. */
const BATCH = 8;
/** Batches that a thread has before it: enough that it never waits for the main one, few enough that all end together. */
const AHEAD = 5;
/** Below so many works a thread takes longer to start than it saves. */
const WORTHWHILE = 250;
/** More threads than this only wait for each other's memory. */
const MOST = 4;

/** Threads that make works beside the main one. */
export interface ThreadPool {
  /**
   * Lets each thread take works from the queue's head until it is empty.
   * @param start asked for only when there are threads
   * @param queue names of works; whoever takes one removes it
   * @param onMade told of each work made
   * @returns kept when the queue is empty and the threads have made what they took from it
   */
  readonly run: (start: () => WorkerStart, queue: string[], onMade: (made: MadeWork) => void) => Promise<void>;
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
    async run(start, queue, onMade) {
      begin(queue.length);
      if (queue.length < WORTHWHILE || !workers.length) return;
      const message = start();
      await Promise.all(workers.map((worker) => serve(worker, message, queue, onMade)));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function serve(worker: Worker, start: WorkerStart, queue: string[], onMade: (made: MadeWork) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const say = (message: WorkerMessage) => worker.postMessage(message);
    let ordered = 0;
    const order = () => {
      for (; ordered < AHEAD && queue.length; ordered++) say({ works: queue.splice(0, BATCH) });
      if (ordered === 0) resolve();
    };
    worker.on('error', reject);
    worker.on('message', (report: WorkerReport) => {
      for (const made of report) onMade(made);
      ordered--;
      order();
    });
    say({ start });
    order();
  });
}
