import { createSearchEngine, type Pagefind } from './search-engine.ts';

export type SearchEngine = Awaited<ReturnType<typeof createSearchEngine>>;

interface PagefindModule {
  createInstance(options: Record<string, unknown>): Pagefind & { init(): Promise<void> };
}

let engine: Promise<SearchEngine> | undefined;

/** Once per page. Rejects where the files cannot be had; the next call tries again. */
export function openSearch(root: string): Promise<SearchEngine> {
  engine ??= load(new URL(`${root}pagefind/`, document.baseURI).href);
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

async function load(base: string): Promise<SearchEngine> {
  const readJson = async (path: string): Promise<unknown> => {
    // Shards are named by their content; only the list of them may be out of date in a cache.
    const response = await fetch(base + path, { cache: path === 'terms.json' ? 'no-cache' : 'default' });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.json();
  };
  const [terms, module] = await Promise.all([
    readJson('terms.json'),
    import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<PagefindModule>,
  ]);
  // A worker would fetch the runtime a second time, for searches that take a few milliseconds.
  const pagefind = module.createInstance({ basePath: new URL(base).pathname, noWorker: true });
  await pagefind.init();
  return createSearchEngine({
    pagefind,
    readJson: (path) => (path === 'terms.json' ? Promise.resolve(terms) : readJson(path)),
  });
}
