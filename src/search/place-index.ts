import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { readPage, unpackFragment } from './fold-work.ts';
import type { ReadWork, ReadWorks } from './read-works.ts';
import type { PagefindRun } from './run-pagefind.ts';

/** Pagefind's own interfaces stay out of the site. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;

export type Announce = (path: string, bytes: Uint8Array) => void;

function describeMismatch(work: string, expected: readonly string[], returned: readonly string[]): Error {
  const at = expected.findIndex((word, i) => returned[i] !== word);
  const where = at < 0 ? '' : `: "${expected[at]}" came back as "${returned[at]}"`;
  const counts = `${returned.length} words and its text ${expected.length}`;
  return new Error(`Search: the index of "${work}" has ${counts}${where}`);
}

export interface IndexFolders {
  readonly pages: string;
  readonly output: string;
  readonly folder: string;
}

const listFragments = (output: string): string[] =>
  existsSync(join(output, 'fragment')) ? readdirSync(join(output, 'fragment')) : [];

/** By the names that their fragments must have, without works whose names begin alike. */
function foresee(works: ReadWorks, names: readonly string[]): Map<string, ReadWork> {
  const shared = new Set<string>();
  const foreseen = new Map<string, ReadWork>();
  for (const work of works.values()) {
    if (foreseen.has(work.name)) shared.add(work.name);
    foreseen.set(work.name, work);
  }
  for (const name of shared) foreseen.delete(name);
  return new Map(
    names.flatMap((name) => {
      const work = foreseen.get(/^x_([0-9a-f]+)\.pf_fragment$/.exec(name)?.[1] ?? '');
      return work ? [[name, work]] : [];
    }),
  );
}

/** Those whose names show that Pagefind has read the very words of the work, while it still packs the words. */
export async function placeFragments(
  { output, folder }: IndexFolders,
  works: ReadWorks,
  { done }: PagefindRun,
  announce: Announce,
): Promise<Set<string>> {
  let isRunning = true;
  const end = () => {
    isRunning = false;
  };
  const ended = done.then(end, end);
  // As long as some are missing, Pagefind writes them with all processors.
  while (isRunning && listFragments(output).length < works.size)
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))]);
  mkdirSync(join(folder, 'fragment'), { recursive: true });
  const placed = new Set<string>();
  for (const [name, { fragment }] of foresee(works, listFragments(output))) {
    const path = join('fragment', name);
    writeFileSync(join(folder, path), fragment);
    announce(path, fragment);
    placed.add(path);
  }
  return placed;
}

/** @throws where the words in the fragment are not those of the work */
function matchFragment({ pages, output }: IndexFolders, path: string, works: ReadWorks): ReadWork {
  const { url, content } = unpackFragment(readFileSync(join(output, path)));
  const id = basename(url, '.html');
  const work = works.get(id)!;
  const page = readPage(id, readFileSync(join(pages, `${id}.html`)));
  const [returned, expected] = [content, page.content].map((text) =>
    // Folded words have no full stops of their own.
    text.replace(/\.(?= |$)/g, '').split(' '),
  );
  if (returned!.join(' ') !== expected!.join(' '))
    throw describeMismatch(unpackFragment(work.fragment).url, expected!, returned!);
  return work;
}

export async function placeRest(
  folders: IndexFolders,
  works: ReadWorks,
  placed: ReadonlySet<string>,
  announce: Announce,
): Promise<string[]> {
  const { output, folder } = folders;
  const paths = (readdirSync(output, { recursive: true }) as string[]).filter((path) => WANTED.test(basename(path)));
  const fragments = paths.filter((path) => path.endsWith('.pf_fragment')).length;
  if (fragments !== works.size)
    throw new Error(`Search: Pagefind was given ${works.size} works and indexed ${fragments}`);
  for (const parent of new Set(paths.map(dirname))) mkdirSync(join(folder, parent), { recursive: true });
  for (const path of paths.filter((path) => !placed.has(path))) {
    const [from, to] = [join(output, path), join(folder, path)];
    if (path.endsWith('.pf_fragment')) writeFileSync(to, matchFragment(folders, path, works).fragment);
    // Minified, it is a third of its size.
    else if (path.endsWith('.js'))
      writeFileSync(to, (await transform(readFileSync(from, 'utf8'), { minify: true, format: 'esm' })).code);
    else renameSync(from, to);
    announce(path, readFileSync(to));
  }
  return paths;
}
