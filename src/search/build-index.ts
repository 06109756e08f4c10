import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import type { SearchDocument, SearchName } from './document.ts';
import { type FoldedWork, foldWork, readWords, unpackFragment } from './fold-work.ts';
import { type PagefindRun, startPagefind } from './run-pagefind.ts';
import {
  createWordCounter,
  foldNames,
  shardPairs,
  shardWords,
  type TermsManifest,
  type TranslationTable,
} from './vocabulary.ts';

/** All that the client reads of what Pagefind writes; its own interfaces stay out of the site. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;

export interface SearchIndexOptions {
  /** The glossary's names. */
  readonly names?: readonly SearchName[];
  /** What the lexicon translates with confidence; only marks depend on it. */
  readonly translations?: TranslationTable;
}

/** Files of a folded work, by their names in the folder that is indexed. */
export function listFoldedFiles({ id, page, fragment }: FoldedWork): [name: string, bytes: Uint8Array][] {
  return [
    [`${id}.html`, page],
    [`${id}.pf_fragment`, fragment],
  ];
}

/** What is known of folded works before Pagefind has read them. */
interface FoldedWords {
  /** Id of a work → digest of its words, as they must come back. */
  readonly digests: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, number>;
}

const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

function readFoldedWords(pages: string): FoldedWords {
  const digests = new Map<string, string>();
  const counter = createWordCounter();
  for (const name of readdirSync(pages).filter((name) => name.endsWith('.html'))) {
    const words = readWords(readFileSync(join(pages, name), 'utf8'));
    digests.set(basename(name, '.html'), digest(words));
    counter.add(words.split(' '));
  }
  return { digests, counts: counter.counts() };
}

/** The id of the work that a fragment of Pagefind's belongs to; fails where the words in it are not those of the work. */
function checkFragment(path: string, pages: string, { digests }: FoldedWords): string {
  const { url, content } = unpackFragment(readFileSync(path));
  const id = basename(url, '.html');
  // Pagefind ends headings and paragraphs with full stops; folded words have none of their own.
  if (digest(content.replace(/\.(?= |$)/g, '')) === digests.get(id)) return id;
  const expected = readWords(readFileSync(join(pages, `${id}.html`), 'utf8')).split(' ');
  const { url: work } = unpackFragment(readFileSync(join(pages, `${id}.pf_fragment`)));
  throw describeMismatch(work, expected, content.split(' '));
}

function describeMismatch(work: string, expected: readonly string[], returned: readonly string[]): Error {
  const at = expected.findIndex((word, i) => returned[i] !== word && returned[i] !== `${word}.`);
  const where = at < 0 ? '' : `: "${expected[at]}" came back as "${returned[at]}"`;
  const counts = `${returned.length} words and its text ${expected.length}`;
  return new Error(`Search: the index of "${work}" has ${counts}${where}`);
}

/** The folders of one run. */
interface IndexFolders {
  /** Folded works. */
  readonly pages: string;
  /** What Pagefind makes of them. */
  readonly output: string;
  /** Where the index is published. */
  readonly folder: string;
}

/** Puts a fragment in its place, with the original words instead of the folded ones. */
function moveFragment({ pages, output, folder }: IndexFolders, path: string, words: FoldedWords): void {
  const id = checkFragment(join(output, path), pages, words);
  renameSync(join(pages, `${id}.pf_fragment`), join(folder, path));
}

/**
 * Moves the fragments while Pagefind still packs the words. One that is half written by now, or wrong, is left for
 * `moveRest`.
 * @returns paths of those in place
 */
async function moveFragments(
  folders: IndexFolders,
  words: FoldedWords,
  { done }: PagefindRun,
  tell: (path: string) => void,
): Promise<Set<string>> {
  const moved = new Set<string>();
  const from = join(folders.output, 'fragment');
  let isRunning = true;
  const end = () => {
    isRunning = false;
  };
  const ended = done.then(end, end);
  mkdirSync(join(folders.folder, 'fragment'), { recursive: true });
  while (isRunning) {
    const paths = existsSync(from) ? readdirSync(from).map((name) => join('fragment', name)) : [];
    // As long as some are missing, Pagefind writes them with all processors.
    const pending = paths.length < words.digests.size ? [] : paths.filter((path) => !moved.has(path));
    for (const path of pending) {
      // For the word that Pagefind is done.
      await new Promise(setImmediate);
      try {
        moveFragment(folders, path, words);
      } catch {
        continue;
      }
      moved.add(path);
      tell(path);
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return moved;
}

/** Moves what else Pagefind wrote to where it is published, when it is done. Returns the paths of all. */
async function moveRest(
  folders: IndexFolders,
  words: FoldedWords,
  moved: ReadonlySet<string>,
  tell: (path: string) => void,
): Promise<string[]> {
  const { output, folder } = folders;
  const paths = (readdirSync(output, { recursive: true }) as string[]).filter((path) => WANTED.test(basename(path)));
  const fragments = paths.filter((path) => path.endsWith('.pf_fragment')).length;
  if (fragments !== words.digests.size)
    throw new Error(`Search: Pagefind was given ${words.digests.size} works and indexed ${fragments}`);
  for (const parent of new Set(paths.map(dirname))) mkdirSync(join(folder, parent), { recursive: true });
  for (const path of paths.filter((path) => !moved.has(path))) {
    const [from, to] = [join(output, path), join(folder, path)];
    if (path.endsWith('.pf_fragment')) moveFragment(folders, path, words);
    else if (path.endsWith('.js')) {
      // The runtime comes with its names at full length, a third of its size.
      const { code } = await transform(readFileSync(from, 'utf8'), { minify: true, format: 'esm' });
      writeFileSync(to, code);
    } else renameSync(from, to);
    tell(path);
  }
  return paths;
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
      const path = `${folder}/${letter.codePointAt(0)!.toString(16)}-${digest(json).slice(0, 8)}.json`;
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
 * @param pages a folder with the files of `listFoldedFiles` for each work, and no others; what is in it is used up
 * @param folder where the index goes
 * @param tell told the path below `folder` of each file as soon as it is there
 * @returns all these paths, sorted; none where there is no work
 * @throws when Pagefind fails, or counts the words of a text otherwise than we do
 */
export async function indexFolder(
  pages: string,
  folder: string,
  options: SearchIndexOptions = {},
  tell: (path: string) => void = () => {},
): Promise<string[]> {
  // Pagefind fails of an empty folder.
  if (readdirSync(pages).length === 0) return [];
  const output = join(pages, 'index');
  const running = startPagefind(pages, output);
  await running.read;
  const words = readFoldedWords(pages);
  const folders = { pages, output, folder };
  const early = await moveFragments(folders, words, running, tell);
  await running.done;
  const moved = await moveRest(folders, words, early, tell);
  const terms = makeTerms(words.counts, words.digests.size, options);
  for (const parent of ['words', 'pairs']) mkdirSync(join(folder, parent), { recursive: true });
  for (const [path, bytes] of terms) {
    writeFileSync(join(folder, path), bytes);
    tell(path);
  }
  return [...moved, ...terms.keys()].sort();
}

/**
 * The search index of published works, in memory.
 * @returns contents of files by their path under the site's root
 * @throws as `indexFolder`
 */
export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  options: SearchIndexOptions = {},
): Promise<Map<string, Uint8Array>> {
  const root = mkdtempSync(join(tmpdir(), 'beyt-index-'));
  const [pages, folder] = [join(root, 'pages'), join(root, 'site')];
  try {
    mkdirSync(pages);
    for (const document of documents)
      for (const [name, bytes] of listFoldedFiles(foldWork(document))) writeFileSync(join(pages, name), bytes);
    const paths = await indexFolder(pages, folder, options);
    return new Map(paths.map((path) => [`pagefind/${path}`, readFileSync(join(folder, path))]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
