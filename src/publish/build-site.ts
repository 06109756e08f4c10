import { existsSync, readdirSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { build } from 'astro';
import { ContentError, type Finding } from '../errors.ts';
import { type PagePlan, prerenderWorks } from '../integration/prerender-works.ts';
import { createPageWriter } from '../integration/render-page.ts';
import { langs } from '../locales.ts';
import type { SearchDocument } from '../search/document.ts';
import { makeSearchDocument } from '../search/from-publication.ts';
import { site } from '../site.ts';
import { addresses } from '../works/addresses.ts';
import { digest } from '../works/digest.ts';
import { imageFile } from '../works/images.ts';
import { listByDate } from '../works/list.ts';
import type { Publication } from '../works/publication.ts';
import { listEditions, type Work } from '../works/work.ts';
import { openAssets } from './assets.ts';
import type { BuildCache } from './build-cache.ts';
import { writeFiles } from './files.ts';
import { keyPage, listAssets, type MadePage, type MadeWork, makeWork, type Workshop } from './make-work.ts';
import type { Progress } from './progress.ts';
import { proveThread } from './prove-thread.ts';
import { isRunning } from './publish-folder.ts';
import { buildSearchFiles } from './search-files.ts';
import { keyLists, listWorkPages } from './site-pages.ts';
import { openThreadPool, type ThreadPool } from './thread-pool.ts';

/** Parts of a site that a build may leave out, to measure the rest. */
export type Part = 'search' | 'facing';

export interface BuildSiteOptions {
  readonly publication: Publication;
  /** An empty or missing folder to fill. */
  readonly folder: string;
  readonly cache: BuildCache;
  readonly siteUrl: string | undefined;
  readonly without: ReadonlySet<Part>;
  readonly progress: Progress;
  /** Told of each finding, in the order of the works. */
  readonly report: (finding: Finding) => void;
}

/** How many pages were made, and how many were there already. */
export interface PageCounts {
  readonly made: number;
  readonly kept: number;
}

/**
 * Builds all pages, assets and the search index into a folder. Works are taken one by one: checked, compiled, aligned
 * and all their pages written before the next, so that memory holds a few of them at a time. Pages whose key the
 * cache knows are put in place as they are.
 * @throws ContentError after all works have been checked, when any has an error
 */
export async function buildSite(options: BuildSiteOptions): Promise<PageCounts> {
  const { publication, folder, cache, without, progress } = options;
  const { content } = publication;
  const searches = !without.has('search');
  const listsKey = keyLists(content);
  const pages: MadePage[] = [];
  const documents = new Map<string, SearchDocument>();
  let kept = 0;
  let lists: readonly string[] = [];

  const listKeyOf = (path: string): string => {
    const lang = langs.find((one) => path === addresses.feed(one));
    const shown = lang ? listByDate(content, lang).slice(0, site.pageSize).map(publication.workOf) : [];
    return digest('list', listsKey, path, ...shown.map(publication.keyOf));
  };
  const isKnown = (work: Work) =>
    publication.recall(work) !== undefined &&
    listWorkPages(work).every((path) => cache.has(keyPage(publication, work, path)));
  const restore = (work: Work, paths: ReadonlySet<string>) => {
    const own = listWorkPages(work).filter((path) => paths.has(path));
    if (!own.every((path) => cache.restore(keyPage(publication, work, path), folder))) return false;
    kept += own.length;
    return true;
  };

  const news = content.works.filter((work) => !isKnown(work));
  const assets = await openAssets();
  const origin = new URL(options.siteUrl ?? 'http://localhost').origin;
  const pool = openThreadPool(news.length, { assets, folder: resolve(folder), origin, searches });

  const plan: PagePlan = {
    async take(all, render, entry) {
      const paths = new Set([...all].filter((path) => !(without.has('facing') && path.startsWith('both/'))));
      progress.begin('works', content.works.length);
      const fresh = new Set(news);
      const rest = content.works.filter((work) => {
        if (fresh.has(work) || !restore(work, paths)) return true;
        progress.tick(work.name);
        return false;
      });
      const found = new Map<string, readonly Finding[]>();
      const take = (made: MadeWork, work: Work) => {
        publication.learn(work, made.facts);
        found.set(work.name, made.findings);
        pages.push(...made.pages);
        if (made.document) documents.set(work.name, made.document);
        progress.tick(work.name);
      };
      const shop = { publication, paths, render, write: createPageWriter(folder), searches };
      await makeAll(rest, shop, pool, entry, take);
      tellFindings(options, (work) => found.get(work.name) ?? publication.checkWork(work));
      const taken = new Set([...all].filter((path) => !paths.has(path)));
      for (const work of content.works) for (const path of listWorkPages(work)) taken.add(path);
      for (const path of all) {
        if (taken.has(path) || !cache.restore(listKeyOf(path), folder)) continue;
        taken.add(path);
        kept++;
      }
      lists = [...all].filter((path) => !taken.has(path));
      progress.begin('lists');
      return taken;
    },
  };

  try {
    if (content.findings.some(({ severity }) => severity === 'error')) tellFindings(options, publication.checkWork);
    progress.begin('set up');
    await runAstro(options, plan, origin);
  } finally {
    await pool.close();
  }
  for (const path of lists) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes) pages.push({ key: listKeyOf(path), path, assets: listAssets(bytes) });
  }
  progress.begin('assets');
  await writeFiles(folder, assets.files);
  // A page may also write of such a path without showing anything.
  for (const { key, path, assets: shown } of pages)
    cache.keep(key, folder, [path, ...shown.filter((asset) => existsSync(join(folder, asset)))]);
  await dropUnshown(content.works, folder, new Set(cache.listPaths()));
  if (searches) {
    const key = digest('search', listsKey, ...content.works.map(publication.keyOf));
    if (!cache.restore(key, folder)) {
      progress.begin('search index');
      const all = content.works.map((work) => documents.get(work.name) ?? makeSearchDocument(publication, work));
      const files = await buildSearchFiles(publication, all);
      await writeFiles(folder, files);
      cache.keep(key, folder, [...files.keys()]);
    }
  }
  return { made: pages.length, kept };
}

/**
 * Takes away the originals of pictures that no page shows. Astro does so for the pages that it has rendered itself; of
 * pictures on kept pages it knows nothing. Editions with modules of their own may show one from a stylesheet.
 */
async function dropUnshown(works: readonly Work[], folder: string, shown: ReadonlySet<string>): Promise<void> {
  if (works.some((work) => listEditions(work).some(({ mayImport }) => mayImport))) return;
  const names = existsSync(join(folder, '_astro')) ? readdirSync(join(folder, '_astro')) : [];
  for (const name of names)
    if (imageFile.test(name) && !shown.has(`_astro/${name}`)) await rm(join(folder, '_astro', name));
}

/** Tells all findings, those of the files first; throws when one of them is an error. */
function tellFindings({ publication, report }: BuildSiteOptions, findingsOf: (work: Work) => readonly Finding[]): void {
  const { content } = publication;
  const all = [...content.findings, ...content.works.flatMap(findingsOf)];
  for (const finding of all) report(finding);
  const errors = all.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new ContentError(errors);
}

/** Makes works in all threads: this one begins with what only it can make, and then helps with the rest. */
async function makeAll(
  works: readonly Work[],
  shop: Workshop,
  pool: ThreadPool,
  entry: string,
  take: (made: MadeWork, work: Work) => void,
): Promise<void> {
  const byName = new Map(works.map((work) => [work.name, work]));
  const isOwn = (work: Work) => listEditions(work).some(({ mayImport, mayPicture }) => mayImport || mayPicture);
  const own = works.filter(isOwn);
  const queue = works.filter((work) => !isOwn(work)).map(({ name }) => name);
  const make = async (work: Work) => take(await makeWork(work, shop), work);
  const first = pool.size > 0 ? queue.shift() : undefined;
  if (first !== undefined) await make(byName.get(first)!);
  const trials = first === undefined ? [] : listWorkPages(byName.get(first)!).filter((path) => shop.paths.has(path));
  const proof = pool.size > 0 ? await proveThread(shop.publication.content, trials, shop.render) : '';
  const onMade = (made: MadeWork) => take(made, byName.get(made.name)!);
  const others = pool.run({ entry, paths: shop.paths, trials, proof, queue, onMade });
  const failed = others.catch(() => queue.splice(0));
  for (const work of own) await make(work);
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    await make(byName.get(name)!);
    // Rendering rarely waits for anything, and the threads' messages wait for this one to do so.
    await new Promise(setImmediate);
  }
  await failed;
  await others;
}

/** Where Astro builds when the site itself lies outside of the project. */
const astroFolder = '.cache/astro';

/**
 * Runs Astro. It keeps its bundle within the project's folder, or builds at the same time would share it; what a killed
 * build left there is cleared away.
 */
async function runAstro({ folder }: BuildSiteOptions, plan: PagePlan, origin: string): Promise<void> {
  const within = resolve(folder).startsWith(process.cwd() + sep);
  const outDir = within ? folder : join(astroFolder, String(process.pid));
  const others = existsSync(astroFolder) ? readdirSync(astroFolder) : [];
  for (const name of others) if (!isRunning(Number(name))) await rm(join(astroFolder, name), { recursive: true });
  try {
    await build({ outDir, logLevel: 'warn', integrations: [prerenderWorks(plan, resolve(outDir), origin)] });
    if (!within) await cp(outDir, folder, { recursive: true });
  } finally {
    if (!within) await rm(outDir, { recursive: true, force: true });
  }
}
