import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ContentError, type Finding, hasErrors } from '../errors.ts';
import type { MakePages } from '../integration/prerender-works.ts';
import { langs } from '../locales.ts';
import type { SearchDocument } from '../search/document.ts';
import { makeSearchDocument } from '../search/from-publication.ts';
import { formatSiteFeed } from '../templates/site-feed.ts';
import { addresses } from '../works/addresses.ts';
import { digest, digestBytes } from '../works/digest.ts';
import { imageFile } from '../works/images.ts';
import type { Publication } from '../works/publication.ts';
import { listEditions, type Work } from '../works/work.ts';
import { openAssets } from './assets.ts';
import { leaveToAstro } from './astro-works.ts';
import { type BuildCache, keepFiles } from './build-cache.ts';
import { writeFiles } from './files.ts';
import { finishPage, keyPage, type MadePage, type MadeWork, makeWork } from './make-work.ts';
import type { FileEntry } from './manifest.ts';
import { openContext, openWorkshop } from './open-workshop.ts';
import type { Progress } from './progress.ts';
import { buildSearchFiles } from './search-files.ts';
import { keyLists, listFeedWorks, listListPages, listWorkPages, type Part } from './site-pages.ts';
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

/** Whether a work's pages can only be made by Astro: its image pipeline and Vite's modules are there. */
const needsAstro = (work: Work) => listEditions(work).some(({ mayImport, mayPicture }) => mayImport || mayPicture);

/**
 * Builds all pages, assets and the search index into a folder. What the cache knows is put in place as it is. Works
 * that changed are taken one by one, by all threads: checked, compiled, aligned and all their pages written before the
 * next, so that memory holds a few of them at a time. Astro makes the lists, and the works that need it, meanwhile.
 * @throws ContentError after all works have been checked, when any has an error
 */
export async function buildSite(options: BuildSiteOptions): Promise<PageCounts> {
  const { publication, folder, cache, siteUrl, without, progress } = options;
  const { content, contentDir } = publication;
  if (hasErrors(content.findings)) tellFindings(options, publication.checkWork);
  const pages: MadePage[] = [];
  const documents = new Map<string, SearchDocument>();
  const found = new Map<string, readonly Finding[]>();
  const listsKey = keyLists(content);
  let kept = 0;

  const restoreWork = (work: Work): boolean => {
    if (!publication.recall(work)) return false;
    const own = publication.keyOf(work);
    const keys = listWorkPages(work, without).map((path) => keyPage(own, path));
    if (!cache.restore(keys, folder)) return false;
    kept += keys.length;
    progress.tick(work.name);
    return true;
  };
  progress.begin('works', content.works.length);
  const works = content.works.filter((work) => !restoreWork(work));
  const own = works.filter(needsAstro);
  const byName = new Map(works.map((work) => [work.name, work]));
  const queue = works.filter((work) => !needsAstro(work)).map(({ name }) => name);

  const assets = await openAssets();
  const shared = { assets, siteUrl, folder: resolve(folder), cacheDir: resolve(cache.folder), without };
  const shop = openWorkshop({ ...shared, publication });
  const take = (made: MadeWork) => {
    publication.learn(byName.get(made.name)!, made.facts);
    found.set(made.name, made.findings);
    pages.push(...made.pages);
    if (made.document) documents.set(made.name, made.document);
    progress.tick(made.name);
  };
  const others = options.threads.run(() => ({ ...shared, content, contentDir }), queue, take);
  const makeRest = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      take(await makeWork(byName.get(name)!, shop));
      // Rendering rarely waits for anything, and the threads' messages wait for this one to do so.
      await new Promise(setImmediate);
    }
    await others;
    tellFindings(options, (work) => found.get(work.name) ?? publication.checkWork(work));
  };

  const feeds = new Map(langs.map((lang) => [addresses.feed(lang), { lang, works: listFeedWorks(publication, lang) }]));
  const keyList = (path: string): string =>
    digest('list', listsKey, path, ...(feeds.get(path)?.works ?? []).map(publication.keyOf));
  const finishList = (path: string, bytes: Uint8Array) => pages.push(finishPage(shop, keyList(path), path, bytes));

  others.catch(() => queue.splice(0));
  const all = listListPages(content, siteUrl);
  const lists = all.filter((path) => !cache.restore([keyList(path)], folder));
  kept += all.length - lists.length;
  const plain = lists.filter((path) => feeds.has(path) && !feeds.get(path)!.works.some(needsAstro));
  const astros = lists.filter((path) => !plain.includes(path));
  if (own.length || astros.length) {
    const makeOwn: MakePages = async (render) => {
      for (const work of own) take(await makeWork(work, { ...shop, render: (_, path) => render(path) }));
      return new Set(astros);
    };
    leaveToAstro(own);
    const { runAstro } = await import('./run-astro.ts');
    // Where something is wrong with a work, Astro may well have failed of it.
    await runAstro({ folder, siteUrl, makePages: makeOwn }).catch((error) =>
      makeRest().then(() => Promise.reject(error)),
    );
    for (const path of astros) finishList(path, await readFile(join(folder, path)));
  } else await cp('public', folder, { recursive: true });
  await makeRest();
  const context = openContext({ ...shared, publication });
  for (const path of plain) {
    const bytes = Buffer.from(await formatSiteFeed(context, feeds.get(path)!.lang));
    shop.write(path, bytes);
    finishList(path, bytes);
  }
  progress.begin('assets');
  writeFiles(folder, assets.files);
  for (const { key, path, entry, assets: shown, kept } of pages) {
    // A page may also write of such a path without showing anything.
    const files = shown.filter((asset) => existsSync(join(folder, asset))).map((asset) => describeFile(folder, asset));
    cache.note(key, kept ?? keepFiles(cache.folder, key, folder, [[path, entry], ...files]));
  }
  await dropUnshown(content.works, folder, cache.listFiles());
  const searchKey = digest('search', listsKey, ...content.works.map(publication.keyOf));
  if (!without.has('search') && !cache.restore([searchKey], folder)) {
    progress.begin('search index');
    const all = content.works.map((work) => documents.get(work.name) ?? makeSearchDocument(publication, work));
    const files = await buildSearchFiles(publication, all);
    writeFiles(folder, files);
    const entries = [...files].map(([path, bytes]) => [path, describeBytes(bytes)] as const);
    cache.note(searchKey, keepFiles(cache.folder, searchKey, folder, entries));
  }
  return { made: pages.length, kept };
}

const describeBytes = (bytes: Uint8Array): FileEntry => ({ sha256: digestBytes(bytes), bytes: bytes.length });

function describeFile(folder: string, path: string): readonly [string, FileEntry] {
  return [path, describeBytes(readFileSync(join(folder, path)))];
}

/**
 * Takes away the originals of pictures that no page shows. Astro does so for the pages that it has rendered itself; of
 * pictures on kept pages it knows nothing. Editions with modules of their own may show one from a stylesheet.
 */
async function dropUnshown(works: readonly Work[], folder: string, shown: ReadonlyMap<string, unknown>): Promise<void> {
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
