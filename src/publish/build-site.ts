import { cp, readFile, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { build } from 'astro';
import { ContentError, type Finding } from '../errors.ts';
import { createPageWriter, type PagePlan, prerenderWorks } from '../integration/prerender-works.ts';
import { langs } from '../locales.ts';
import type { SearchDocument } from '../search/document.ts';
import { makeSearchDocument } from '../search/from-publication.ts';
import { site } from '../site.ts';
import { addresses } from '../works/addresses.ts';
import { listByDate } from '../works/list.ts';
import { digest, type Publication } from '../works/publication.ts';
import type { Work } from '../works/work.ts';
import { openAssets } from './assets.ts';
import type { BuildCache } from './build-cache.ts';
import { writeFiles } from './files.ts';
import type { Progress } from './progress.ts';
import { buildSearchFiles } from './search-files.ts';
import { keyLists, listWorkPages } from './site-pages.ts';

/** Parts of a site that a build may leave out, to measure the rest. */
export type Part = 'search' | 'facing';

export interface BuildSiteOptions {
  readonly publication: Publication;
  /** An empty or missing folder to fill. */
  readonly folder: string;
  readonly cache: BuildCache;
  readonly cacheDir: string;
  readonly siteUrl: string | undefined;
  readonly without: ReadonlySet<Part>;
  readonly progress: Progress;
  /** Told of each finding as it is found. */
  readonly report: (finding: Finding) => void;
}

/** How many pages were made, and how many were there already. */
export interface PageCounts {
  readonly made: number;
  readonly kept: number;
}

const assetReference = /(?:\.\.\/)*(_astro\/[^"'\s,?#)&;<>]+)/g;

/** Paths below `dist/` of what a page shows of Astro's and Vite's making. */
function listAssets(bytes: Uint8Array): string[] {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!html.includes('_astro/')) return [];
  return [...new Set([...html.toString('utf8').matchAll(assetReference)].map((match) => decodeURI(match[1]!)))];
}

/**
 * Builds all pages, assets and the search index into a folder. Works are taken one by one: checked, compiled, aligned
 * and all their pages written before the next, so that memory holds a few of them at a time; pages whose key the
 * cache knows are put in place as they are.
 * @throws ContentError after all works have been checked, when any has an error
 */
export async function buildSite(options: BuildSiteOptions): Promise<PageCounts> {
  const { publication, folder, cache, without, progress, report } = options;
  const { content } = publication;
  const listsKey = keyLists(content);
  const errors: Finding[] = [];
  const keep = new Map<string, { path: string; assets: readonly string[] }>();
  const documents = new Map<Work, SearchDocument>();
  const write = createPageWriter(folder);
  const searchKey = () => digest('search', listsKey, ...content.works.map(publication.keyOf));
  const counts = { made: 0, kept: 0 };

  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) report(finding);
    errors.push(...findings.filter(({ severity }) => severity === 'error'));
  };
  const makeWork = async (work: Work, paths: ReadonlySet<string>, render: (path: string) => Promise<Uint8Array>) => {
    tell(publication.checkWork(work));
    if (errors.length) return;
    const key = publication.keyOf(work);
    let made = false;
    for (const path of listWorkPages(work).filter((page) => paths.has(page))) {
      const pageKey = digest(key, path);
      if (cache.restore(pageKey, folder)) {
        counts.kept++;
        continue;
      }
      const bytes = await render(path);
      write(path, bytes);
      keep.set(pageKey, { path, assets: listAssets(bytes) });
      made = true;
      counts.made++;
    }
    if (made && !without.has('search')) documents.set(work, makeSearchDocument(publication, work));
  };
  const listKeyOf = (path: string): string => {
    const lang = langs.find((one) => path === addresses.feed(one));
    const shown = lang ? listByDate(content, lang).slice(0, site.pageSize).map(publication.workOf) : [];
    return digest('list', listsKey, path, ...shown.map(publication.keyOf));
  };

  const plan: PagePlan = {
    async take(all, render) {
      const paths = new Set([...all].filter((path) => !(without.has('facing') && path.startsWith('both/'))));
      progress.begin('works', content.works.length);
      for (const work of content.works) {
        await makeWork(work, paths, render);
        progress.tick(work.name);
      }
      if (errors.length) throw new ContentError(errors);
      const taken = new Set([...all].filter((path) => !paths.has(path)));
      for (const work of content.works) for (const path of listWorkPages(work)) taken.add(path);
      for (const path of all)
        if (!taken.has(path) && cache.restore(listKeyOf(path), folder)) {
          taken.add(path);
          counts.kept++;
        }
      lists = [...all].filter((path) => !taken.has(path));
      progress.begin('lists');
      return taken;
    },
  };
  let lists: readonly string[] = [];

  tell(content.findings);
  if (errors.length) {
    for (const work of content.works) tell(publication.checkWork(work));
    throw new ContentError(errors);
  }
  progress.begin('set up');
  await runAstro(options, plan);
  for (const path of lists) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes) keep.set(listKeyOf(path), { path, assets: listAssets(bytes) });
    if (bytes) counts.made++;
  }
  progress.begin('assets');
  await writeFiles(folder, (await openAssets()).files);
  for (const [key, { path, assets }] of keep) cache.keep(key, folder, [path, ...assets]);
  if (!without.has('search') && !cache.restore(searchKey(), folder)) {
    progress.begin('search index');
    const all = content.works.map((work) => documents.get(work) ?? makeSearchDocument(publication, work));
    const files = await buildSearchFiles(publication, all);
    await writeFiles(folder, files);
    cache.keep(searchKey(), folder, [...files.keys()]);
  }
  return counts;
}

/** Runs Astro. It keeps its own files within the project's folder, or builds at the same time would share them. */
async function runAstro({ folder, cacheDir, siteUrl }: BuildSiteOptions, plan: PagePlan): Promise<void> {
  const within = resolve(folder).startsWith(process.cwd() + sep);
  const outDir = within ? folder : join(cacheDir, `astro-${process.pid}`);
  const origin = new URL(siteUrl ?? 'http://localhost').origin;
  try {
    await build({ outDir, logLevel: 'warn', integrations: [prerenderWorks(plan, origin)] });
    if (!within) await cp(outDir, folder, { recursive: true });
  } finally {
    if (!within) await rm(outDir, { recursive: true, force: true });
  }
}
