import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ContentError, type Finding, hasErrors } from '../errors.ts';
import type { MakePages } from '../integration/prerender-works.ts';
import { formatSiteFeed } from '../templates/site-feed.ts';
import { formatWorkListPage } from '../templates/work-list-page.ts';
import { digest } from '../works/digest.ts';
import { imageFile } from '../works/images.ts';
import type { Publication } from '../works/publication.ts';
import { listEditions, type Work } from '../works/work.ts';
import { openAssets } from './assets.ts';
import { leaveToAstro, needsAstro } from './astro-works.ts';
import { type BuildCache, type Kept, keepFiles } from './build-cache.ts';
import { encodePage } from './encode-page.ts';
import { writeFiles } from './files.ts';
import {
  finishPage,
  keepFolded,
  keyFolded,
  keyPage,
  type MadePage,
  type MadeWork,
  makeWork,
  type Workshop,
} from './make-work.ts';
import { describeBytes, type FileEntry } from './manifest.ts';
import { openContext, openWorkshop } from './open-workshop.ts';
import { planLists } from './plan-lists.ts';
import type { Progress } from './progress.ts';
import { closeQueue, createQueue, takeNext } from './queue.ts';
import { addSearchIndex, foldedFolder } from './search-files.ts';
import { keyLists, listListPages, listWorkPages, type Part } from './site-pages.ts';
import type { ThreadPool } from './thread-pool.ts';

export interface BuildSiteOptions {
  readonly publication: Publication;
  readonly threads: ThreadPool;
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
 * Builds all pages, assets and the search index into a folder. What the cache knows is put in place as it is. Works
 * that changed are taken one by one, by all threads: checked, compiled, aligned and all their pages written before the
 * next, so that memory holds a few of them at a time. Astro makes the works that need it meanwhile, and the front pages
 * and their like; Pagefind begins when all works are made.
 * @throws ContentError after all works have been checked, when any has an error
 */
export async function buildSite(options: BuildSiteOptions): Promise<PageCounts> {
  const { publication, threads, folder, cache, siteUrl, without, progress } = options;
  const { content, contentDir } = publication;
  if (hasErrors(content.findings)) tellFindings(options, publication.checkWork);
  const pages: MadePage[] = [];
  const found = new Map<string, readonly Finding[]>();

  progress.begin('works', content.works.length);
  const works = content.works.filter((work) => !restoreWork(options, work));
  const byName = new Map(works.map((work) => [work.name, work]));
  const own = works.filter(needsAstro);
  const queue = createQueue(works.filter((work) => !needsAstro(work)).map(({ name }) => name));
  const take = (made: MadeWork) => {
    publication.learn(byName.get(made.name)!, made.facts, made.key);
    found.set(made.name, made.findings);
    pages.push(...made.pages);
    if (made.folded) cache.note(made.folded.key, made.folded.kept);
    progress.tick(made.name);
  };
  const isBroken = () => hasErrors([...found.values()].flat());
  const assets = await openAssets();
  const shared = { assets, siteUrl, folder: resolve(folder), cacheDir: resolve(cache.folder), without };
  const shop = openWorkshop({ ...shared, publication });
  const others = threads.run({ job: 'makeWorks', queue, options: { ...shared, content, contentDir } }, (_, made) =>
    take(made),
  );
  others.catch(() => closeQueue(queue));
  const lists = planLists(publication, cache, folder, siteUrl);
  const context = openContext({ ...shared, publication });
  const makeRest = async (): Promise<void> => {
    for (const list of lists.pages) {
      const bytes = encodePage(formatWorkListPage(context, list));
      shop.write(list.path, bytes);
      pages.push(finishPage(shop, lists.keyOf(list.path), list.path, bytes));
    }
    for (let name = takeNext(queue); name !== undefined; name = takeNext(queue)) {
      take(await makeWork(byName.get(name)!, shop));
      // Rendering rarely waits for anything; Astro and the threads' messages wait for this one to do so.
      await new Promise(setImmediate);
    }
    await others;
  };
  const makeFeeds = async (): Promise<void> => {
    for (const [path, lang] of lists.feeds) shop.write(path, await formatSiteFeed(context, lang));
  };

  // First, since threads go on with the works meanwhile.
  const feeds = settle(makeFeeds());
  const rest = makeRest();
  rest.catch(() => {});
  const ownMade = Promise.withResolvers<void>();
  const indexRead = Promise.withResolvers<void>();
  const makeOwn: MakePages = async (render) => {
    for (const work of own) take(await makeWork(work, { ...shop, render: (_, path) => render(path) }));
    ownMade.resolve();
    return new Set(lists.byAstro);
  };
  const makeIndex = async (): Promise<void> => {
    await rest;
    if (own.length) await Promise.race([ownMade.promise, astro]);
    if (found.size < works.length || isBroken()) return;
    await addSearch(options, shop, (work) => found.has(work.name), indexRead.resolve);
  };
  const indexing = without.has('search') ? Promise.resolve() : makeIndex();
  const index = settle(indexing);
  const makeByAstro = async (): Promise<void> => {
    // Where no work waits for it, it leaves the processors to those who make and read works for the index.
    if (own.length === 0) await Promise.race([indexRead.promise, indexing]);
    if (isBroken()) return;
    leaveToAstro(own);
    const { runAstro } = await import('./run-astro.ts');
    await runAstro({ folder, siteUrl, makePages: makeOwn });
  };
  const plain = () => cp('public', folder, { recursive: true });
  const astro = settle(own.length || lists.byAstro.length ? makeByAstro() : plain());
  const failures = [await astro, await index, await feeds];
  await rest;
  // Where something is wrong with a work, Astro or a feed may well have failed of it.
  tellFindings(options, (work) => found.get(work.name) ?? publication.checkWork(work));
  for (const failure of failures) if (failure) throw failure.error;
  for (const path of [...lists.byAstro, ...lists.feeds.keys()])
    pages.push(finishPage(shop, lists.keyOf(path), path, await readFile(join(folder, path))));

  progress.begin('assets');
  writeFiles(folder, assets.files);
  for (const { key, path, entry, assets: shown, kept } of pages) {
    // A page may also write of such a path without showing anything.
    const files = shown.filter((asset) => existsSync(join(folder, asset))).map((asset) => describeFile(folder, asset));
    cache.note(key, kept ?? keepFiles(cache.folder, key, folder, [[path, entry], ...files]));
  }
  await dropUnshown(content.works, folder, cache);
  const all =
    content.works.flatMap((work) => listWorkPages(work, without)).length + listListPages(content, siteUrl).length;
  return { made: pages.length, kept: all - pages.length };
}

/** What a promise came to, without breaking. */
const settle = (promise: Promise<void>): Promise<{ error: unknown } | undefined> =>
  promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );

/** Puts a work's pages in place as an earlier build made them; false where it has to be made. */
function restoreWork({ publication, cache, folder, without, progress }: BuildSiteOptions, work: Work): boolean {
  if (cache.isEmpty || !publication.recall(work)) return false;
  const own = publication.keyOf(work);
  const keys = listWorkPages(work, without).map((path) => keyPage(own, path));
  if (!cache.restore(keys, folder)) return false;
  cache.retain([keyFolded(own)]);
  progress.tick(work.name);
  return true;
}

/**
 * @param isMade whether a work was made now, and lies folded in the site's folder already
 * @param onRead told when the works are read: what is left takes but one processor and a half
 */
async function addSearch(
  { publication, folder, cache, progress }: BuildSiteOptions,
  shop: Workshop,
  isMade: (work: Work) => boolean,
  onRead: () => void,
): Promise<void> {
  const { content, keyOf } = publication;
  const key = digest('search', keyLists(content), ...content.works.map(keyOf));
  if (!cache.restore([key], folder)) {
    progress.begin('search index');
    await mkdir(join(folder, foldedFolder), { recursive: true });
    for (const work of content.works) {
      if (isMade(work) || cache.restore([keyFolded(keyOf(work))], folder)) continue;
      const folded = keepFolded(shop, work);
      cache.note(folded.key, folded.kept);
    }
    const kept: Record<string, Kept[string]> = {};
    const keep = (path: string, entry: FileEntry) =>
      Object.assign(kept, keepFiles(cache.folder, key, folder, [[path, entry]]));
    await addSearchIndex(publication, folder, keep, onRead);
    cache.note(key, kept);
  }
  await rm(join(folder, foldedFolder), { recursive: true, force: true });
}

function describeFile(folder: string, path: string): readonly [string, FileEntry] {
  return [path, describeBytes(readFileSync(join(folder, path)))];
}

/**
 * Takes away the originals of pictures that no page shows. Astro does so for the pages that it has rendered itself; of
 * pictures on kept pages it knows nothing. Editions with modules of their own may show one from a stylesheet.
 */
async function dropUnshown(works: readonly Work[], folder: string, cache: BuildCache): Promise<void> {
  if (works.some((work) => listEditions(work).some(({ mayImport }) => mayImport))) return;
  const names = existsSync(join(folder, '_astro')) ? readdirSync(join(folder, '_astro')) : [];
  const images = names.filter((name) => imageFile.test(name));
  if (images.length === 0) return;
  const shown = cache.listFiles();
  for (const name of images) if (!shown.has(`_astro/${name}`)) await rm(join(folder, '_astro', name));
}

/** Tells all findings, those of the files first; throws when one of them is an error. */
function tellFindings({ publication, report }: BuildSiteOptions, findingsOf: (work: Work) => readonly Finding[]): void {
  const { content } = publication;
  const all = [...content.findings, ...content.works.flatMap(findingsOf)];
  for (const finding of all) report(finding);
  const errors = all.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new ContentError(errors);
}
