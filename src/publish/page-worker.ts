import { parentPort } from 'node:worker_threads';
import type { Content } from '../works/load.ts';
import { createPublication } from '../works/publication.ts';
import type { Assets } from './assets.ts';
import { type MadeWork, makeWork } from './make-work.ts';
import { openWorkshop } from './open-workshop.ts';
import type { Part } from './site-pages.ts';
import { takeNext, type WorkQueue } from './work-queue.ts';

/** What a worker is started with: works to take, and all that their pages depend on, but for the texts themselves. */
export interface WorkerStart {
  readonly queue: WorkQueue;
  readonly content: Content;
  readonly contentDir: string;
  readonly assets: Assets;
  readonly siteUrl: string | undefined;
  readonly folder: string;
  readonly cacheDir: string;
  readonly without: ReadonlySet<Part>;
}
/** What it says now and then: what it has made since. */
export interface WorkerReport {
  readonly made: readonly MadeWork[];
  readonly isLast: boolean;
}

/** Works told of at a time. */
const BATCH = 8;

parentPort!.on('message', async ({ content, contentDir, queue, ...start }: WorkerStart) => {
  const shop = openWorkshop({ ...start, publication: createPublication(content, contentDir) });
  const works = new Map(content.works.map((work) => [work.name, work]));
  const report = (message: WorkerReport) => parentPort!.postMessage(message);
  let made: MadeWork[] = [];
  for (let name = takeNext(queue); name !== undefined; name = takeNext(queue)) {
    made.push(await makeWork(works.get(name)!, shop));
    if (made.length < BATCH) continue;
    report({ made, isLast: false });
    made = [];
    // Native memory is given back between tasks only.
    await new Promise(setImmediate);
  }
  report({ made, isLast: true });
});
