import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent } from '../content/load.ts';
import type { Work } from '../content/work.ts';
import { createPublication, type Publication } from './publication.ts';

const source = '---\ntitle: T\ndescription: D\ndate: 2026-01-01\nauthors: [editors]\n---\n\nA text.\n';

describe('a work that is asked for again, long after it was checked', () => {
  let root: string;
  let publication: Publication;
  let work: Work;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'beyt-publication-'));
    mkdirSync(join(root, 'en'));
    writeFileSync(join(root, 'glossary.yaml'), 'people:\n  - id: editors\n    en: Editors\n    fa: تحریریه\n');
    writeFileSync(join(root, 'en/a.mdx'), source);
    publication = createPublication(await loadContent(root, { root }), root);
    work = publication.content.works[0]!;
    expect(publication.checkWork(work).filter(({ severity }) => severity === 'error')).toEqual([]);
    publication.release(work);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is what it was', () => {
    expect(publication.prepare(work).editions.en?.compiled.html.join('')).toContain('A text.');
  });

  it('is refused when its file is gone: nothing may be published of an empty text', () => {
    rmSync(join(root, 'en/a.mdx'));
    expect(() => publication.prepare(work)).toThrow(/FileUnreadable/);
  });

  it('is refused when its file says something else', () => {
    writeFileSync(join(root, 'en/a.mdx'), source.replace('A text', 'Another text'));
    expect(() => publication.prepare(work)).toThrow(/FileChanged/);
  });
});

it('a page is made anew when what it shows of other works and of people has changed, and only then', async () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-publication-'));
  try {
    mkdirSync(join(root, 'en'));
    const write = (slug: string, fields: string, text = 'A text.') =>
      writeFileSync(
        join(root, 'en', `${slug}.mdx`),
        `---\ndescription: D\ndate: 2026-01-0${slug.length}\nauthors: [zahra]\nseries: west\n${fields}\n---\n\n${text}\n`,
      );
    const people = (portrait: string) =>
      writeFileSync(join(root, 'people.yaml'), `zahra: { name: { en: Z, fa: ز }, portrait: ${portrait} }\n`);
    writeFileSync(join(root, 'series.yaml'), 'west: { title: { en: West, fa: غرب } }\n');
    writeFileSync(join(root, 'a.png'), 'a');
    people('a.png');
    write('a', 'title: One');
    write('bb', 'title: Two');
    const readKey = async () => {
      const { content, keyOf } = createPublication(await loadContent(root, { root }), root);
      return keyOf(content.works.find(({ name }) => name === 'a')!);
    };
    const keys = [await readKey()];
    write('bb', 'title: Two', 'Another text.');
    keys.push(await readKey());
    expect(keys[1]).toBe(keys[0]);
    write('bb', 'title: Two, renamed');
    keys.push(await readKey());
    writeFileSync(join(root, 'a.png'), 'another picture');
    keys.push(await readKey());
    write('ccc', 'title: Three');
    keys.push(await readKey());
    expect(new Set(keys).size).toBe(4);
  } finally {
    rmSync(root, { recursive: true });
  }
});

it('a page is made anew when what it links to is published, and when it no longer is', async () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-publication-'));
  try {
    mkdirSync(join(root, 'en'));
    const head = '---\ntitle: T\ndescription: D\ndate: 2026-01-01\nauthors: [editors]\n';
    writeFileSync(join(root, 'en/a.mdx'), `${head}kind: page\n---\n\n[B](./b.mdx)\n`);
    writeFileSync(
      join(root, 'en/b.mdx'),
      `${head}kind: page\npublish: 2026-02-01\nexpires: 2026-03-01\n---\n\nA text.\n`,
    );
    // With a record, no other work matters to how this one is aligned.
    mkdirSync(join(root, 'alignment'));
    const units = [{ id: 'c2aa', en: ['B'], fa: [], by: 'auto' }];
    writeFileSync(join(root, 'alignment/a.json'), JSON.stringify({ version: 1, work: 'a', units, aliases: {} }));
    const readKey = async (now: string) => {
      const { content, keyOf } = createPublication(await loadContent(root, { root, now: new Date(now) }), root);
      return keyOf(content.works.find(({ name }) => name === 'a')!);
    };
    const [early, shown, late] = [
      await readKey('2026-01-20'),
      await readKey('2026-02-20'),
      await readKey('2026-03-20'),
    ];
    expect(shown).not.toBe(early);
    expect(late).toBe(early);
  } finally {
    rmSync(root, { recursive: true });
  }
});
