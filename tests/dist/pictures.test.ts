import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../src/base/list-files.ts';
import { runBuild } from '../support/build-site.ts';
import { findAll, parseHtml } from '../support/html.ts';

let root: string;
const inSite = (path: string) => join(root, 'dist', path);
const build = () =>
  runBuild({
    CONTENT_DIR: join(root, 'content'),
    OUT_DIR: join(root, 'dist'),
    BEYT_CACHE: join(root, 'cache'),
    SITE_URL: 'https://beyt.example/',
  });
const page = (path: string) => parseHtml(readFileSync(inSite(path), 'utf8'));
const widthOf = async (path: string) => (await sharp(inSite(path)).metadata()).width;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'beyt-pictures-'));
  cpSync('tests/fixtures/many-kinds', join(root, 'content'), { recursive: true });
  mkdirSync(join(root, 'content/en/img'));
  const photo = sharp({ create: { width: 1600, height: 1067, channels: 3, background: '#368' } });
  writeFileSync(
    join(root, 'content/en/img/چهار باغ.jpg'),
    await photo
      .withExif({ IFD0: { Make: 'Phone' } })
      .jpeg()
      .toBuffer(),
  );
  writeFileSync(
    join(root, 'content/en/pictured.mdx'),
    '---\ntitle: Pictured\ndescription: D\ndate: 2026-01-01\nauthors: [x]\ncover: { src: "./img/چهار باغ.jpg", alt: Four gardens }\n---\n\nText.\n\n![Again](<./img/چهار باغ.jpg>)\n',
  );
  const small = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#368' } })
    .png()
    .toBuffer();
  for (const name of names) writeFileSync(join(root, `content/en/img/${name}.png`), small);
  // As an archive of a Mac has them.
  writeFileSync(join(root, 'content/en/img/cafe\u0301 \u0627\u0653ب.png'), small);
  const head = '---\ntitle: Odd\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\n';
  const encode = (name: string) =>
    encodeURIComponent(name).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  // In an address these three have meanings of their own.
  const isPlain = (name: string) => !/[#?]|%2/.test(name);
  const markdown = [
    ...names.map((name) => `![a](./img/${encode(name)}.png)`),
    ...names.filter(isPlain).map((name) => `![b](<./img/${name}.png>)`),
    '![c](<./img/café آب.png>)',
    'Text that speaks of _astro/50% and _beyt/pictures/%E0%A4%A and beyt:3.',
  ];
  writeFileSync(join(root, 'content/en/odd-names.md'), `${head}${markdown.join('\n\n')}\n`);
  const figures = names
    .filter((name) => isPlain(name) && !name.includes('"'))
    .map((name) => `<Figure src="./img/${name}.png" alt="a" />`);
  const cover = 'cover: { src: "./img/photo (1).png", alt: A }\n---\n';
  writeFileSync(
    join(root, 'content/en/odd-figures.mdx'),
    `${head.replace('---\n\n', cover)}\n${figures.join('\n\n')}\n\n<img src="./img/caf\u00e9 آب.png" alt="">\n`.replace(
      'alt="">',
      'alt="" />',
    ),
  );
  const { code, output } = await build();
  expect(code, output).toBe(0);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A pattern for addresses in HTML, a decoder or a file system reads these otherwise than a person. */
const names = [
  ...['photo (1)', 'عکس (۱)', 'image@2x', '100% sure', "it's", 'a&b', 'a;b,c', 'a+b=c', '[x]', '{y}', 'a$1', '~tilde'],
  ...['😀', 'a"b', '  two  spaces', 'نیم\u200cفاصله', 'دو..نقطه', 'UPPER', 'a#b', 'a?b', 'a%20b'],
];

test('a picture is published whatever its name holds, and however its letters are composed', () => {
  for (const path of ['en/odd-names.html', 'en/odd-figures.html']) {
    const images = findAll(page(path), 'img');
    expect(images.length, path).toBeGreaterThanOrEqual(names.length - 2);
    for (const { attributes } of images)
      for (const address of [
        attributes.src!,
        ...(attributes.srcset ?? '').split(', ').map((one) => one.split(' ')[0]!),
      ])
        if (address) expect(existsSync(inSite(decodeURIComponent(join('en', address)))), address).toBe(true);
  }
});

test('each width that a page offers is that of the file', async () => {
  const images = findAll(page('en/pictured.html'), 'img').filter((image) => image.attributes.srcset);
  expect(images).toHaveLength(2);
  for (const { attributes } of images) {
    const offered = attributes.srcset!.split(', ').map((one) => one.split(' '));
    expect(offered.map(([, width]) => width)).toEqual(['480w', '768w', '1080w', '1600w']);
    for (const [href, width] of offered) expect(`${await widthOf(decodeURI(href!.replace('../', '')))}w`).toBe(width);
    expect([attributes.width, attributes.height]).toEqual(['1600', '1067']);
  }
});

test('the name of the file is readable in the address, and no file keeps what the phone said', async () => {
  const files = listFiles(join(root, 'dist')).filter((path) => path.startsWith('_beyt/pictures/چهار-باغ.'));
  // Four widths in the article, one in lists, one for networks.
  expect(files).toHaveLength(6);
  for (const path of files) expect((await sharp(inSite(path)).metadata()).exif).toBeUndefined();
});

test('networks get a JPEG of 1200 × 630 with its size and description; a page without a cover has the default', async () => {
  const meta = (path: string) =>
    Object.fromEntries(
      findAll(page(path), 'meta').map(({ attributes }) => [attributes.property ?? attributes.name, attributes.content]),
    );
  const own = meta('en/pictured.html');
  expect(own).toMatchObject({
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'Four gardens',
    'twitter:card': 'summary_large_image',
  });
  const shared = decodeURI(own['og:image']!.replace('https://beyt.example/', ''));
  const { format, width, height } = await sharp(inSite(shared)).metadata();
  expect([format, width, height]).toEqual(['jpeg', 1200, 630]);
  const other = meta('en/timeline.html');
  expect(other['og:image']).toBe('https://beyt.example/share.png');
  expect((await sharp(inSite('share.png')).metadata()).width).toBe(1200);
});

test('a picture that another takes the place of shows in the next build, and its old forms are gone', async () => {
  const before = listFiles(join(root, 'dist')).filter((path) => path.startsWith('_beyt/pictures/چهار-باغ.'));
  const photo = sharp({ create: { width: 700, height: 400, channels: 3, background: '#a22' } });
  writeFileSync(join(root, 'content/en/img/چهار باغ.jpg'), await photo.jpeg().toBuffer());
  expect((await build()).code).toBe(0);
  const [image] = findAll(page('en/pictured.html'), 'img').filter(({ attributes }) => attributes.srcset);
  expect(image!.attributes.srcset).toMatch(/ 480w, .* 700w$/);
  const after = listFiles(join(root, 'dist'));
  for (const path of before) expect(after).not.toContain(path);
}, 60_000);

test('what is no picture, or not all of one, is an error with its place, and nothing is published', async () => {
  const whole = readFileSync(join(root, 'content/en/img/چهار باغ.jpg'));
  writeFileSync(join(root, 'content/en/img/cut.jpg'), whole.subarray(0, whole.length / 2));
  writeFileSync(join(root, 'content/en/img/text.jpg'), 'no picture');
  const head = '---\ntitle: Broken\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\n';
  writeFileSync(join(root, 'content/en/broken.mdx'), `${head}![Text](./img/text.jpg)\n\n![Cut](./img/cut.jpg)\n`);
  const { code, output } = await build();
  expect(code).toBe(1);
  expect(output).toMatch(/en\/broken\.mdx:8:1 error .*text\.jpg.* is not a picture/);
  expect(output).toMatch(/en\/broken\.mdx:10:1 error .*cut\.jpg.* is damaged/);
  expect(output).not.toContain('node_modules');
}, 60_000);
