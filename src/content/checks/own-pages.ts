import { existsSync } from 'node:fs';
import { listFiles } from '../../base/list-files.ts';
import { createFinding, type Finding } from '../../errors.ts';
import type { Edition } from '../edition.ts';

/**
 * Addresses below `dist/`, without ending, of the pages that the newsroom has made itself in `src/pages/`; `[lang]/` stands
 * for either language.
 * @param folder `src/pages`
 * @returns address → file below the folder
 */
export function listOwnPages(folder: string): Map<string, string> {
  const files = existsSync(folder) ? listFiles(folder) : [];
  const stems = files.flatMap((path) => {
    const stem = /^(.+)\.(?:astro|mdx?|html|[jt]s)$/.exec(path)?.[1];
    return stem === undefined ? [] : [[stem, path] as const];
  });
  return new Map(stems.filter(([stem]) => !stem.replace(/^\[lang\]\//, '').includes('[')));
}

/** Editions whose address is that of a page in `src/pages/`, which would be published in their place. */
export function checkOwnPages(editions: readonly Edition[], pages: ReadonlyMap<string, string>): Finding[] {
  return editions.flatMap(({ lang, slug, file }) => {
    const page = pages.get(`${lang}/${slug}`) ?? pages.get(`[lang]/${slug}`);
    return page === undefined ? [] : [createFinding('SlugReserved', { file }, { slug, page: `src/pages/${page}` })];
  });
}
