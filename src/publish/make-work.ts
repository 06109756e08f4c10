import type { Finding } from '../errors.ts';
import { digest } from '../works/digest.ts';
import type { WorkFacts } from '../works/facts.ts';
import type { Publication } from '../works/publication.ts';
import type { Work } from '../works/work.ts';
import { type Kept, keepFiles } from './build-cache.ts';
import { describeBytes, type FileEntry } from './manifest.ts';
import { foldForSearch } from './search-files.ts';
import { listWorkPages, type Part } from './site-pages.ts';

/** A page that a build has written, to be kept for the next one. */
export interface MadePage {
  readonly key: string;
  /** Path below `dist/`. */
  readonly path: string;
  readonly entry: FileEntry;
  /** Paths below `dist/` of the images and modules that it shows. */
  readonly assets: readonly string[];
  /** Where the page shows none of those, it has been kept already. */
  readonly kept?: Kept;
}

/** What the search index needs of a work. */
export interface KeptFolded {
  readonly key: string;
  readonly kept: Kept;
}

/** What came of one work. Travels between threads. */
export interface MadeWork {
  readonly name: string;
  /** Key of its texts. */
  readonly key: string;
  readonly facts: WorkFacts;
  readonly findings: readonly Finding[];
  readonly pages: readonly MadePage[];
  readonly folded?: KeptFolded;
}

export interface Workshop {
  readonly publication: Publication;
  /** The site's folder, and the cache's. */
  readonly folder: string;
  readonly cacheDir: string;
  readonly without: ReadonlySet<Part>;
  /** Makes a page's bytes. */
  readonly render: (work: Work, path: string) => Promise<Uint8Array>;
  readonly write: (path: string, bytes: Uint8Array | string) => void;
}

const assetReference = /(?:\.\.\/)*(_astro\/[^"'\s,?#)&;<>]+)/g;

/** Paths below `dist/` of what a page shows of Astro's and Vite's making. */
function listAssets(bytes: Uint8Array): string[] {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!html.includes('_astro/')) return [];
  return [...new Set([...html.toString('utf8').matchAll(assetReference)].map((match) => decodeURI(match[1]!)))];
}

/**
 * Key of one page of a work: all that it shows.
 * @param own the work's, as the publication keys it
 */
export function keyPage(own: string, path: string): string {
  return digest(own, path);
}

/** Key of what the search index needs of a work. */
export function keyFolded(own: string): string {
  return digest(own, 'folded');
}

/** Says what a written page is, and keeps it, unless it shows what is yet to be written. */
export function finishPage(
  { folder, cacheDir }: Pick<Workshop, 'folder' | 'cacheDir'>,
  key: string,
  path: string,
  bytes: Uint8Array,
): MadePage {
  const assets = listAssets(bytes);
  const entry = describeBytes(bytes);
  const kept = assets.length ? undefined : keepFiles(cacheDir, key, folder, [[path, entry]]);
  return { key, path, entry, assets, ...(kept && { kept }) };
}

/** Folds a work for the search index, and keeps what came of it. */
export function keepFolded({ publication, folder, cacheDir, write }: Workshop, work: Work): KeptFolded {
  const key = keyFolded(publication.keyOf(work));
  const { path, bytes } = foldForSearch(publication, work);
  write(path, bytes);
  return { key, kept: keepFiles(cacheDir, key, folder, [[path, describeBytes(bytes)]]) };
}

/** Checks a work and writes its pages; none when something is wrong with it. */
export async function makeWork(work: Work, shop: Workshop): Promise<MadeWork> {
  const { publication, without, render, write } = shop;
  const findings = publication.checkWork(work);
  const facts = publication.inspect(work);
  const pages: MadePage[] = [];
  const made = { name: work.name, key: publication.keyTexts(work), facts, findings, pages };
  if (findings.some(({ severity }) => severity === 'error')) return made;
  const own = publication.keyOf(work);
  for (const path of listWorkPages(work, without)) {
    const bytes = await render(work, path);
    write(path, bytes);
    pages.push(finishPage(shop, keyPage(own, path), path, bytes));
  }
  const folded = without.has('search') ? undefined : keepFolded(shop, work);
  publication.release(work);
  return { ...made, ...(folded && { folded }) };
}
