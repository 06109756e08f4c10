import { join } from 'node:path';
import type { Work } from '../content/work.ts';
import { buildSearchIndex, indexFolder, type SearchIndexOptions } from '../search/build-index.ts';
import { foldWork } from '../search/fold-work.ts';
import {
  listSearchDocuments,
  listSearchNames,
  listTranslations,
  makeSearchDocument,
} from '../search/from-publication.ts';
import type { Publication } from '../works/publication.ts';
import { readSeedLexicon } from '../works/read-seed-lexicon.ts';
import { describeBytes, type FileEntry } from './copies/manifest.ts';

/** Below a site that is being built; not published. */
export const foldedFolder = '.folded';
const indexPath = 'pagefind';

const gatherOptions = (publication: Publication): SearchIndexOptions => ({
  names: listSearchNames(publication),
  translations: listTranslations(readSeedLexicon()),
});

export function foldForSearch(publication: Publication, work: Work): { path: string; bytes: Uint8Array } {
  const { id, page } = foldWork(makeSearchDocument(publication, work));
  return { path: `${foldedFolder}/${id}.html`, bytes: page };
}

/** Adds the search index, from folded works. @param announce called as each file is there: path below the site */
export async function addSearchIndex(
  publication: Publication,
  folder: string,
  announce: (path: string, entry: FileEntry) => void,
): Promise<void> {
  const [from, to] = [join(folder, foldedFolder), join(folder, indexPath)];
  await indexFolder(
    from,
    to,
    () => gatherOptions(publication),
    (path, bytes) => announce(`${indexPath}/${path}`, describeBytes(bytes)),
  );
}

const opened = new WeakMap<Publication, Promise<Map<string, Uint8Array>>>();

/** By path below the site: for the dev server, which is asked file by file. */
export function openSearchFiles(publication: Publication): Promise<Map<string, Uint8Array>> {
  const known =
    opened.get(publication) ?? buildSearchIndex(listSearchDocuments(publication), gatherOptions(publication));
  opened.set(publication, known);
  return known;
}
