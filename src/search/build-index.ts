import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { digestBytes } from '../base/digest.ts';
import type { SearchDocument, SearchName } from './document.ts';
import { foldWork } from './fold-work.ts';
import { type Announce, placeFragments, placeRest } from './place-index.ts';
import type { ReadFolder } from './read-works.ts';
import { startPagefind } from './run-pagefind.ts';
import { foldNames, shardPairs, shardWords, type TermsManifest, type TranslationTable } from './vocabulary.ts';

export interface SearchIndexOptions {
  readonly names?: readonly SearchName[];
  readonly translations?: TranslationTable;
}

/** In a thread of its own: with the large heap of a build, garbage collection took half as long as the reading. */
function openReader(): { read: (pages: string) => Promise<ReadFolder>; close: () => Promise<number> } {
  const thread = new Worker(new URL('./read-thread.ts', import.meta.url));
  return {
    async read(pages) {
      thread.postMessage(pages);
      const [read] = (await once(thread, 'message')) as [ReadFolder];
      return read;
    },
    close: () => thread.terminate(),
  };
}

function makeTerms(
  counts: ReadonlyMap<string, number>,
  works: number,
  options: SearchIndexOptions,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const write = (folder: string, shards: ReadonlyMap<string, unknown>): Record<string, string> => {
    const paths: Record<string, string> = {};
    for (const [letter, shard] of shards) {
      const json = Buffer.from(JSON.stringify(shard));
      const path = `${folder}/${letter.codePointAt(0)!.toString(16)}-${digestBytes(json).slice(0, 8)}.json`;
      paths[letter] = path;
      files.set(path, json);
    }
    return paths;
  };
  const manifest: TermsManifest = {
    names: foldNames(options.names ?? []),
    words: write('words', shardWords(counts, works)),
    pairs: write('pairs', shardPairs(counts, options.translations ?? new Map())),
  };
  return files.set('terms.json', Buffer.from(JSON.stringify(manifest)));
}

/**
 * Builds the search index of folded works: Pagefind's, with the original text in its fragments, and the word lists that
 * suggestions and marks need. Same works, same bytes.
 *
 * @param pages a folder with the page of each folded work, `<id>.html`, and nothing else
 * @param folder where the index goes
 * @param gather asked for the options when Pagefind is at work
 * @param announce called with each file as soon as it is there: its path below `folder`, and what is in it
 * @returns all these paths, sorted; none where there is no work
 * @throws when Pagefind fails, or counts the words of a text otherwise than we do
 */
export async function indexFolder(
  pages: string,
  folder: string,
  gather: () => SearchIndexOptions = () => ({}),
  announce: Announce = () => {},
): Promise<string[]> {
  // Pagefind fails of an empty folder.
  if (readdirSync(pages).length === 0) return [];
  const output = join(pages, 'index');
  const folders = { pages, output, folder };
  const running = startPagefind(pages, output);
  const placeEarly = async () => {
    const options = gather();
    const reader = openReader();
    await running.read;
    const { works, counts } = await reader.read(pages).finally(reader.close);
    const early = await placeFragments(folders, works, running, announce);
    const terms = makeTerms(counts, works.size, options);
    for (const parent of ['words', 'pairs']) mkdirSync(join(folder, parent), { recursive: true });
    for (const [path, bytes] of terms) {
      writeFileSync(join(folder, path), bytes);
      announce(path, bytes);
    }
    return { works, early, terms };
  };
  // When this has ended, Pagefind writes nothing any more: the folders may be taken away.
  const { works, early, terms } = await placeEarly().finally(() => running.done);
  const placed = await placeRest(folders, works, early, announce);
  return [...placed, ...terms.keys()].sort();
}

/** The search index of published works. @returns contents by path under the site's root @throws as `indexFolder` */
export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  options: SearchIndexOptions = {},
): Promise<Map<string, Uint8Array>> {
  const root = mkdtempSync(join(tmpdir(), 'beyt-index-'));
  const [pages, folder] = [join(root, 'pages'), join(root, 'site')];
  try {
    mkdirSync(pages);
    for (const { id, page } of documents.map(foldWork)) writeFileSync(join(pages, `${id}.html`), page);
    const paths = await indexFolder(pages, folder, () => options);
    return new Map(paths.map((path) => [`pagefind/${path}`, readFileSync(join(folder, path))]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
