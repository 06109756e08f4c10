import type { Finding } from '../errors.ts';
import type { SearchDocument } from '../search/document.ts';
import { makeSearchDocument } from '../search/from-publication.ts';
import { digest } from '../works/digest.ts';
import type { WorkFacts } from '../works/facts.ts';
import type { Publication } from '../works/publication.ts';
import type { Work } from '../works/work.ts';
import { listWorkPages } from './site-pages.ts';

/** A page that a build has written, to be kept for the next one. */
export interface MadePage {
  readonly key: string;
  /** Path below `dist/`. */
  readonly path: string;
  /** Paths below `dist/` of the images and modules that it shows. */
  readonly assets: readonly string[];
}

/** What came of one work. Travels between threads. */
export interface MadeWork {
  readonly name: string;
  readonly facts: WorkFacts;
  readonly findings: readonly Finding[];
  readonly pages: readonly MadePage[];
  readonly document?: SearchDocument;
}

export interface Workshop {
  readonly publication: Publication;
  /** Which pages the site has, by their paths below `dist/`. */
  readonly paths: ReadonlySet<string>;
  readonly render: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** Whether to say what search must know. */
  readonly searches: boolean;
}

const assetReference = /(?:\.\.\/)*(_astro\/[^"'\s,?#)&;<>]+)/g;

/** Paths below `dist/` of what a page shows of Astro's and Vite's making. */
export function listAssets(bytes: Uint8Array): string[] {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!html.includes('_astro/')) return [];
  return [...new Set([...html.toString('utf8').matchAll(assetReference)].map((match) => decodeURI(match[1]!)))];
}

/** Key of one page of a work: all that it shows. */
export function keyPage(publication: Publication, work: Work, path: string): string {
  return digest(publication.keyOf(work), path);
}

/** Checks a work and writes its pages; none when something is wrong with it. */
export async function makeWork(work: Work, shop: Workshop): Promise<MadeWork> {
  const { publication, paths, render, write, searches } = shop;
  const findings = publication.checkWork(work);
  const facts = publication.inspect(work);
  const pages: MadePage[] = [];
  if (findings.some(({ severity }) => severity === 'error')) return { name: work.name, facts, findings, pages };
  for (const path of listWorkPages(work)) {
    if (!paths.has(path)) continue;
    const bytes = await render(path);
    write(path, bytes);
    pages.push({ key: keyPage(publication, work, path), path, assets: listAssets(bytes) });
  }
  const document = searches ? makeSearchDocument(publication, work) : undefined;
  return { name: work.name, facts, findings, pages, ...(document && { document }) };
}
