import { existsSync } from 'node:fs';
import { listFiles } from '../../base/list-files.ts';
import { createFinding, type Finding } from '../../errors.ts';
import type { Edition } from '../edition.ts';

const pageFile = /^(.+)\.(?:astro|mdx?|html|[jt]s)$/;

/** @returns address below `dist/` without ending, `[lang]/` for either language → file below the folder */
export function listOwnPages(folder: string): Map<string, string> {
  const files = existsSync(folder) ? listFiles(folder) : [];
  const stems = files.flatMap((path) => {
    const stem = pageFile.exec(path)?.[1];
    return stem === undefined ? [] : [[stem, path] as const];
  });
  return new Map(stems.filter(([stem]) => !stem.replace(/^\[lang\]\//, '').includes('[')));
}

/** A page in `src/pages/` would be published in place of the edition. */
export function checkTakenSlugs(editions: readonly Edition[], pages: ReadonlyMap<string, string>): Finding[] {
  return editions.flatMap(({ lang, slug, file }) => {
    const page = findOwnPage(pages, `${lang}/${slug}`);
    return page === undefined ? [] : [createFinding('SlugReserved', { file }, { slug, page: `src/pages/${page}` })];
  });
}

/** @param address below `dist/`, without ending */
export function findOwnPage(pages: ReadonlyMap<string, string>, address: string): string | undefined {
  return pages.get(address) ?? pages.get(address.replace(/^(?:en|fa)\//, '[lang]/'));
}
