import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBuildCache } from './build-cache.ts';

describe('openBuildCache', () => {
  let root: string;
  const cacheDir = () => join(root, 'cache');
  const site = (name: string) => join(root, name);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beyt-cache-'));
    mkdirSync(site('first/en'), { recursive: true });
    writeFileSync(site('first/en/a.html'), 'page a');
    const cache = openBuildCache(cacheDir(), 'one');
    cache.keep('aaaa', site('first'), ['en/a.html']);
    cache.save();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('puts a kept page into the next site', () => {
    expect(openBuildCache(cacheDir(), 'one').restore('aaaa', site('second'))).toBe(true);
    expect(readFileSync(site('second/en/a.html'), 'utf8')).toBe('page a');
  });

  it('knows nothing under another key, or of another version', () => {
    expect(openBuildCache(cacheDir(), 'one').restore('bbbb', site('second'))).toBe(false);
    expect(openBuildCache(cacheDir(), 'two').restore('aaaa', site('second'))).toBe(false);
  });

  it('does not use a page that was changed in the published site', () => {
    writeFileSync(site('first/en/a.html'), 'page b');
    expect(openBuildCache(cacheDir(), 'one').restore('aaaa', site('second'))).toBe(false);
  });

  it('starts anew from an index that was cut short', () => {
    const index = join(cacheDir(), 'index.json');
    writeFileSync(index, readFileSync(index, 'utf8').slice(0, -20));
    expect(openBuildCache(cacheDir(), 'one').has('aaaa')).toBe(false);
  });

  it('drops what a build did not use', () => {
    const next = openBuildCache(cacheDir(), 'one');
    next.keep('cccc', site('first'), ['en/a.html']);
    next.save();
    const files = (readdirSync(join(cacheDir(), 'files'), { recursive: true }) as string[]).filter((f) =>
      f.includes('-'),
    );
    expect(files.map((file) => file.replace(/^.*\/(\w+)-.*$/, '$1'))).toEqual(['cccc']);
  });
});
