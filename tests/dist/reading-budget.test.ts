import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { digestText } from '../../src/base/digest.ts';

const dist = inject('dist');
const read = (path: string) => readFile(join(dist, path));
const packed = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).byteLength;

interface PageFiles {
  readonly html: string;
  readonly words: number;
  /** Before its fonts, by path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

async function readPage(path: string): Promise<PageFiles> {
  const html = (await read(path)).toString();
  const files = new Map([[path, Buffer.from(html)]]);
  for (const [, target] of html.matchAll(/<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="([^"]+)"/g)) {
    const file = join(path, '..', target!);
    files.set(file, await read(file));
  }
  const text = /<article[\s\S]*<\/article>/.exec(html)?.[0].replace(/<[^>]*>/g, ' ') ?? '';
  return { html, files, words: text.split(/\s+/).length };
}

const articles = (await readdir(join(dist, 'en'))).filter((name) => name.endsWith('.html'));

describe('what an article costs a reader', async () => {
  const pages = await Promise.all(
    ['en', 'fa'].flatMap((lang) => articles.map((name) => readPage(`${lang}/${name}`).catch(() => undefined))),
  );
  const works = pages.filter((page): page is PageFiles => page?.html.includes('data-work=') ?? false);

  test('there are articles to weigh', () => expect(works.length).toBeGreaterThan(10));

  test('at most 26 KB packed for 1,500 words, in three requests before the font', () => {
    for (const { files, words } of works) {
      const sum = [...files.values()].reduce((total, bytes) => total + packed(bytes), 0);
      // The faces of both scripts with their fallbacks, verse and tables take 1 KB of it; the foot of an article
      // another. Longer texts may weigh more: 5.5 bytes a word, about what packed prose with its links takes.
      expect(sum, [...files.keys()][0]).toBeLessThanOrEqual(26 * 1024 + Math.max(0, words - 1500) * 5.5);
      expect(files.size).toBe(3);
    }
  });

  test('of which at most 7.7 KiB script', () => {
    for (const { files } of works) {
      const [script] = [...files].filter(([name]) => name.endsWith('.js'));
      expect(packed(script![1])).toBeLessThanOrEqual(7.7 * 1024);
    }
  });

  test('at most 32 KB for the font of the page, 12 KB for that of the other script', async () => {
    for (const [path, limits] of [
      ['fa/alliances.html', { Vazirmatn: 32, 'Newsreader Words': 12 }],
      ['en/alliances.html', { Newsreader: 30, 'Vazirmatn Words': 12 }],
      ['both/alliances.html', { Newsreader: 30, Vazirmatn: 32 }],
    ] as const) {
      const { html } = await readPage(path);
      const families = /data-fonts="([^"]*)"/.exec(html)![1]!.replaceAll('&quot;', '').split(',');
      expect(families.sort(), path).toEqual(Object.keys(limits).sort());
      for (const [family, limit] of Object.entries(limits)) {
        const [, src] = new RegExp(`font-family:"?${family}"?;src:url\\("([^"]+)"`).exec(html)!;
        expect((await stat(join(dist, path, '..', src!))).size, family).toBeLessThanOrEqual(limit * 1024);
      }
    }
  });
});

test('no page has styles or handlers but those its policy names, nor asks another host for anything', async () => {
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'));
  for (const name of names) {
    const html = (await read(name)).toString();
    expect(html.match(/\sstyle="|\son[a-z]+="/g), name).toBeNull();
    const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text]) => `'sha256-${digestText(text!)}'`);
    expect(styles, name).toHaveLength(1);
    expect(html.match(/<style/g), name).toHaveLength(1);
    expect(/style-src ([^;]*)/.exec(html)?.[1], name).toBe(["'self'", ...styles].join(' '));
    expect(
      html.match(/<(?:script|img|iframe|link rel="(?:stylesheet|preload|icon)")[^>]* (?:src|href)="(?:https?:)?\/\//g),
      name,
    ).toBeNull();
  }
});

test('the scripts store nothing but that a reader has turned the keys off', async () => {
  for (const name of await readdir(join(dist, '_beyt'))) {
    if (!name.endsWith('.js')) continue;
    const script = (await read(join('_beyt', name))).toString();
    const [, key] = /(\w+)="keysOff"/.exec(script) ?? [];
    const allowed = new RegExp(`localStorage\\.(?:getItem|removeItem|setItem)\\(${key}\\b`, 'g');
    expect(script.replace(allowed, ''), name).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/);
  }
});

test('no highlight is styled at the root: Chromium would style the whole page anew for each transition', async () => {
  const html = (await read('fa/alliances.html')).toString();
  const styles = [...html.matchAll(/<style>([^<]*)/g)].map(([, css]) => css).join('');
  const selectors = [...styles.matchAll(/([^{}]*)::(?:selection|highlight\([^)]*\))/g)].map(([, before]) => before!);
  expect(selectors).toHaveLength(2);
  for (const selector of selectors) expect(selector).toMatch(/^(?:body|main) $/);
});
