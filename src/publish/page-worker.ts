import { parentPort, workerData } from 'node:worker_threads';
import type { Content } from '../works/load.ts';
import { createPublication } from '../works/publication.ts';
import type { Assets } from './assets.ts';
import { type MadeWork, makeWork } from './make-work.ts';
import { openWorkshop } from './open-workshop.ts';
import type { Part } from './site-pages.ts';

/** What a worker is started with: all that its pages depend on, but for the texts themselves. */
export interface WorkerStart {
  readonly content: Content;
  readonly contentDir: string;
  readonly assets: Assets;
  readonly siteUrl: string | undefined;
  readonly folder: string;
  readonly cacheDir: string;
  readonly without: ReadonlySet<Part>;
}
/** What it is told: names of works to make. */
export type WorkerOrder = readonly string[];
/** What it says, first of all and after each order: what it has made. */
export type WorkerReport = readonly MadeWork[];

const { content, contentDir, ...start } = workerData as WorkerStart;
const shop = openWorkshop({ ...start, publication: createPublication(content, contentDir) });
const works = new Map(content.works.map((work) => [work.name, work]));

parentPort!.on('message', async (order: WorkerOrder) => {
  const made: MadeWork[] = [];
  for (const name of order) made.push(await makeWork(works.get(name)!, shop));
  parentPort!.postMessage(made satisfies WorkerReport);
});
parentPort!.postMessage([] satisfies WorkerReport);
