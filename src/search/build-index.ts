import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import * as pagefind from 'pagefind';
import type { IndexedBlock, SearchDocument, SearchName } from './document.ts';
import { foldWithHosts } from './fold.ts';
import { encodeFragment, listBlocks } from './fragment.ts';
import { readCache, writeCache } from './index-cache.ts';
import { splitTokens } from './tokens.ts';
import { buildShards, countWords, foldNames, type TermsManifest, type TranslationTable } from './vocabulary.ts';

/** Changes whenever the files that we write change their form, so that no cache outlives it. */
const FORMAT = 2;
/** Folder under the site's root. */
const FOLDER = 'pagefind';
/** All that the client reads of what Pagefind writes; its own interfaces stay out of the site. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;
const SIGNATURE = 'pagefind_dcd';
/** Pages handed to Pagefind before we wait for it: enough to keep it busy, too few to fill the memory. */
const BATCH = 200;

export interface SearchIndexOptions {
  /** The glossary's names. */
  readonly names?: readonly SearchName[];
  /** What the lexicon translates with confidence; only marks depend on it. */
  readonly translations?: TranslationTable;
  /** Folder in which the last index is kept, to be used again while nothing has changed. */
  readonly cacheDir?: string;
}

interface FoldedWork {
  readonly document: SearchDocument;
  readonly blocks: readonly IndexedBlock[];
  /** Folded words of each block. */
  readonly folded: readonly (readonly string[])[];
  /** The same as Pagefind is given them. */
  readonly indexed: readonly (readonly string[])[];
  /** Tells editions of one work apart in the names of files that hosts cache for ever. */
  readonly digest: string;
}

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

function foldWork(document: SearchDocument): FoldedWork {
  const blocks = listBlocks(document);
  const joined = blocks.map((block) => foldWithHosts(splitTokens(block.text)));
  const indexed = joined.map(({ tokens, hosts }) => tokens.map((token, i) => showHost(token, hosts.get(i))));
  const digest = hash(JSON.stringify([document, indexed]));
  return { document, blocks, folded: joined.map(({ tokens }) => tokens), indexed, digest };
}

/** Pagefind indexes a word with a hyphen whole and in its parts: کتاب-ها is found by کتابها and by کتاب. */
function showHost(token: string, host: string | undefined): string {
  if (host === undefined || token === host || host.includes('-') || !token.startsWith(host)) return token;
  return `${host}-${token.slice(host.length)}`;
}

/** The page that Pagefind indexes: folded words only, one for each word of the original. */
function renderPage({ document, blocks, indexed, digest }: FoldedWork): { url: string; content: string } {
  const filters = [
    `original:${document.original}`,
    ...(document.topics ?? []).map((topic) => `topic:${topic.id}`),
    ...(document.authors ?? []).map((author) => `person:${author.id}`),
    ...Object.entries(document.years ?? {}).map(([lang, year]) => `year-${lang}:${year}`),
  ];
  // Whole days: Pagefind compares numbers as 32-bit floats, which cannot tell 20240815 from 20240816.
  const day = Math.floor(Date.parse(document.date) / 86_400_000);
  const attributes = filters.map((filter) => `<i data-pagefind-filter="${filter}"></i>`).join('');
  const text = blocks.map((block, i) => {
    const tag = block.kind === 'title' ? 'h1' : block.kind === 'heading' ? 'h2' : 'p';
    return `<${tag}>${indexed[i]!.join(' ')}</${tag}>`;
  });
  return {
    url: `${document.work}?${digest.slice(0, 16)}`,
    content: `<html lang="x"><body data-pagefind-body><i data-pagefind-sort="date:${day}"></i>${attributes}${text.join('')}</body></html>`,
  };
}

/** Puts the original words where Pagefind has the folded ones, or fails: hits are word numbers, so both must agree. */
function restoreFragment(packed: Uint8Array, works: ReadonlyMap<string, FoldedWork>): Uint8Array {
  const { url, content } = JSON.parse(gunzipSync(packed).toString('utf8').slice(SIGNATURE.length)) as {
    url: string;
    content: string;
  };
  const work = works.get(url);
  if (!work) throw new Error(`Search: Pagefind returned a page that it was not given: ${url}`);
  const returned = content.split(' ');
  const expected = work.indexed.flat();
  const differs = expected.findIndex((token, i) => returned[i] !== token && returned[i] !== `${token}.`);
  if (returned.length !== expected.length || differs >= 0) {
    const where = differs < 0 ? '' : `: "${expected[differs]}" came back as "${returned[differs]}"`;
    throw new Error(
      `Search: the index of "${work.document.work}" has ${returned.length} words and its text ${expected.length}${where}`,
    );
  }
  const fragment = JSON.stringify(encodeFragment(work.document, work.blocks));
  const bytes = gzipSync(SIGNATURE + fragment, { level: 9 });
  bytes[9] = 255; // "unknown system": the same bytes on every machine
  return bytes;
}

async function finishFile(file: pagefind.IndexFile, works: ReadonlyMap<string, FoldedWork>): Promise<Uint8Array> {
  if (file.path.endsWith('.pf_fragment')) return restoreFragment(file.content, works);
  if (!file.path.endsWith('.js')) return file.content;
  // The runtime comes with its names at full length, a third of its size.
  const { code } = await transform(Buffer.from(file.content).toString('utf8'), { minify: true, format: 'esm' });
  return Buffer.from(code);
}

function check(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Search: Pagefind failed: ${errors.join('; ')}`);
}

async function runPagefind(works: readonly FoldedWork[]): Promise<pagefind.IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'x' });
  check(errors);
  try {
    for (let from = 0; from < works.length; from += BATCH) {
      const batch = works.slice(from, from + BATCH).map((work) => index!.addHTMLFile(renderPage(work)));
      for (const added of await Promise.all(batch)) check(added.errors);
    }
    const written = await index!.getFiles();
    check(written.errors);
    return written.files;
  } finally {
    await index!.deleteIndex();
    await pagefind.close();
  }
}

function writeTerms(works: readonly FoldedWork[], options: SearchIndexOptions): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const shards: Record<string, string> = {};
  const counts = countWords(works.map((work) => work.folded.flat()));
  for (const [letter, shard] of buildShards(counts, works.length, options.translations)) {
    const json = Buffer.from(JSON.stringify(shard));
    const path = `terms/${letter.codePointAt(0)!.toString(16)}-${hash(json).slice(0, 8)}.json`;
    shards[letter] = path;
    files.set(path, json);
  }
  const manifest: TermsManifest = { names: foldNames(options.names ?? []), shards };
  files.set('terms.json', Buffer.from(JSON.stringify(manifest)));
  return files;
}

/**
 * Builds the search index of published works: Pagefind's over their folded text, with the original text in its
 * fragments, and the word lists that suggestions and marks need. Same works, same bytes.
 *
 * @returns contents of files by their path under the site's root.
 * @throws when Pagefind fails, or counts the words of a text otherwise than we do.
 */
export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  options: SearchIndexOptions = {},
): Promise<Map<string, Uint8Array>> {
  const works = [...documents].sort((a, b) => (a.work < b.work ? -1 : 1)).map(foldWork);
  const key = hash(
    JSON.stringify([FORMAT, works.map((work) => work.digest), options.names, [...(options.translations ?? [])]]),
  );
  const cached = options.cacheDir && readCache(options.cacheDir, key);
  if (cached) return cached;

  const files = new Map<string, Uint8Array>();
  const byUrl = new Map(works.map((work) => [renderPage(work).url, work]));
  for (const file of await runPagefind(works)) {
    if (!WANTED.test(file.path)) continue;
    files.set(`${FOLDER}/${file.path}`, await finishFile(file, byUrl));
  }
  for (const [path, bytes] of writeTerms(works, options)) files.set(`${FOLDER}/${path}`, bytes);
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (options.cacheDir) writeCache(options.cacheDir, key, sorted);
  return sorted;
}
