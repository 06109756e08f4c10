import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseGlossary } from '../../src/content/glossary.ts';
import { compileEdition } from '../../src/works/compile.ts';
import { runBuild } from '../support/build-site.ts';
import { findAll, textOf } from '../support/html.ts';
import { readSite, type Site } from '../support/read-site.ts';

let folder: string;
let dist: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-builds-'));
  dist = join(folder, 'dist');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const build = (site: string, siteUrl = '') =>
  runBuild({ CONTENT_DIR: join('tests/fixtures', site), OUT_DIR: dist, SITE_URL: siteUrl });
const articleOf = (site: Site, path: string) => findAll(site.pages.get(path)!.root, 'article')[0]!;

describe('one site after another into the same folder', () => {
  test('differing slugs, folders, plain Markdown, one language, drafts and parts', async () => {
    const { code, output } = await build('many-kinds');
    expect(code, output).toBe(0);
    expect(output.match(/SITE_URL is not set/g)).toHaveLength(1);
    const site = readSite(dist);
    expect([...site.pages.keys()].filter((p) => /^(en|fa|both)\/[^/]+\.html$|deep/.test(p)).sort()).toEqual(
      expect.arrayContaining([
        'both/timeline.html',
        'en/alone.html',
        'en/deep/notes.html',
        'en/timeline.html',
        'fa/گاه‌شمار.html',
      ]),
    );
    for (const path of site.files) expect(path).not.toMatch(/\/later\.html|_parts|_پیش|note\.html/);
    expect(site.files).not.toContain('fa/alone.html');
    expect(site.files).not.toContain('sitemap.xml');
    const notes = articleOf(site, 'en/deep/notes.html');
    expect(textOf(notes)).toContain('{not code} and 5 < 6');
    const hrefs = findAll(notes, 'a').map((a) => a.attributes.href);
    expect(hrefs).toContain('../timeline.html');
    const image = findAll(notes, 'img')[0]!.attributes;
    expect(image).toMatchObject({ width: '8', height: '8', alt: 'A dot' });
    expect(site.files).toContain(site.follow(site.pages.get('en/deep/notes.html')!, image.src!)!.path);
    for (const page of site.pages.values()) expect(page.source).not.toMatch(/rel="canonical"|hreflang="x-default"/);
  });

  test('an edition with components and expressions of its own has the blocks that the commands see', async () => {
    const { code, output } = await build('own-components', 'https://beyt.example/sub/');
    expect(code, output).toBe(0);
    const site = readSite(dist);
    expect(site.files).not.toContain('en/alone.html');
    const { glossary } = parseGlossary('', 'glossary.yaml');
    for (const lang of ['en', 'fa'] as const) {
      const file = `tests/fixtures/own-components/${lang}/own.mdx`;
      const compiled = compileEdition(await readFile(file, 'utf8'), file, lang, glossary);
      const article = articleOf(site, `${lang}/own.html`);
      const blocks = findAll(article, '[data-unit]');
      expect(blocks).toHaveLength(compiled.blocks.length);
      // Words that an expression makes are known only when it runs.
      const plain = (text: string) => text.replace(/\(.*?\)|[^\p{L}\p{M}\u200c]+/gu, ' ').trim();
      const shown = blocks.map((block) => plain(textOf(block)));
      for (const { text, type } of compiled.blocks)
        if (type !== 'jsx' && type !== 'img') {
          const words = plain(text).split(' ');
          expect(
            shown.some((s) => words.every((w) => s.includes(w))),
            text,
          ).toBe(true);
        }
      expect(findAll(article, '[data-name]')).toHaveLength(2);
      expect(textOf(article)).toContain(lang === 'en' ? 'twice that is 42' : '42');
      expect(findAll(article, 'a').filter((a) => a.attributes.class === 'twin').length).toBeGreaterThanOrEqual(7);
    }
    expect(site.pages.has('both/own.html')).toBe(true);
  });

  test.each(['frontmatter-broken', 'link-broken', 'import-missing'])(
    '%s is not built, and the good site stays',
    async (name) => {
      const before = await readFile(join(dist, 'en/own.html'), 'utf8');
      const { code, output } = await build(name);
      expect(code).toBe(1);
      const expected = (await readFile(join('tests/fixtures', name, 'expected.txt'), 'utf8')).trim().split('\n');
      for (const line of expected) {
        const [place, error] = line.split(' ') as [string, string];
        expect(output).toContain(`tests/fixtures/${name}/${place} error`);
        expect(output).toContain(`[${error}]`);
      }
      expect(output).toContain('nothing was published');
      expect(await readFile(join(dist, 'en/own.html'), 'utf8')).toBe(before);
    },
  );

  test('in a preview, lists say which works are not published', async () => {
    const content = join(folder, 'content');
    await cp('tests/fixtures/many-kinds', content, { recursive: true });
    const file = join(content, 'en/later.mdx');
    const draft = (await readFile(file, 'utf8'))
      .replace('Not yet, {broken', 'Not yet.')
      .replace('draft: true', 'topics: [history]\ndraft: true');
    const notice = 'Not published: this is a draft.';
    const listed = async (source: string) => {
      await writeFile(file, source);
      const { code, output } = await runBuild({ CONTENT_DIR: content, OUT_DIR: dist, PREVIEW: '1' });
      expect(code, output).toBe(0);
      expect(output).toContain('PREVIEW=1: ');
      const site = readSite(dist);
      expect(await readFile(join(dist, 'robots.txt'), 'utf8')).toContain('Disallow: /\n');
      const next = [...site.pages.values()]
        .flatMap(({ root }) => findAll(root, 'nav'))
        .filter(({ attributes }) => attributes.class === 'b-read-next')
        .flatMap((nav) => findAll(nav, 'li'))
        .filter((item) => findAll(item, 'a').some(({ attributes }) => attributes.href === 'later.html'));
      expect(next.length).toBeGreaterThan(0);
      for (const item of next) expect(textOf(item).includes(notice)).toBe(source.includes('draft: true'));
      return ['en/works.html', 'en/index.html', 'en/later.html'].map((path) =>
        findAll(site.pages.get(path)!.root, 'p')
          .filter(({ attributes }) => attributes.class === 'b-notice')
          .map(textOf),
      );
    };
    expect(await listed(draft)).toEqual([[notice], [notice], [notice, 'Not yet translated into Persian.']]);
    const [works, front] = await listed(draft.replace('draft: true\n', ''));
    expect([works, front]).toEqual([[], []]);
  });
});
