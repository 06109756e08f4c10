import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MadeWork } from './make-work.ts';
import type { WorkerOrder, WorkerReport, WorkerStart } from './page-worker.ts';

/** Works handed to a thread at a time: enough that it never waits, few enough that all end together. */
const BATCH = 16;
/** Below so many works a thread takes longer to start than it saves. */
const WORTHWHILE = 250;
/** More threads than this only wait for each other's memory. */
const MOST = 4;

/** Threads that make works beside the main one. */
export interface ThreadPool {
  /** Kept when the queue is empty and the threads have made what they took from it. */
  readonly done: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts threads, each of which takes works from the queue's head until it is empty.
 * @param queue names of works; whoever takes one removes it
 * @param onMade told of each work made
 */
export function openThreadPool(queue: string[], start: WorkerStart, onMade: (made: MadeWork) => void): ThreadPool {
  const wanted = queue.length < WORTHWHILE ? 0 : Math.min(MOST, availableParallelism()) - 1;
  const workers = Array.from({ length: Math.max(0, wanted) }, () => {
    const url = new URL('./page-worker.ts', import.meta.url);
    return new Worker(url, { workerData: start });
  });
  return {
    done: Promise.all(workers.map((worker) => serve(worker, queue, onMade))).then(() => undefined),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function serve(worker: Worker, queue: string[], onMade: (made: MadeWork) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (report: WorkerReport) => {
      for (const made of report) onMade(made);
      const batch: WorkerOrder = queue.splice(0, BATCH);
      if (batch.length) worker.postMessage(batch);
      else resolve();
    });
  });
}
