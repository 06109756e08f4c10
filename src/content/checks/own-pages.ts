import { existsSync } from 'node:fs';
import { listFiles } from '../../base/list-files.ts';
import { createFinding, type Finding } from '../../errors.ts';
import type { Edition } from '../edition.ts';

/**
 * Addresses below `dist/`, without ending, of the pages that the newsroom has made itself in `src/pages/`; `[lang]/` stands
 * for either language.
 * @param folder `src/pages`
 */
export function listOwnPages(folder: string): Set<string> {
  const files = existsSync(folder) ? listFiles(folder) : [];
  const stems = files.flatMap((path) => /^(.+)\.(?:astro|mdx?|html|[jt]s)$/.exec(path)?.[1] ?? []);
  return new Set(stems.filter((stem) => !stem.replace(/^\[lang\]\//, '').includes('[')));
}

/** Editions whose address is that of a page in `src/pages/`, which would be published in their place. */
export function checkOwnPages(editions: readonly Edition[], paths: ReadonlySet<string>): Finding[] {
  return editions
    .filter(({ lang, slug }) => paths.has(`${lang}/${slug}`) || paths.has(`[lang]/${slug}`))
    .map(({ file, slug }) => createFinding('SlugReserved', { file }, { slug }));
}
