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

export interface ThreadTask {
  /** URL of Astro's bundle. */
  readonly entry: string;
  readonly paths: ReadonlySet<string>;
  /** Pages to try, and the proof that the main thread gives: a thread that gives another is sent home. */
  readonly trials: readonly string[];
  readonly proof: string;
  /** Names of works; each thread takes some from its head. */
  readonly queue: string[];
  readonly onMade: (made: MadeWork) => void;
}

/** Threads that make works beside the main one. */
export interface ThreadPool {
  readonly size: number;
  /** Threads take works from `queue` until it is empty; the promise is kept when the last is made. */
  readonly run: (task: ThreadTask) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts threads, which read the content while the main thread sets up Astro.
 * @param works how many there are to make
 */
export function openThreadPool(works: number, start: WorkerStart): ThreadPool {
  const wanted = works < WORTHWHILE ? 0 : Math.min(MOST, availableParallelism()) - 1;
  const workers = Array.from({ length: Math.max(0, wanted) }, () => {
    const url = new URL('./page-worker.ts', import.meta.url);
    return new Worker(url, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
  });
  return {
    size: workers.length,
    async run(task) {
      await Promise.all(workers.map((worker) => serve(worker, task)));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function serve(worker: Worker, { entry, paths, trials, proof, queue, onMade }: ThreadTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const order = (message: WorkerOrder) => worker.postMessage(message);
    worker.on('error', reject);
    worker.on('message', (report: WorkerReport) => {
      if ('made' in report) for (const made of report.made) onMade(made);
      const batch = 'proof' in report && report.proof !== proof ? [] : queue.splice(0, BATCH);
      if (batch.length) order({ works: batch });
      else resolve();
    });
    order({ entry, paths, trials });
  });
}
