import { execFileSync } from 'node:child_process';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { listEditions, type Work } from '../content/work.ts';
import type { Lang } from '../markdown/block.ts';
import { addAlias } from './add-alias.ts';
import { editEdition } from './edit-edition.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';
import { findRenamed, type RenamedEdition } from './renamed-editions.ts';

function wasCommitted(contentDir: string, lang: Lang, slug: string): boolean {
  try {
    const paths = ['mdx', 'md'].map((ending) => `${lang}/${slug}.${ending}`);
    const args = ['-C', contentDir, 'log', '-1', '--format=%h', '--', ...paths];
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return false;
  }
}

export function listRenamed(
  { contentDir, content }: Pick<OpenSite, 'contentDir' | 'content'>,
  work: Pick<Work, 'name' | 'editions'>,
  record: Pick<AlignmentRecord, 'work' | 'units' | 'slugs'>,
): RenamedEdition[] {
  const editions = [...content.works.flatMap(listEditions), ...content.unsound];
  const isTaken = (lang: Lang, slug: string) => editions.some((one) => one.lang === lang && one.slug === slug);
  return findRenamed(work, record, isTaken, (lang, slug) => wasCommitted(contentDir, lang, slug));
}

/** As aliases. A file that was changed in the meantime is left to the next run. */
export function keepAddresses(site: OpenSite, { work, file }: SiteEntry): RenamedEdition[] {
  if (!file?.record) return [];
  const renamed = listRenamed(site, work, { ...file.record, work: file.work });
  return renamed.filter(({ edition, oldSlug }) =>
    editEdition(site.content.root, edition, (source) => addAlias(source, oldSlug)),
  );
}
