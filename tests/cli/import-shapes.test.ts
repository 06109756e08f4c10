import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { openSource } from '../../src/import/open-source.ts';
import { runImport } from '../support/run-import.ts';

const root = mkdtempSync(join(tmpdir(), 'beyt-shapes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const makeFolder = () => mkdtempSync(join(root, 'run-'));
const read = (folder: string, file: string) => readFileSync(join(folder, 'content', file), 'utf8');
const readText = (folder: string, file: string) => read(folder, file).replace(/^---\n.*?\n---\n\n/s, '');
const picture = (background: string) =>
  sharp({ create: { width: 30, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

/** As Google downloads it: comments, notes, redirected links, each level a list of its own. */
const GOOGLE = `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style>.c1{font-weight:700}</style></head><body class="doc-content">
<p class="c0 title"><span>The harvest</span></p>
<p><span>It was </span><span class="c1">good</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>, says </span><span><a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D">the ministry</a></span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>.</span></p>
<ul class="c5 lst-kix_a-0 start"><li><span>Wheat</span></li></ul><ul class="lst-kix_a-1 start"><li><span>winter</span></li><li><span>summer</span></li></ul><ul class="lst-kix_a-0"><li><span>Rice</span></li></ul>
<p><img alt="A field" src="images/image1.png"></p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;On its page.</span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that so? Ask Mina!</span></p></div></body></html>`;

test('a Google document in its archive', async () => {
  const folder = makeFolder();
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(GOOGLE), 'TheHarvest.html');
  zip.addBuffer(await picture('green'), 'images/image1.png');
  zip.end();
  const file = join(folder, 'harvest.zip');
  writeFileSync(file, await buffer(zip.outputStream as NodeJS.ReadableStream));
  const { findings } = await runImport('google', [file], folder);
  expect(readText(folder, 'en/the-harvest.mdx')).toBe(
    'It was **good**, says [the ministry](https://example.org/x)[^1].\n\n- Wheat\n\n  - winter\n  - summer\n\n- Rice\n\n![A field](../uploads/images/image1.png)\n\n[^1]: On its page.\n',
  );
  expect(findings.map(({ message }) => message)).toContain(
    'Reading the document: a comment of an editor was left out.',
  );
});

test('pages saved by a browser: their encoding, title, pictures, foot, and links to each other', async () => {
  const folder = makeFolder();
  const file = (name: string) => join(folder, name);
  mkdirSync(file('bridge_files'));
  writeFileSync(file('bridge_files/photo 100%.png'), await picture('red'));
  const pasted = `data:image/png;base64,${(await picture('blue')).toString('base64')}`;
  const page = `<!DOCTYPE html>
<!-- saved from url=(0031)https://old.example/news/bridge/ -->
<html><head><meta charset="windows-1252"><title>The bridge - Old Paper</title></head><body><header><nav><a href="/">Home</a></nav></header>
<div><h1>The bridge</h1><p>It\x92s open; see <a href="road.html">the road</a>, <a href="https://old.example/news/road/">again</a>, <a href="gone.html">another</a> and <a href="/about">us</a>.</p>
<img src="bridge_files/photo%20100%.png" alt="Photo"><img src="${pasted}" alt="Pasted"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<table><tr><td colspan="2">Both</td></tr><tr><td>1</td><td>2</td></tr></table></div><footer>\xa9 Old Paper</footer></body></html>`;
  writeFileSync(file('bridge.html'), Buffer.from(page, 'latin1'));
  writeFileSync(
    file('road.html'),
    '<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="canonical" href="https://old.example/news/road/"><title>The road</title></head><body><h1>The road</h1><p>Back to <a href="./bridge.html#top">the bridge</a>.</p></body></html>',
  );
  const { findings } = await runImport('html', [file('bridge.html'), file('road.html')], folder);
  const [saved] = readdirSync(join(folder, 'content/uploads')).filter((name) => name.startsWith('image-'));
  expect(readText(folder, 'en/the-bridge.mdx')).toBe(
    `It’s open; see [the road](./the-road.mdx), [again](./the-road.mdx), another and us.\n\n![Photo](../uploads/bridge_files/photo-100-.png)\n\n![Pasted](../uploads/${saved})\n\n| | |\n| - | - |\n| Both | |\n| 1 | 2 |\n`,
  );
  expect(readText(folder, 'en/the-road.mdx')).toBe('Back to [the bridge](./the-bridge.mdx).\n');
  const names = findings.map(({ name }) => name).filter((name) => !/Made$|Missing$/.test(name));
  expect(names.sort()).toEqual(['ImportDocumentNote', 'ImportLinkUnknown', 'ImportLinkUnknown']);
});

test('text in the encodings of Windows', async () => {
  const folder = makeFolder();
  const file = join(folder, 'road.txt');
  // «سلام دنيا» and a line «اين كتاب» as windows-1256 has them.
  writeFileSync(file, Buffer.from('d3e1c7e320cfe4edc70d0a0d0ac7ede420dfcac7c82e0d0a', 'hex'));
  const { findings } = await runImport('text', [file], folder);
  expect(readText(folder, 'fa/سلام-دنیا.mdx')).toBe('این کتاب.\n');
  expect(findings.map(({ message }) => message)).toContain(
    'Reading the document: the file does not say its encoding; it was read as windows-1256.',
  );
});

test('a quotation of Persian in an English document is no second text, and has its direction', async () => {
  const folder = makeFolder();
  const file = join(folder, 'saadi.txt');
  writeFileSync(
    file,
    'Saadi\n\nThe poet of Shiraz wrote it.\n\nبنی آدم اعضای یک پیکرند که در آفرینش\n\nMany know these lines by heart.',
  );
  expect((await runImport('text', [file], folder)).texts).toMatchObject({ en: 1, fa: 0 });
  expect(readText(folder, 'en/saadi.mdx')).toContain(
    '<div lang="fa" dir="rtl">\n  بنی آدم اعضای یک پیکرند که در آفرینش\n</div>',
  );
});

const cdata = (text: string) => `<![CDATA[${text}]]>`;
const term = (domain: string, slug: string, name: string) =>
  `<category domain="${domain}" nicename="${slug}">${cdata(name)}</category>`;
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;

function writeExport(folder: string, version: string, inside: string, before = '') {
  const file = join(folder, `export-${version}.xml`);
  writeFileSync(
    file,
    `${before}<?xml version="1.0"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/" xmlns:wp="http://wordpress.org/export/${version}/"><channel><title>Paper</title><link>https://paper.example</link>${inside}`,
  );
  return file;
}

test('WXR 1.0 behind a warning of PHP: categories named twice, control characters, cut off at its end', async () => {
  const folder = makeFolder();
  const category = (slug: string, name: string) =>
    `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`;
  const file = writeExport(
    folder,
    '1.0',
    `${category('roads', 'Roads')}${category('roads-fa', 'راه‌ها')}<item><title>A road & more</title><dc:creator>admin</dc:creator><category>${cdata('Roads')}</category>${term('category', 'roads', 'Roads')}<wp:post_id>5</wp:post_id><wp:post_date>2009-01-02 10:00:00</wp:post_date><content:encoded>${cdata('A road\b was built through the hills.\n\nIt is long.')}</content:encoded></item><item><title>Cut`,
    '\n<b>Warning</b>: something on line 3\n',
  );
  const { findings } = await runImport('wordpress', [file], folder);
  const road = read(folder, 'en/a-road-more.mdx');
  expect(road).toContain('description: A road was built through the hills.\n');
  expect(road).toContain('topics:\n  - roads\n');
  expect(road).toContain('\n\nA road was built through the hills.\n\nIt is long.\n');
  expect(findings.find(({ name }) => name === 'ImportXmlBroken')).toMatchObject({ line: 3, column: 2 });
});

test('guests of Co-Authors Plus, descriptions and covers repaired, SEO descriptions, files to download', async () => {
  const folder = makeFolder();
  const item = (id: number, title: string, inside: string) =>
    `<item><title>${title}</title><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status>${inside}</item>`;
  const file = writeExport(
    folder,
    '1.2',
    [
      item(
        10,
        'پل',
        `<wp:post_name>pul</wp:post_name><wp:post_type>post</wp:post_type>${term('author', 'cap-guest-omid', 'guest-omid')}${meta('_thumbnail_id', '50')}<excerpt:encoded>${cdata('چكيدهٔ كتاب')}</excerpt:encoded><content:encoded>${cdata('پل باز شد.')}</content:encoded>`,
      ),
      item(
        11,
        'Road',
        `<wp:post_name>road</wp:post_name><wp:post_type>post</wp:post_type>${meta('rank_math_description', 'All &amp; about roads %sep%')}<content:encoded>${cdata('<div class="wp-block-file"><a href="https://paper.example/wp-content/uploads/r.pdf">Report</a><a href="https://paper.example/wp-content/uploads/r.pdf" class="wp-block-file__button" download>Download</a></div>')}</content:encoded>`,
      ),
      item(
        50,
        'photo',
        `<wp:post_type>attachment</wp:post_type><wp:attachment_url>https://paper.example/wp-content/uploads/p.png</wp:attachment_url>${meta('_wp_attachment_image_alt', 'عكس پل')}<excerpt:encoded>${cdata('از علي')}</excerpt:encoded>`,
      ),
      item(60, 'Omid Haidari', `<wp:post_type>guest-author</wp:post_type>${meta('cap-user_login', 'guest-omid')}`),
      '</channel></rss>',
    ].join('\n'),
  );
  const uploads = join(folder, 'uploads');
  mkdirSync(uploads);
  writeFileSync(join(uploads, 'p.png'), await picture('red'));
  writeFileSync(join(uploads, 'r.pdf'), '%PDF-1.4');
  await runImport('wordpress', [file], folder, { uploads: [uploads] });
  const bridge = read(folder, 'fa/pul.mdx');
  expect(bridge).toContain('description: چکیدهٔ کتاب\n');
  expect(bridge).toContain('authors:\n  - omid-haidari\n');
  expect(bridge).toContain('  alt: عکس پل\n  credit: از علی\n');
  expect(read(folder, 'people.yaml')).toContain('omid-haidari:\n  name:\n    en: Omid Haidari\n');
  const road = read(folder, 'en/road.mdx');
  expect(road).toContain('description: All & about roads\n');
  expect(road).toContain('\n\n[Report](/uploads/r.pdf)\n');
});

test('categories as sections; private and protected posts come in as drafts', async () => {
  const folder = makeFolder();
  const category = (id: number, slug: string, name: string) =>
    `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`;
  const post = (id: number, status: string, inside = '') =>
    `<item><title>Post ${id}</title><wp:post_id>${id}</wp:post_id><wp:post_name>post-${id}</wp:post_name><wp:status>${status}</wp:status>${term('category', 'water', 'Water')}${term('category', 'roads', 'Roads')}${inside}<content:encoded>A road was opened in the year ${id}.</content:encoded></item>`;
  const file = writeExport(
    folder,
    '1.1',
    [
      category(1, 'roads', 'Roads'),
      category(2, 'roads-fa', 'راه‌ها'),
      category(3, 'water', 'Water'),
      post(10, 'publish', meta('_yoast_wpseo_primary_category', '1')),
      post(11, 'private'),
      post(12, 'publish', '<wp:post_password>x</wp:post_password>'),
      '</channel></rss>',
    ].join(''),
  );
  const source = await openSource('wordpress', [file], { types: [], categories: 'sections', uploads: [] });
  expect(source.texts.map(({ section, topics, draft }) => [section, topics, draft])).toEqual([
    ['roads', ['Water'], false],
    [undefined, ['Water', 'roads'], true],
    [undefined, ['Water', 'roads'], true],
  ]);
  expect(source.sections()).toEqual([{ id: 'roads', en: 'Roads', fa: 'راه‌ها' }]);
  source.close();
  const { findings } = await runImport('wordpress', [file], folder);
  expect(findings.filter(({ name }) => name === 'ImportProtected').map(({ message }) => message)).toEqual([
    'The text was private in the source, and came in as a draft.',
    'The text was protected by a password in the source, and came in as a draft.',
  ]);
});
