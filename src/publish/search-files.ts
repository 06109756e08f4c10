import { fileURLToPath } from 'node:url';
import { readSeedLexicon } from '../alignment/seed-lexicon/read-seed-lexicon.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import type { SearchDocument } from '../search/document.ts';
import { listSearchDocuments, listSearchNames, listTranslations } from '../search/from-publication.ts';
import type { Publication } from '../works/publication.ts';

const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/beyt-search', import.meta.url));

/**
 * The files of a publication's search index, by their path below `dist/`. Built only when something has changed.
 * @param documents what search knows of every work, where that is at hand already
 */
export function buildSearchFiles(
  publication: Publication,
  documents: readonly SearchDocument[] = listSearchDocuments(publication),
): Promise<Map<string, Uint8Array>> {
  return buildSearchIndex(documents, {
    names: listSearchNames(publication),
    translations: listTranslations(readSeedLexicon()),
    cacheDir,
  });
}

const opened = new WeakMap<Publication, Promise<Map<string, Uint8Array>>>();

/** `buildSearchFiles`, once a publication: for the dev server, which is asked file by file. */
export function openSearchFiles(publication: Publication): Promise<Map<string, Uint8Array>> {
  const known = opened.get(publication) ?? buildSearchFiles(publication);
  opened.set(publication, known);
  return known;
}
