import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { transform } from 'esbuild';
import * as pagefind from 'pagefind';
import type { IndexedBlock, SearchDocument, SearchName } from './document.ts';
import { foldWithHosts } from './fold.ts';
import { encodeFragment, listBlocks } from './fragment.ts';
import { readCache, writeCache } from './index-cache.ts';
import {
  countWords,
  foldNames,
  shardPairs,
  shardWords,
  type TermsManifest,
  type TranslationTable,
} from './vocabulary.ts';

/** Folder under the site's root. */
const FOLDER = 'pagefind';
/** All that the client reads of what Pagefind writes; its own interfaces stay out of the site. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;
const SIGNATURE = 'pagefind_dcd';
/** Pages handed to Pagefind before we wait for it: enough to keep it busy, too few to fill the memory. */
const BATCH = 100;

export interface SearchIndexOptions {
  /** The glossary's names. */
  readonly names?: readonly SearchName[];
  /** What the lexicon translates with confidence; only marks depend on it. */
  readonly translations?: TranslationTable;
  /** Folder in which the last index is kept, to be used again while nothing has changed. */
  readonly cacheDir?: string;
}

/** A work on its way through Pagefind. */
interface FoldedWork {
  readonly document: SearchDocument;
  /** Address that tells works, and editions of one work, apart in the names of files that hosts cache for ever. */
  readonly url: string;
  /** The page that Pagefind indexes. */
  readonly page: string;
  /** Its words, as they must come back. */
  readonly words: string;
  /** Its original text, as readers get it. */
  readonly fragment: Promise<Uint8Array>;
}

const pack = promisify<string, { level: number }, Buffer>(gzip);
const unpack = promisify<Uint8Array, Buffer>(gunzip);
const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** Folds a work: one word for each word of the original. `count` is told its folded words. */
function foldWork(document: SearchDocument, count: (words: Set<string>) => void): FoldedWork {
  const blocks = listBlocks(document);
  const seen = new Set<string>();
  const indexed = blocks.map((block) => {
    const { tokens, hosts } = foldWithHosts(block.text.split(' '));
    for (const token of tokens) seen.add(token);
    for (const [i, host] of hosts) tokens[i] = showHost(tokens[i]!, host);
    return tokens.join(' ');
  });
  count(seen);
  const url = `${document.work}?${hash(JSON.stringify(document)).slice(0, 16)}`;
  const [page, words] = [renderPage(document, blocks, indexed), indexed.join(' ')];
  return { document, url, page, words, fragment: packFragment(document, blocks) };
}

/** Pagefind indexes a word with a hyphen whole and in its parts: کتاب-ها is found by کتابها and by کتاب. */
function showHost(token: string, host: string): string {
  if (token === host || host.includes('-') || !token.startsWith(host)) return token;
  return `${host}-${token.slice(host.length)}`;
}

function renderPage(document: SearchDocument, blocks: readonly IndexedBlock[], indexed: readonly string[]): string {
  const filters = [
    `original:${document.original}`,
    ...(document.topics ?? []).map((topic) => `topic:${topic.id}`),
    ...(document.authors ?? []).map((author) => `person:${author.id}`),
    ...Object.entries(document.years ?? {}).map(([lang, year]) => `year-${lang}:${year}`),
  ];
  // Whole days: Pagefind compares numbers as 32-bit floats, which cannot tell 20240815 from 20240816.
  const day = Math.floor(Date.parse(document.date) / 86_400_000);
  const attributes = filters.map((filter) => `<i data-pagefind-filter="${filter}"></i>`).join('');
  const text = blocks.map(({ kind }, i) => {
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : 'p';
    return `<${tag}>${indexed[i]}</${tag}>`;
  });
  return `<html lang="x"><body data-pagefind-body><i data-pagefind-sort="date:${day}"></i>${attributes}${text.join('')}</body></html>`;
}

/** Puts the original words where Pagefind has the folded ones, or fails: hits are word numbers, so both must agree. */
async function replaceFragment(packed: Uint8Array, works: ReadonlyMap<string, FoldedWork>): Promise<Uint8Array> {
  const { url, content } = JSON.parse((await unpack(packed)).toString('utf8').slice(SIGNATURE.length)) as {
    url: string;
    content: string;
  };
  const work = works.get(url);
  if (!work) throw new Error(`Search: Pagefind returned a page that it was not given: ${url}`);
  // Pagefind ends headings and paragraphs with full stops; folded words have none of their own.
  if (content.replace(/\.(?= |$)/g, '') !== work.words) throw describeMismatch(work, content.split(' '));
  return work.fragment;
}

async function packFragment(document: SearchDocument, blocks: readonly IndexedBlock[]): Promise<Uint8Array> {
  const bytes = await pack(SIGNATURE + JSON.stringify(encodeFragment(document, blocks)), { level: 6 });
  bytes[9] = 255; // "unknown system": the same bytes on every machine
  return bytes;
}

function describeMismatch(work: FoldedWork, returned: readonly string[]): Error {
  const expected = work.words.split(' ');
  const at = expected.findIndex((word, i) => returned[i] !== word && returned[i] !== `${word}.`);
  const where = at < 0 ? '' : `: "${expected[at]}" came back as "${returned[at]}"`;
  const counts = `${returned.length} words and its text ${expected.length}`;
  return new Error(`Search: the index of "${work.document.work}" has ${counts}${where}`);
}

async function finishFile(file: pagefind.IndexFile, works: ReadonlyMap<string, FoldedWork>): Promise<Uint8Array> {
  if (file.path.endsWith('.pf_fragment')) return replaceFragment(file.content, works);
  if (!file.path.endsWith('.js')) return file.content;
  // The runtime comes with its names at full length, a third of its size.
  const { code } = await transform(Buffer.from(file.content).toString('utf8'), { minify: true, format: 'esm' });
  return Buffer.from(code);
}

function check(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Search: Pagefind failed: ${errors.join('; ')}`);
}

/** Folds works and has Pagefind index them, both at the same time: Pagefind is a process of its own. */
async function runPagefind(
  documents: readonly SearchDocument[],
  fold: (document: SearchDocument) => FoldedWork,
): Promise<{ works: Map<string, FoldedWork>; files: pagefind.IndexFile[] }> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'x' });
  check(errors);
  const works = new Map<string, FoldedWork>();
  try {
    let before: Promise<pagefind.NewFileResponse[]> = Promise.resolve([]);
    for (let from = 0; from < documents.length; from += BATCH) {
      const batch = documents.slice(from, from + BATCH).map(fold);
      for (const work of batch) works.set(work.url, work);
      const added = Promise.all(batch.map(({ url, page }) => index!.addHTMLFile({ url, content: page })));
      for (const response of await before) check(response.errors);
      before = added;
    }
    for (const response of await before) check(response.errors);
    const written = await index!.getFiles();
    check(written.errors);
    return { works, files: written.files };
  } finally {
    await index!.deleteIndex();
    await pagefind.close();
  }
}

function writeTerms(
  counts: ReadonlyMap<string, number>,
  works: number,
  options: SearchIndexOptions,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const write = (folder: string, shards: ReadonlyMap<string, unknown>): Record<string, string> => {
    const paths: Record<string, string> = {};
    for (const [letter, shard] of shards) {
      const json = Buffer.from(JSON.stringify(shard));
      const path = `${folder}/${letter.codePointAt(0)!.toString(16)}-${hash(json).slice(0, 8)}.json`;
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

/** Digest of all that an index is made from, this folder's own code and Pagefind's version included. */
function hashInputs(documents: readonly SearchDocument[], options: SearchIndexOptions): string {
  const own = fileURLToPath(new URL('.', import.meta.url));
  const code = readdirSync(own)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => own + file);
  // Versions are pinned there, Pagefind's among them.
  code.push(fileURLToPath(new URL('../../package.json', import.meta.url)));
  const digests = code.map((file) => hash(readFileSync(file)));
  return hash(JSON.stringify([digests, documents, options.names, [...(options.translations ?? [])]]));
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
  const sorted = [...documents].sort((a, b) => (a.work < b.work ? -1 : 1));
  const key = hashInputs(sorted, options);
  const cached = options.cacheDir && readCache(options.cacheDir, key);
  if (cached) return cached;

  const counts = new Map<string, number>();
  const { works, files } = await runPagefind(sorted, (document) =>
    foldWork(document, (words) => countWords(words, counts)),
  );
  const entries = await Promise.all(
    files
      .filter((file) => WANTED.test(file.path))
      .map(async (file): Promise<[string, Uint8Array]> => [`${FOLDER}/${file.path}`, await finishFile(file, works)]),
  );
  for (const [path, bytes] of writeTerms(counts, sorted.length, options)) entries.push([`${FOLDER}/${path}`, bytes]);
  const index = new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  if (options.cacheDir) writeCache(options.cacheDir, key, index);
  return index;
}
