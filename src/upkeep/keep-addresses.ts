import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../base/digest.ts';
import type { Lang } from '../markdown/block.ts';
import { addAlias } from './add-alias.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';
import { findRenamed, type RenamedEdition } from './renamed-editions.ts';

/** Whether git knows of an edition under a slug, in any commit. */
function wasCommitted(contentDir: string, lang: Lang, slug: string): boolean {
  try {
    const paths = ['mdx', 'md'].map((ending) => `${lang}/${slug}.${ending}`);
    const args = ['-C', contentDir, 'log', '-1', '--format=%h', '--', ...paths];
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return false;
  }
}

/**
 * Writes the old slugs of renamed editions into their frontmatter, so that published addresses go on to answer. A file
 * that was changed in the meantime is left alone; the next run does it.
 */
export function keepAddresses({ contentDir, content }: OpenSite, { work, file }: SiteEntry): RenamedEdition[] {
  if (!file?.record) return [];
  const isTaken = (lang: Lang, slug: string) => content.works.some(({ editions }) => editions[lang]?.slug === slug);
  const record = { ...file.record, work: file.work };
  const renamed = findRenamed(work, record, isTaken, (lang, slug) => wasCommitted(contentDir, lang, slug));
  return renamed.filter(({ edition, oldSlug }) => {
    const path = join(content.root, edition.file);
    const bytes = readFileSync(path);
    if (digestBytes(bytes) !== edition.digest) return false;
    writeFileSync(path, addAlias(bytes.toString('utf8'), oldSlug));
    return true;
  });
}
