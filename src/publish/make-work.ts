import type { InlineDigests } from '../assets/site-inline.ts';
import { digest } from '../base/digest.ts';
import type { Work } from '../content/work.ts';
import type { Finding } from '../errors.ts';
import { checkFiles } from '../pictures/check-files.ts';
import type { PictureForm } from '../pictures/picture.ts';
import type { PageFacts } from '../renderer/finish-html.ts';
import { inspectPage, type PageReview } from '../renderer/inspect-page.ts';
import type { PagePath, RenderedPage } from '../renderer/open-renderer.ts';
import type { WorkFacts } from '../works/facts.ts';
import type { Publication } from '../works/publication.ts';
import { type Kept, keepFiles } from './build-cache.ts';
import { describeBytes, type FileEntry } from './copies/manifest.ts';
import { foldForSearch } from './search-files.ts';

/** A page that a build has written. Travels between threads. */
export interface MadePage {
  /** Key that it is kept under for the next build; undefined where nothing says when it shows something else. */
  readonly key: string | undefined;
  /** Path below `dist/`. */
  readonly path: string;
  readonly entry: FileEntry;
  /** What the cache knows of its file; of pages with a key only. */
  readonly kept?: Kept;
  readonly forms: readonly PictureForm[];
  /** Absent where the page says no more than every page of a work. */
  readonly facts?: PageFacts;
  /** Of pages without a key only. */
  readonly review?: PageReview;
}

/** What the search index needs of a work. */
export interface KeptFolded {
  readonly key: string;
  readonly kept: Kept;
}

export interface WorkPages {
  readonly name: string;
  readonly pages: readonly PagePath[];
}

/** What came of one work. Travels between threads. */
export interface MadeWork {
  readonly name: string;
  readonly key: string;
  readonly facts: WorkFacts;
  readonly findings: readonly Finding[];
  readonly pages: readonly MadePage[];
  readonly folded?: KeptFolded;
}

/** What pages are made with, in each thread. */
export interface Press {
  readonly publication: Publication;
  /** Key of what all pages depend on beside the code and their works. */
  readonly bundleKey: string;
  readonly folder: string;
  readonly cacheDir: string;
  readonly siteUrl: string | undefined;
  /** Whether works are folded for the search index. */
  readonly folds: boolean;
  /** Inline scripts and styles that the site's own layout puts into a page. */
  readonly inlineOf: (path: string) => InlineDigests;
  readonly render: (page: PagePath) => Promise<RenderedPage>;
  readonly write: (path: string, bytes: Uint8Array) => void;
}

/**
 * Key of one page of a work: all that it shows.
 * @param workKey the work's, as the publication keys it
 */
export function keyWorkPage(bundleKey: string, workKey: string, path: string): string {
  return digest(bundleKey, workKey, path);
}

/** Key of a page of no work; undefined where its route gives none. */
export function keyOtherPage(bundleKey: string, { path, cacheKey }: PagePath): string | undefined {
  return cacheKey === undefined ? undefined : digest('other', bundleKey, path, cacheKey);
}

export function keyFolded(workKey: string): string {
  return digest(workKey, 'folded');
}

/** What a page of a work says beyond what follows from its address; undefined where that is nothing. */
function trimFacts(facts: PageFacts, expected: InlineDigests): PageFacts | undefined {
  const scripts = facts.scripts.filter((one) => !expected.scripts.includes(one));
  const styles = facts.styles.filter((one) => !expected.styles.includes(one));
  if (!facts.noindex && facts.assets.length + scripts.length + styles.length === 0) return undefined;
  return { ...facts, alternates: [], scripts, styles };
}

/** Renders a page, writes it, and keeps it under its key. */
export async function makePage(press: Press, page: PagePath, key: string | undefined): Promise<MadePage> {
  const { path } = page;
  const { siteUrl } = press;
  const { bytes, forms, facts } = await press.render(page);
  press.write(path, bytes);
  const entry = describeBytes(bytes);
  const made = { key, path, entry, forms, ...(facts && { facts }) };
  if (key !== undefined) return { ...made, kept: keepFiles(press.cacheDir, key, press.folder, [[path, entry]]) };
  return facts ? { ...made, review: inspectPage(Buffer.from(bytes).toString('utf8'), path, siteUrl) } : made;
}

function trimPage({ inlineOf }: Press, { facts, ...page }: MadePage): MadePage {
  const rest = facts && trimFacts(facts, inlineOf(page.path));
  return { ...page, ...(rest && { facts: rest }) };
}

export function keepFolded({ publication, folder, cacheDir, write }: Press, work: Work): KeptFolded {
  const key = keyFolded(publication.keyOf(work));
  const { path, bytes } = foldForSearch(publication, work);
  write(path, bytes);
  return { key, kept: keepFiles(cacheDir, key, folder, [[path, describeBytes(bytes)]]) };
}

/** Checks a work and makes its pages; none when something is wrong with it. */
export async function makeWork(press: Press, work: Work, paths: readonly PagePath[]): Promise<MadeWork> {
  const { publication, bundleKey, folds } = press;
  const findings = [...publication.checkWork(work), ...(await checkFiles(publication, work))];
  const facts = publication.readFacts(work);
  const made = { name: work.name, key: publication.keyTexts(work), facts, findings };
  if (findings.some(({ severity }) => severity === 'error')) return { ...made, pages: [] };
  const workKey = publication.keyOf(work);
  const pages: MadePage[] = [];
  for (const page of paths) pages.push(await makePage(press, page, keyWorkPage(bundleKey, workKey, page.path)));
  const folded = folds ? keepFolded(press, work) : undefined;
  publication.release(work);
  return { ...made, pages: pages.map((page) => trimPage(press, page)), ...(folded && { folded }) };
}
