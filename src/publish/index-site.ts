import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../base/digest.ts';
import { keyLists } from '../view/keys.ts';
import { type BuildCache, type Kept, keepFiles } from './build-cache.ts';
import type { FileEntry } from './copies/manifest.ts';
import { keepFolded, keyFolded, type Press } from './make-work.ts';
import { addSearchIndex, foldedFolder } from './search-files.ts';

/** The last build's index where nothing has changed. @param folded works already folded in the site's folder */
export async function indexSite(press: Press, cache: BuildCache, folded: ReadonlySet<string>): Promise<void> {
  const { publication, folder } = press;
  const { content, keyOf } = publication;
  const key = digest('search', keyLists(publication), ...content.works.map(keyOf));
  if (!cache.restore([key], folder)) {
    await mkdir(join(folder, foldedFolder), { recursive: true });
    for (const work of content.works) {
      if (folded.has(work.name) || cache.restore([keyFolded(keyOf(work))], folder)) continue;
      const one = keepFolded(press, work);
      cache.note(one.key, one.kept);
    }
    const kept: Record<string, Kept[string]> = {};
    const keep = (path: string, entry: FileEntry) =>
      Object.assign(kept, keepFiles(cache.folder, key, folder, [[path, entry]]));
    await addSearchIndex(publication, folder, keep);
    cache.note(key, kept);
  }
  await rm(join(folder, foldedFolder), { recursive: true, force: true });
}
