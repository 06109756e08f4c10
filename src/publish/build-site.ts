import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openAssets } from '../assets/assets.ts';
import { listFiles } from '../base/list-files.ts';
import { importsModules, type Work } from '../content/work.ts';
import { ContentError, type Finding, hasErrors } from '../errors.ts';
import { checkPortraitPictures } from '../pictures/check-files.ts';
import type { PageFacts } from '../renderer/finish-html.ts';
import { openBundle } from '../renderer/open-bundle.ts';
import { openRenderer } from '../renderer/open-renderer.ts';
import { publicFolder } from '../settings/current.ts';
import type { Publication } from '../works/publication.ts';
import { addPictures } from './add-pictures.ts';
import type { BuildCache } from './build-cache.ts';
import { checkOwnPages } from './check-own-pages.ts';
import { indexSite } from './index-site.ts';
import { keyOtherPage, keyWorkPage, type MadePage } from './make-work.ts';
import { openPress } from './open-press.ts';
import { type Part, planSite, type SitePlan } from './plan-site.ts';
import type { Progress } from './progress.ts';
import { publishFiles } from './publish-files.ts';
import { renderOthers, renderWorks } from './render-site.ts';
import type { ThreadPool } from './threads/thread-pool.ts';

export interface BuildSiteOptions {
  readonly publication: Publication;
  readonly threads: ThreadPool;
  readonly folder: string;
  readonly cache: BuildCache;
  readonly codeVersion: string;
  readonly siteUrl: string | undefined;
  readonly without: ReadonlySet<Part>;
  readonly progress: Progress;
  readonly report: (finding: Finding) => void;
}

export interface SitePage {
  readonly path: string;
  readonly work: Work | undefined;
  /** Undefined where it is what every page of a work says. */
  readonly facts: PageFacts | undefined;
}

export interface BuiltSite {
  readonly pages: readonly SitePage[];
  readonly made: number;
}

/** Builds a site into a folder. @throws ContentError after all works have been checked, when any has an error */
export async function buildSite(options: BuildSiteOptions): Promise<BuiltSite> {
  const { publication, threads, folder, cache, codeVersion, siteUrl, without, progress, report } = options;
  const { content } = publication;
  // Vite stops at the first mistake in what an edition imports, and names neither its line nor what to do.
  const importing = content.works.filter(importsModules).flatMap(publication.checkWork);
  if (hasErrors([...content.findings, ...importing])) reportFindings(options, publication.checkWork);
  const portraits = await checkPortraitPictures(content, publication.contentDir);
  if (portraits.length > 0) throw new ContentError(portraits);

  progress.begin('pages');
  const bundle = await openBundle(content, codeVersion, siteUrl);
  const renderer = await openRenderer(bundle, siteUrl);
  const taken = await copyPublic(folder);
  const plan = planSite(await renderer.listPages(), {
    publication,
    cache,
    bundleKey: bundle.key,
    folder,
    taken,
    without,
  });
  for (const path of taken)
    if (plan.owners.has(path))
      console.warn(`${publicFolder}/${path} is published in place of the page at that address`);

  progress.begin('works', plan.works.length);
  const pressOptions = {
    bundle,
    assets: await openAssets(),
    siteUrl,
    folder: resolve(folder),
    cacheDir: resolve(cache.folder),
    folds: !without.has('search'),
  };
  const press = await openPress(publication, pressOptions);
  const works = await renderWorks(plan, press, threads, pressOptions, progress);
  for (const { folded } of works.made) if (folded) cache.note(folded.key, folded.kept);
  const findingsOf = (work: Work) => works.findings.get(work.name) ?? publication.checkWork(work);
  reportFindings(options, findingsOf);

  progress.begin('lists');
  const others = await renderOthers(plan, press);
  const pages = [...works.made.flatMap((work) => work.pages), ...others];
  const unkept = notePages(cache, pages);

  if (!without.has('search')) {
    progress.begin('search index');
    await indexSite(press, cache, new Set(works.made.map(({ name }) => name)));
  }
  progress.begin('pictures');
  await addPictures(folder, [...cache.listForms(), ...pages.flatMap(({ forms }) => forms)], cache);

  progress.begin('assets');
  const site = describePages(plan, options, bundle.key, unkept);
  publishFiles(folder, { assets: pressOptions.assets, bundle, pages: site, content, siteUrl });
  for (const finding of checkOwnPages(others, plan.all, folder)) report(finding);
  return { pages: site, made: pages.length };
}

async function copyPublic(folder: string): Promise<Set<string>> {
  if (existsSync(publicFolder)) await cp(publicFolder, folder, { recursive: true });
  const paths = listFiles(publicFolder).map((path) => {
    const composed = path.normalize('NFC');
    if (composed === path) return path;
    mkdirSync(dirname(join(folder, composed)), { recursive: true });
    renameSync(join(folder, path), join(folder, composed));
    return composed;
  });
  return new Set(paths);
}

/** @returns the facts of pages that the cache cannot keep */
function notePages(cache: BuildCache, pages: readonly MadePage[]): Map<string, PageFacts> {
  const unkept = new Map<string, PageFacts>();
  for (const { key, path, kept, forms, facts } of pages) {
    if (key !== undefined && kept) cache.note(key, kept, { forms, facts });
    else if (facts) unkept.set(path, facts);
  }
  return unkept;
}

function describePages(
  { all, owners, keys }: SitePlan,
  { publication, cache }: BuildSiteOptions,
  bundleKey: string,
  unkept: ReadonlyMap<string, PageFacts>,
): SitePage[] {
  return all.map((page) => {
    const work = owners.get(page.path);
    const key = work
      ? keyWorkPage(bundleKey, keys.get(work) ?? publication.keyOf(work), page.path)
      : keyOtherPage(bundleKey, page);
    return { path: page.path, work, facts: (key && cache.factsOf(key)) || unkept.get(page.path) };
  });
}

function reportFindings(
  { publication, report }: BuildSiteOptions,
  findingsOf: (work: Work) => readonly Finding[],
): void {
  const { content } = publication;
  const all = [...content.findings, ...content.works.flatMap(findingsOf)];
  for (const finding of all) report(finding);
  const errors = all.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new ContentError(errors);
}
