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

/** Travels between threads. */
export interface MadePage {
  /** For the next build; undefined where nothing says when the page shows something else. */
  readonly key: string | undefined;
  readonly path: string;
  readonly entry: FileEntry;
  /** Of pages with a key only. */
  readonly kept?: Kept;
  readonly forms: readonly PictureForm[];
  /** Absent where the page says no more than every page of a work. */
  readonly facts?: PageFacts;
  /** Of pages without a key only. */
  readonly review?: PageReview;
}

export interface KeptFolded {
  readonly key: string;
  readonly kept: Kept;
}

export interface WorkPages {
  readonly name: string;
  readonly pages: readonly PagePath[];
}

/** Travels between threads. */
export interface MadeWork {
  readonly name: string;
  readonly key: string;
  readonly facts: WorkFacts;
  readonly findings: readonly Finding[];
  readonly pages: readonly MadePage[];
  readonly folded?: KeptFolded;
}

export interface Press {
  readonly publication: Publication;
  readonly bundleKey: string;
  readonly folder: string;
  readonly cacheDir: string;
  readonly siteUrl: string | undefined;
  readonly folds: boolean;
  readonly inlineOf: (path: string) => InlineDigests;
  readonly render: (page: PagePath) => Promise<RenderedPage>;
  readonly write: (path: string, bytes: Uint8Array) => void;
}

export function keyWorkPage(bundleKey: string, workKey: string, path: string): string {
  return digest(bundleKey, workKey, path);
}

export function keyOtherPage(bundleKey: string, { path, cacheKey }: PagePath): string | undefined {
  return cacheKey === undefined ? undefined : digest('other', bundleKey, path, cacheKey);
}

export function keyFolded(workKey: string): string {
  return digest(workKey, 'folded');
}

/** Undefined where nothing goes beyond what the layout puts in. */
function trimFacts(facts: PageFacts, expected: InlineDigests): PageFacts | undefined {
  const scripts = facts.scripts.filter((one) => !expected.scripts.includes(one));
  const styles = facts.styles.filter((one) => !expected.styles.includes(one));
  if (!facts.noindex && facts.assets.length + scripts.length + styles.length === 0) return undefined;
  return { ...facts, alternates: [], scripts, styles };
}

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

/** No pages when something is wrong with the work. */
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
