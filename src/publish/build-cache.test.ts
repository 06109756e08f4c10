import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestBytes } from '../base/digest.ts';
import { keepFiles, openBuildCache } from './build-cache.ts';

describe('openBuildCache', () => {
  let root: string;
  const cacheDir = () => join(root, 'cache');
  const entry = { sha256: digestBytes(Buffer.from('page a')), bytes: 6 };
  const site = (name: string) => join(root, name);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beyt-cache-'));
    mkdirSync(site('first/en'), { recursive: true });
    writeFileSync(site('first/en/a.html'), 'page a');
    const cache = openBuildCache(cacheDir(), 'one');
    cache.note('aaaa', keepFiles(cacheDir(), 'aaaa', site('first'), [['en/a.html', entry]]));
    cache.save();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('puts a kept page into the next site', () => {
    expect(openBuildCache(cacheDir(), 'one').restore(['aaaa'], site('second'))).toBe(true);
    expect(readFileSync(site('second/en/a.html'), 'utf8')).toBe('page a');
  });

  it('knows nothing under another key, or of another version', () => {
    expect(openBuildCache(cacheDir(), 'one').restore(['bbbb'], site('second'))).toBe(false);
    expect(openBuildCache(cacheDir(), 'two').restore(['aaaa'], site('second'))).toBe(false);
  });

  it('does not use a page that was changed in the published site', () => {
    writeFileSync(site('first/en/a.html'), 'page b');
    expect(openBuildCache(cacheDir(), 'one').restore(['aaaa'], site('second'))).toBe(false);
  });

  it('reads a file that is kept elsewhere once, and again when it has changed', () => {
    const kept = join(root, 'kept');
    const note = () => {
      const cache = openBuildCache(cacheDir(), 'one');
      cache.noteFile('a.webp', kept);
      cache.save();
      return cache.listFiles().get('a.webp')!;
    };
    writeFileSync(kept, 'abc');
    // The example of FIPS 180-2, appendix B.1.
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(note()).toMatchObject({ sha256: known, bytes: 3 });
    expect(note()).toMatchObject({ sha256: known, bytes: 3 });
    writeFileSync(kept, '');
    // SHA-256 of nothing.
    expect(note().sha256).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('puts nothing in place where one of the keys is unknown, and says what each file is', () => {
    const cache = openBuildCache(cacheDir(), 'one');
    expect(cache.restore(['aaaa', 'bbbb'], site('second'))).toBe(false);
    expect(existsSync(site('second'))).toBe(false);
    expect(cache.restore(['aaaa'], site('second'))).toBe(true);
    expect(cache.listFiles().get('en/a.html')).toMatchObject(entry);
  });

  it('starts anew from an index that was cut short', () => {
    const index = join(cacheDir(), 'index.json');
    writeFileSync(index, readFileSync(index, 'utf8').slice(0, -20));
    expect(openBuildCache(cacheDir(), 'one').restore(['aaaa'], site('second'))).toBe(false);
  });

  it('drops what a build did not use', () => {
    const next = openBuildCache(cacheDir(), 'one');
    next.note('cccc', keepFiles(cacheDir(), 'cccc', site('first'), [['en/a.html', entry]]));
    next.save();
    const files = (readdirSync(join(cacheDir(), 'files'), { recursive: true }) as string[]).filter((f) =>
      f.includes('-'),
    );
    expect(files.map((file) => file.replace(/^.*\/(\w+)-.*$/, '$1'))).toEqual(['cccc']);
  });
});

/** Each thread keeps its own page in a cache that neither has begun, again and again. */
const keepTogether = `
const { workerData: { at, times, module, root, name } } = require('node:worker_threads');
import(module).then(({ keepFiles }) => {
  for (let i = 0; i < times; i++) {
    Atomics.add(at, i, 1);
    while (Atomics.load(at, i) < 2);
    keepFiles(root + '/cache-' + i, 'aa' + name, root, [[name, { sha256: '', bytes: 1 }]]);
  }
});
`;

describe('keepFiles', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beyt-cache-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lets two threads make the same folder at once', async () => {
    const times = 300;
    const at = new Int32Array(new SharedArrayBuffer(4 * times));
    const module = new URL('./build-cache.ts', import.meta.url).href;
    const run = (name: string) =>
      new Promise<void>((done, fail) => {
        writeFileSync(join(root, name), name);
        const worker = new Worker(keepTogether, { eval: true, workerData: { at, times, module, root, name } });
        worker.on('error', (error) => {
          at.fill(2);
          fail(error);
        });
        worker.on('exit', () => done());
      });
    await Promise.all(['b', 'c'].map(run));
    expect(readdirSync(join(root, 'cache-0', 'files', 'aa'))).toHaveLength(2);
  });
});
