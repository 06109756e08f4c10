import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldWork, packFragment, readPage } from './fold-work.ts';
import { placeFragments, placeRest } from './place-index.ts';
import type { ReadWork } from './read-works.ts';

const fold = (work: string, en: string) =>
  foldWork({
    work,
    titles: { en: 'Mills', fa: 'آسیاب‌ها' },
    date: '2024-08-15',
    original: 'en',
    urls: { en: `en/${work}.html`, fa: `fa/${work}.html` },
    units: [{ id: 'k7q2', en, fa: 'چرخ‌ها' }],
  });

describe('what Pagefind wrote', () => {
  let root: string;
  let folders: { pages: string; output: string; folder: string };
  const works = new Map<string, ReadWork>();
  const add = (work: string, text: string, name?: string) => {
    const { id, page } = fold(work, text);
    writeFileSync(join(folders.pages, `${id}.html`), page);
    const read = readPage(id, page);
    works.set(id, { name: name ?? read.name, fragment: packFragment(read.fragment) });
    return { id, ...read, fragment: Buffer.from(works.get(id)!.fragment) };
  };
  const write = (name: string, id: string, content: string) => {
    const json = JSON.stringify({ url: `/${id}.html`, content });
    writeFileSync(join(folders.output, `fragment/x_${name}.pf_fragment`), gzipSync(`pagefind_dcd${json}`));
  };
  const placed = (name: string) => readFileSync(join(folders.folder, `fragment/x_${name}.pf_fragment`));
  const ended = { read: Promise.resolve(), done: Promise.resolve() };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beyt-place-'));
    const [pages, output, folder] = ['pages', 'pages/index', 'site'].map((name) => join(root, name));
    folders = { pages: pages!, output: output!, folder: folder! };
    mkdirSync(join(output!, 'fragment'), { recursive: true });
    works.clear();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is replaced as soon as all of it is named, while Pagefind runs', async () => {
    const [one, two] = [add('a', 'The wheel…'), add('b', 'The stone')];
    let end = () => {};
    const done = new Promise<void>((resolve) => {
      end = resolve;
    });
    const announced: string[] = [];
    const placing = placeFragments(folders, works, { ...ended, done }, (path) => announced.push(path));
    write(one.name, one.id, one.content);
    await wait(250);
    expect(announced).toEqual([]);
    write(two.name, two.id, two.content);
    await vi.waitFor(() => expect(announced).toHaveLength(2));
    expect(placed(one.name)).toEqual(one.fragment);
    expect(placed(two.name)).toEqual(two.fragment);
    end();
    expect([...(await placing)]).toEqual(announced);
  });

  it('is looked into where two works’ names begin alike', async () => {
    const [one, two] = [add('a', 'The wheel…', 'abcdef1'), add('b', 'The stone', 'abcdef1')];
    write('abcdef1', two.id, two.content);
    write('abcdef12', one.id, one.content);
    const early = await placeFragments(folders, works, ended, () => {});
    expect([...early]).toEqual([]);
    await placeRest(folders, works, early, () => {});
    expect(placed('abcdef1')).toEqual(two.fragment);
    expect(placed('abcdef12')).toEqual(one.fragment);
  });

  it('is refused where the words are not those of the work', async () => {
    const one = add('a', 'The wheel turns');
    write('abcdef1', one.id, one.content.replace('wheel', 'wheels'));
    const early = await placeFragments(folders, works, ended, () => {});
    await expect(placeRest(folders, works, early, () => {})).rejects.toThrow(
      'the index of "a" has 6 words and its text 6: "wheel" came back as "wheels"',
    );
  });
});
