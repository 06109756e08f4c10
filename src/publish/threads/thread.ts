import { parentPort } from 'node:worker_threads';
import { readEdition } from '../../content/content-files.ts';
import type { Content } from '../../content/load.ts';
import { createPublication } from '../../works/publication.ts';
import { makeWork, type WorkPages } from '../make-work.ts';
import { openPress, type PressOptions } from '../open-press.ts';
import { type Queue, takeNext } from './queue.ts';

/** All that works' pages depend on, but for the texts. */
export interface MakeOptions extends PressOptions {
  readonly content: Content;
  readonly contentDir: string;
}

const jobs = {
  readEditions: (_: undefined) => readEdition,
  makeWorks({ content, contentDir, ...options }: MakeOptions) {
    const opening = openPress(createPublication(content, contentDir), options);
    const works = new Map(content.works.map((work) => [work.name, work]));
    return async ({ name, pages }: WorkPages) => makeWork(await opening, works.get(name)!, pages);
  },
};

export type Jobs = typeof jobs;
export type Item<J extends keyof Jobs> = Parameters<ReturnType<Jobs[J]>>[0];
export type Made<J extends keyof Jobs> = Awaited<ReturnType<ReturnType<Jobs[J]>>>;

export interface Task<J extends keyof Jobs> {
  readonly job: J;
  readonly queue: Queue<Item<J>>;
  readonly options: Parameters<Jobs[J]>[0];
}
/** What a thread has made since its last report, each with what it took. */
export interface Report<J extends keyof Jobs> {
  readonly made: readonly (readonly [Item<J>, Made<J>])[];
  readonly isLast: boolean;
}

const BATCH = 8;

parentPort!.on('message', async <J extends keyof Jobs>({ job, queue, options }: Task<J>) => {
  const open = jobs[job] as (options: Task<J>['options']) => (item: Item<J>) => Made<J> | Promise<Made<J>>;
  const make = open(options);
  const report = (message: Report<J>) => parentPort!.postMessage(message);
  let made: [Item<J>, Made<J>][] = [];
  for (let item = takeNext(queue); item !== undefined; item = takeNext(queue)) {
    made.push([item, await make(item)]);
    if (made.length < BATCH) continue;
    report({ made, isLast: false });
    made = [];
    // Native memory is given back between tasks only.
    await new Promise(setImmediate);
  }
  report({ made, isLast: true });
});
