import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Item, Jobs, Made, Report, Task } from './thread.ts';

/** Works below which a thread takes longer to start than it saves. */
const WORTHWHILE = 250;
/** More threads only wait for each other's memory. */
const MOST = 4;

export interface ThreadPool {
  readonly isRunning: () => boolean;
  /** @returns when the queue is empty and the threads have made what they took from it */
  readonly run: <J extends keyof Jobs>(task: Task<J>, onMade: (item: Item<J>, made: Made<J>) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where much is expected, threads start at once and load their code while the main one lists the content. */
export function openThreadPool(expected: number): ThreadPool {
  const url = new URL('./thread.ts', import.meta.url);
  const workers: Worker[] = [];
  const begin = (things: number) => {
    const wanted = things < WORTHWHILE ? 0 : Math.min(MOST, availableParallelism()) - 1;
    while (workers.length < wanted) workers.push(new Worker(url));
  };
  begin(expected);
  return {
    isRunning: () => workers.length > 0,
    async run(task, onMade) {
      const things = task.queue.items.length;
      begin(things);
      if (things >= WORTHWHILE) await Promise.all(workers.map((worker) => serve(worker, task, onMade)));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function serve<J extends keyof Jobs>(
  worker: Worker,
  task: Task<J>,
  onMade: (item: Item<J>, made: Made<J>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = ({ made, isLast }: Report<J>): void => {
      for (const [item, one] of made) onMade(item, one);
      if (!isLast) return;
      worker.off('message', listen).off('error', reject);
      resolve();
    };
    worker.on('message', listen).on('error', reject);
    worker.postMessage(task);
  });
}
