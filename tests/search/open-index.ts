import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSearchEngine, type Pagefind } from '../../src/client/search-engine.ts';

/** Pagefind's runtime, as its module exports it. */
interface PagefindModule {
  createInstance(options: Record<string, unknown>): Pagefind & { init(): Promise<void>; destroy(): Promise<void> };
}

/** An index's files, written out where Pagefind's runtime can be imported, and read from memory. */
export interface OpenIndex {
  /** Pagefind's own search. Outside of a browser it takes the language with most pages. */
  readonly pagefind: Pagefind;
  /** Bytes read since the last call, by path. */
  takeReads(): Map<string, number>;
  readJson(path: string): Promise<unknown>;
  close(): Promise<void>;
}

let next = 0;

/**
 * Opens an index in plain Node: Pagefind fetches its files, so `fetch` answers from memory for an address that only
 * this index has.
 */
export async function openIndex(files: ReadonlyMap<string, Uint8Array>): Promise<OpenIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-search-'));
  const runtime = join(folder, 'pagefind.mjs');
  await mkdir(dirname(runtime), { recursive: true });
  await writeFile(runtime, files.get('pagefind/pagefind.js')!);
  const base = `http://index-${next++}.invalid/pagefind/`;
  const reads = new Map<string, number>();
  const read = (path: string) => {
    const bytes = files.get(`pagefind/${path}`);
    if (bytes) reads.set(path, (reads.get(path) ?? 0) + bytes.length);
    return bytes;
  };
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input);
    if (!url.startsWith(base)) return before(input, init);
    const bytes = read(url.slice(base.length).split('?')[0]!);
    return bytes ? new Response(Uint8Array.from(bytes)) : new Response(null, { status: 404 });
  };
  const module = (await import(pathToFileURL(runtime).href)) as PagefindModule;
  const pagefind = module.createInstance({ basePath: base, noWorker: true });
  await pagefind.init();
  return {
    pagefind,
    takeReads() {
      const taken = new Map(reads);
      reads.clear();
      return taken;
    },
    async readJson(path) {
      const bytes = read(path);
      if (!bytes) throw new Error(`no such file in the index: ${path}`);
      return JSON.parse(Buffer.from(bytes).toString('utf8'));
    },
    async close() {
      await pagefind.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens an index of ours with the engine that the site's search runs on. */
export async function openEngine(files: ReadonlyMap<string, Uint8Array>) {
  const index = await openIndex(files);
  return { ...index, engine: await createSearchEngine(index) };
}
