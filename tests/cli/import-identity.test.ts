import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { runImport } from '../support/run-import.ts';

const root = mkdtempSync(join(tmpdir(), 'beyt-identity-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Post {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly slug: string;
  readonly date?: string;
  readonly type?: string;
}

/** @param site its address; '' for none */
function writeExport(folder: string, name: string, site: string, posts: readonly Post[], author = 'Mina') {
  const items = posts.map(
    ({ id, title, text, slug, date = '', type = 'post' }) =>
      `<item><title>${title}</title><link>${site || 'https://gone.example'}/${slug}/</link><dc:creator>mina</dc:creator><wp:post_id>${id}</wp:post_id><wp:post_name>${slug}</wp:post_name><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status>${date && `<wp:post_date>${date} 09:00:00</wp:post_date>`}<content:encoded><![CDATA[${text}]]></content:encoded></item>`,
  );
  const file = join(folder, name);
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Paper</title>${site && `<link>${site}</link>`}<wp:author><wp:author_login>mina</wp:author_login><wp:author_display_name>${author}</wp:author_display_name></wp:author>${items.join('\n')}</channel></rss>`,
  );
  return file;
}

const makeFolder = () => mkdtempSync(join(root, 'run-'));
const list = (folder: string, lang = 'en') => readdirSync(join(folder, 'content', lang)).sort();
const read = (folder: string, file: string) => readFileSync(join(folder, 'content', file), 'utf8');
const BRIDGE = 'The bridge over the northern river is open again since Monday.';
const ROAD = 'A road through the southern hills was closed for the whole winter.';

test('two sites in one command stay two: their posts of one number, people of one login, links and addresses', async () => {
  const folder = makeFolder();
  const en = writeExport(folder, 'en.xml', 'https://en.paper.example', [
    { id: 7, title: 'A bridge', slug: 'bridge', text: `${BRIDGE} <a href="/about/">Us</a>` },
    { id: 8, title: 'About', slug: 'about', text: 'We print in English.', type: 'page' },
  ]);
  const fa = writeExport(
    folder,
    'fa.xml',
    'https://fa.paper.example',
    [
      { id: 7, title: 'راه', slug: 'road', text: 'راه جنوب همهٔ زمستان بسته بود. <a href="/about/">ما</a>' },
      { id: 8, title: 'ما', slug: 'about', text: 'ما به فارسی چاپ می‌کنیم.', type: 'page' },
      {
        id: 9,
        title: 'پل',
        slug: 'pul',
        text: '<p>پل از دوشنبه باز است.</p><p><a href="https://en.paper.example/bridge/">English</a></p>',
      },
    ],
    'مینا',
  );
  const report = await runImport('wordpress', [en, fa], folder);
  expect(report.files.new).toBe(5);
  expect(report.leftOut).toEqual({});
  expect(report.pairs).toMatchObject([{ by: 'a link', en: expect.stringContaining('bridge.mdx') }]);
  expect(read(folder, 'en/bridge.mdx')).toContain('[Us](./about.mdx)');
  expect(read(folder, 'fa/road.mdx')).toContain('[ما](./about-2.mdx)');
  expect(read(folder, 'people.yaml')).toBe(
    'mina:\n  name:\n    en: Mina\n    fa: Mina\nmina-2:\n  name:\n    en: مینا\n    fa: مینا\n',
  );
  expect((await runImport('wordpress', [en, fa], folder)).files).toMatchObject({ new: 0, unchanged: 5 });
});

test('parts of one export are one site, and a post in two of them comes in once', async () => {
  const folder = makeFolder();
  const post = { id: 7, title: 'A bridge', slug: 'bridge', text: BRIDGE };
  const a = writeExport(folder, 'a.xml', 'https://paper.example', [post]);
  const b = writeExport(folder, 'b.xml', 'https://www.paper.example', [
    { ...post, text: `${BRIDGE} More.` },
    { id: 9, title: 'A road', slug: 'road', text: `${ROAD} <a href="/bridge/">Bridge</a>` },
  ]);
  const report = await runImport('wordpress', [a, b], folder);
  expect([report.files.new, report.leftOut]).toEqual([2, { 'twice in the exports': 1 }]);
  expect(read(folder, 'en/road.mdx')).toContain('[Bridge](./bridge.mdx)');
});

test('one of two exports alone takes nothing back: pairs, lines to the other text, links to what came in before', async () => {
  const folder = makeFolder();
  const link = (href: string, words: string) => `<p><a href="${href}">${words}</a></p>`;
  const en = writeExport(folder, 'en.xml', 'https://paper.example', [
    { id: 7, title: 'A bridge', slug: 'bridge', text: `<p>${BRIDGE}</p>`, date: '2021-01-01' },
  ]);
  const fa = writeExport(folder, 'fa.xml', 'https://www.paper.example', [
    {
      id: 9,
      title: 'پل',
      slug: 'pul',
      date: '2021-01-02',
      text: `<p>پل از دوشنبه باز است.</p>${link('https://paper.example/bridge/', 'پل شمال را ببینید، که باز است')}<p>پایان.</p><p>پایان.</p><p>پایان.</p>${link('https://paper.example/bridge/', 'English')}`,
    },
  ]);
  const { loadContent } = await import('../../src/content/load.ts');
  const { listClaims } = await import('../../src/content/redirects.ts');
  const importWithClaims = async (...files: readonly string[]) => {
    const { works } = await loadContent(join(folder, 'content'), { preview: true });
    return (await runImport('wordpress', files, folder, { claims: listClaims(works) })).files;
  };
  await importWithClaims(en, fa);
  const before = read(folder, 'fa/pul.mdx');
  expect(before).toContain('translationOf: bridge');
  expect(before).toContain('(../en/bridge.mdx)');
  expect(await importWithClaims(fa)).toMatchObject({ new: 0, unchanged: 1 });
  expect(await importWithClaims(en)).toMatchObject({ new: 0, unchanged: 1 });
});

test('a site that moved, and what an older version called "site", is known by its words', async () => {
  const folder = makeFolder();
  const posts = [
    { id: 7, title: 'A bridge', slug: 'bridge', text: BRIDGE },
    { id: 9, title: 'A road', slug: 'road', text: ROAD },
  ];
  await runImport('wordpress', [writeExport(folder, 'old.xml', 'https://old.example', posts)], folder);
  const manifest = join(folder, 'content/imported.jsonl');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('wordpress:old.example:9', 'wordpress:site:9'));
  const moved = writeExport(folder, 'new.xml', 'https://new.example', posts);
  expect((await runImport('wordpress', [moved], folder)).files).toMatchObject({ new: 0 });
  expect(list(folder)).toEqual(['bridge.mdx', 'road.mdx']);
  expect(readFileSync(manifest, 'utf8').match(/wordpress:[^"]*/g)).toEqual([
    'wordpress:new.example:7',
    'wordpress:new.example:9',
  ]);
  const other = writeExport(folder, 'other.xml', 'https://other.example', [{ ...posts[0]!, text: ROAD }]);
  expect((await runImport('wordpress', [other], folder)).files).toMatchObject({ new: 1, updated: 0 });
});

test('posts of one address, number and title that have nothing else in common are two', async () => {
  const folder = makeFolder();
  const hello = { id: 1, title: 'Hello', slug: 'hello' };
  const write = (name: string, text: string, date: string) =>
    writeExport(folder, name, 'http://localhost', [{ ...hello, text, date }]);
  await runImport('wordpress', [write('a.xml', BRIDGE, '2021-01-01')], folder);
  const { files } = await runImport('wordpress', [write('b.xml', ROAD, '2022-01-01')], folder);
  expect(files).toMatchObject({ new: 1, updated: 0 });
  const later = await runImport('wordpress', [write('c.xml', `${ROAD} It is open now.`, '2022-01-01')], folder);
  expect(later.files).toMatchObject({ new: 0, updated: 1 });
  expect(read(folder, 'en/hello.mdx')).toContain(BRIDGE);
});

test('documents of one name in two folders are two, in one run and in two', async () => {
  const folder = makeFolder();
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'report.txt'), `${text}\n\nWritten for the paper.`);
    return join(folder, name, 'report.txt');
  };
  const [a, b, c] = [write('a', BRIDGE), write('b', ROAD), write('c', 'Quite another text on the price of bread.')];
  expect((await runImport('text', [a, b], folder)).files.new).toBe(2);
  const third = await runImport('text', [c], folder);
  expect(third.files.new).toBe(1);
  expect(third.findings.map(({ name }) => name)).toContain('ImportSourceShared');
  expect((await runImport('text', [b, c, a], folder)).files).toMatchObject({ new: 0, unchanged: 3 });
  writeFileSync(b, `${ROAD}\n\nIt is open now.\n\nWritten for the paper.`);
  expect((await runImport('text', [b], folder)).files).toMatchObject({ new: 0, updated: 1 });
  expect(read(folder, 'en/report.mdx')).toContain(BRIDGE);
  expect(read(folder, 'en/report-2.mdx')).toContain('It is open now.');
  expect(list(folder)).toHaveLength(3);
});

test('a document of the name of one that somebody edited comes in beside it; an edited one is left alone', async () => {
  const folder = makeFolder();
  const file = join(folder, 'report.txt');
  writeFileSync(file, BRIDGE);
  await runImport('text', [file], folder);
  const edited = join(folder, 'content/en/report.mdx');
  writeFileSync(edited, `${readFileSync(edited, 'utf8')}\nOurs.\n`);
  expect((await runImport('text', [file], folder)).files).toMatchObject({ new: 0, edited: 1 });
  writeFileSync(file, ROAD);
  expect((await runImport('text', [file], folder)).files).toMatchObject({ new: 1, edited: 0 });
  expect(readFileSync(edited, 'utf8')).toContain('Ours.');
});

test('several documents that hold both languages each are a work each', async () => {
  const folder = makeFolder();
  const files = ['bridge', 'road'].map((name, n) => {
    const text = n === 0 ? `${BRIDGE}\n\nپل دوباره باز است.` : `${ROAD}\n\nراه همهٔ زمستان بسته بود.`;
    writeFileSync(join(folder, `${name}.txt`), text);
    return join(folder, `${name}.txt`);
  });
  const { pairs } = await runImport('text', files, folder, { byContent: false });
  expect(pairs.map(({ en, by }) => [en.split('/').at(-1), by])).toEqual([
    ['bridge.mdx', 'the document that holds both'],
    ['road.mdx', 'the document that holds both'],
  ]);
});

async function writePictures(folder: string, ...colours: readonly string[]): Promise<string[]> {
  return Promise.all(
    colours.map(async (background, n) => {
      const uploads = join(folder, `uploads-${n}`);
      mkdirSync(join(uploads, '2021'), { recursive: true });
      const file = join(uploads, '2021/photo.png');
      await sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toFile(file);
      return uploads;
    }),
  );
}
const SHOWN = '<img src="/wp-content/uploads/2021/photo.png" alt="Photo">';

test('pictures of one name are two where their bytes differ, and one that somebody made smaller stays', async () => {
  const folder = makeFolder();
  const uploads = await writePictures(folder, 'red', 'blue');
  const a = writeExport(folder, 'a.xml', 'https://a.example', [
    { id: 7, title: 'A bridge', slug: 'bridge', text: `${BRIDGE}${SHOWN}` },
  ]);
  const b = writeExport(folder, 'b.xml', 'https://b.example', [
    { id: 7, title: 'A road', slug: 'road', text: `${ROAD}${SHOWN}` },
  ]);
  await runImport('wordpress', [a, b], folder, { uploads });
  const copied = (name: string) => readFileSync(join(folder, 'content/uploads/2021', name));
  expect(read(folder, 'en/bridge.mdx')).toContain('(../uploads/2021/photo.png)');
  expect(read(folder, 'en/road.mdx')).toContain('(../uploads/2021/photo-2.png)');
  expect(copied('photo-2.png')).toEqual(readFileSync(join(uploads[1]!, '2021/photo.png')));
  const smaller = join(folder, 'content/uploads/2021/photo.png');
  writeFileSync(smaller, 'smaller');
  const again = await runImport('wordpress', [a, b], folder, { uploads });
  expect([again.files.unchanged, again.media.copied]).toEqual([2, 0]);
  expect(readFileSync(smaller, 'utf8')).toBe('smaller');
});

test('a picture that is cut off, and one that is none, are left out and reported', async () => {
  const folder = makeFolder();
  const [uploads] = await writePictures(folder, 'red');
  const photo = join(uploads!, '2021/photo.png');
  const bytes = readFileSync(photo);
  const post = writeExport(folder, 'a.xml', 'https://a.example', [
    { id: 7, title: 'A bridge', slug: 'bridge', text: `${BRIDGE}${SHOWN}` },
  ]);
  const reasons = [];
  for (const broken of [bytes.subarray(0, bytes.length - 40), Buffer.from('<html>Not found</html>')]) {
    writeFileSync(photo, broken);
    const { findings, media } = await runImport('wordpress', [post], folder, { uploads: [uploads!] });
    expect(media).toEqual({ found: 0, copied: 0 });
    reasons.push(...findings.filter(({ name }) => name === 'ImportMediaUnusable').map(({ message }) => message));
  }
  expect(reasons).toEqual([
    'The file "2021/photo.png" is among the uploads, but is damaged: not all of the picture is there; it was left out.',
    'The file "2021/photo.png" is among the uploads, but is not a picture that can be read, whatever its name says; it was left out.',
  ]);
  expect(read(folder, 'en/bridge.mdx')).toContain('{/* Missing: 2021/photo.png */}');
});
