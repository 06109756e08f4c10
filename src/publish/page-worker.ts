import { parentPort } from 'node:worker_threads';
import type { Content } from '../works/load.ts';
import { createPublication } from '../works/publication.ts';
import type { Work } from '../works/work.ts';
import type { Assets } from './assets.ts';
import { type MadeWork, makeWork, type Workshop } from './make-work.ts';
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
/** What it is told: first what to start with, then names of works to make. */
export type WorkerMessage = { readonly start: WorkerStart } | { readonly works: readonly string[] };
/** What it says after each order: what it has made. */
export type WorkerReport = readonly MadeWork[];

let shop: Workshop;
let works: ReadonlyMap<string, Work>;

parentPort!.on('message', async (message: WorkerMessage) => {
  if ('start' in message) {
    const { content, contentDir, ...start } = message.start;
    shop = openWorkshop({ ...start, publication: createPublication(content, contentDir) });
    works = new Map(content.works.map((work) => [work.name, work]));
    return;
  }
  const made: MadeWork[] = [];
  for (const name of message.works) made.push(await makeWork(works.get(name)!, shop));
  parentPort!.postMessage(made satisfies WorkerReport);
});
