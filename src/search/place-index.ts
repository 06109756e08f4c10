import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { digestBytes } from '../works/digest.ts';
import { encodeText } from '../works/encode-text.ts';
import { readWords, unpackFragment } from './fold-work.ts';
import type { PagefindRun } from './run-pagefind.ts';

/** All that the client reads of what Pagefind writes; its own interfaces stay out of the site. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;

/** What is made of a folded work while Pagefind is at it. */
export interface ReadWork {
  /** Digest of its words, as they must come back. */
  readonly digest: string;
  /** Packed, with the original words. */
  readonly fragment: Uint8Array;
}

/** Works by their ids. */
export type ReadWorks = ReadonlyMap<string, ReadWork>;

/** Told of a file of the index as soon as it is in place: its path below the index's folder, and what is in it. */
export type Tell = (path: string, bytes: Uint8Array) => void;

function describeMismatch(work: string, expected: readonly string[], returned: readonly string[]): Error {
  const at = expected.findIndex((word, i) => returned[i] !== word && returned[i] !== `${word}.`);
  const where = at < 0 ? '' : `: "${expected[at]}" came back as "${returned[at]}"`;
  const counts = `${returned.length} words and its text ${expected.length}`;
  return new Error(`Search: the index of "${work}" has ${counts}${where}`);
}

/** The folders of one run. */
export interface IndexFolders {
  /** Folded works. */
  readonly pages: string;
  /** What Pagefind makes of them. */
  readonly output: string;
  /** Where the index is published. */
  readonly folder: string;
}

/**
 * Puts a fragment in its place, with the original words instead of the folded ones.
 * @throws where the words in Pagefind's are not those of the work
 */
function placeFragment({ pages, output, folder }: IndexFolders, path: string, works: ReadWorks, tell: Tell): void {
  const { url, content } = unpackFragment(readFileSync(join(output, path)));
  const id = basename(url, '.html');
  const { digest, fragment } = works.get(id)!;
  // Pagefind ends headings and paragraphs with full stops; folded words have none of their own.
  if (digestBytes(encodeText(content.replace(/\.(?= |$)/g, ''))) !== digest) {
    const expected = readWords(readFileSync(join(pages, `${id}.html`)));
    throw describeMismatch(unpackFragment(fragment).url, expected.split(' '), content.split(' '));
  }
  writeFileSync(join(folder, path), fragment);
  tell(path, fragment);
}

/**
 * Puts the fragments in place while Pagefind still packs the words. One that is half written by now, or wrong, is left
 * for `placeRest`.
 * @returns paths of those in place
 */
export async function placeFragments(
  folders: IndexFolders,
  works: ReadWorks,
  { done }: PagefindRun,
  tell: Tell,
): Promise<Set<string>> {
  const placed = new Set<string>();
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
    const pending = paths.length < works.size ? [] : paths.filter((path) => !placed.has(path));
    for (const path of pending) {
      // For the word that Pagefind is done.
      await new Promise(setImmediate);
      try {
        placeFragment(folders, path, works, tell);
      } catch {
        continue;
      }
      placed.add(path);
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return placed;
}

/** Puts in place what else Pagefind wrote, when it is done. Returns the paths of all. */
export async function placeRest(
  folders: IndexFolders,
  works: ReadWorks,
  placed: ReadonlySet<string>,
  tell: Tell,
): Promise<string[]> {
  const { output, folder } = folders;
  const paths = (readdirSync(output, { recursive: true }) as string[]).filter((path) => WANTED.test(basename(path)));
  const fragments = paths.filter((path) => path.endsWith('.pf_fragment')).length;
  if (fragments !== works.size)
    throw new Error(`Search: Pagefind was given ${works.size} works and indexed ${fragments}`);
  for (const parent of new Set(paths.map(dirname))) mkdirSync(join(folder, parent), { recursive: true });
  for (const path of paths.filter((path) => !placed.has(path))) {
    if (path.endsWith('.pf_fragment')) {
      placeFragment(folders, path, works, tell);
      continue;
    }
    const [from, to] = [join(output, path), join(folder, path)];
    // The runtime comes with its names at full length, a third of its size.
    if (path.endsWith('.js'))
      writeFileSync(to, (await transform(readFileSync(from, 'utf8'), { minify: true, format: 'esm' })).code);
    else renameSync(from, to);
    tell(path, readFileSync(to));
  }
  return paths;
}
