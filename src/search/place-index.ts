import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { digestBytes } from '../works/digest.ts';
import { encodeText } from '../works/encode-text.ts';
import { readWords, unpackFragment } from './fold-work.ts';
import type { PagefindRun } from './run-pagefind.ts';

/** All that the client reads of what Pagefind writes; its own interfaces stay out of the site. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;

/** What is known of folded works before Pagefind has read them. */
export interface FoldedWords {
  /** Id of a work → digest of its words, as they must come back. */
  readonly digests: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, number>;
}

/** The id of the work that a fragment of Pagefind's belongs to; fails where the words in it are not those of the work. */
function checkFragment(path: string, pages: string, { digests }: FoldedWords): string {
  const { url, content } = unpackFragment(readFileSync(path));
  const id = basename(url, '.html');
  // Pagefind ends headings and paragraphs with full stops; folded words have none of their own.
  if (digestBytes(encodeText(content.replace(/\.(?= |$)/g, ''))) === digests.get(id)) return id;
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
export interface IndexFolders {
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
export async function moveFragments(
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
export async function moveRest(
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
