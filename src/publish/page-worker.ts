import { parentPort, workerData } from 'node:worker_threads';
import { createPageRenderer, createPageWriter } from '../integration/render-page.ts';
import { openPublication } from '../works/current.ts';
import { type Assets, adoptAssets } from './assets.ts';
import { type MadeWork, makeWork } from './make-work.ts';
import { proveThread } from './prove-thread.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly assets: Assets;
  readonly folder: string;
  readonly origin: string;
  readonly searches: boolean;
}
/** What it is told: first where Astro's bundle lies, which pages there are, and some to try; then works to make. */
export type WorkerOrder =
  | { readonly entry: string; readonly paths: ReadonlySet<string>; readonly trials: readonly string[] }
  | { readonly works: readonly string[] };
/** What it says: first a digest of the content that it read and of the pages it tried, then what it has made. */
export type WorkerReport = { readonly proof: string } | { readonly made: readonly MadeWork[] };

const { assets, folder, origin, searches } = workerData as WorkerStart;
adoptAssets(assets);
const publication = await openPublication();
const works = new Map(publication.content.works.map((work) => [work.name, work]));
const write = createPageWriter(folder);
let render: (path: string) => Promise<Uint8Array>;
let paths: ReadonlySet<string>;
const say = (report: WorkerReport) => parentPort!.postMessage(report);

parentPort!.on('message', async (order: WorkerOrder) => {
  if ('entry' in order) {
    paths = order.paths;
    render = await createPageRenderer(order.entry, origin);
    say({ proof: await proveThread(publication.content, order.trials, render) });
    return;
  }
  const made: MadeWork[] = [];
  for (const name of order.works)
    made.push(await makeWork(works.get(name)!, { publication, paths, render, write, searches }));
  say({ made });
});
