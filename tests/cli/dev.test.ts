import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

let root: string;
let base: string;
let server: ChildProcess;
let said = '';

function findPort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'beyt-dev-'));
  await cp('tests/fixtures/many-kinds', join(root, 'content'), { recursive: true });
  const port = await findPort();
  base = `http://localhost:${port}`;
  const { VITEST: _vitest, MODE: _mode, DEV: _dev, PROD: _prod, SSR: _ssr, ...env } = process.env;
  server = spawn(process.execPath, ['src/cli/dev.ts'], {
    env: { ...env, NODE_ENV: 'development', CONTENT_DIR: join(root, 'content'), PORT: String(port) },
  });
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  await vi.waitFor(() => expect(said).toMatch(/localhost/), { timeout: 60_000 });
}, 90_000);
afterAll(async () => {
  server.kill();
  await rm(root, { recursive: true, force: true });
});

const read = async (path: string) => (await fetch(base + path)).text();
/** A save is reported after it has happened. */
const shows = (path: string, text: string | RegExp) =>
  vi.waitFor(async () => expect(await read(path)).toMatch(text), { timeout: 20_000, interval: 50 });

test('a saved edition shows on the article, the facing page and the twin; drafts and the status page are there', async () => {
  await shows('/en/timeline.html', '<article');
  await shows('/both/timeline.html', 'data-row');
  expect(await read('/en/deep/notes.html')).toMatch(/<img src="[^"]+"/);
  await shows('/en/status', '<table');
  const file = join(root, 'content/en/timeline.mdx');
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace(/\n\n(?=\p{L})/u, '\n\nNewly written. '));
  await shows('/en/timeline.html', 'Newly written');
  await shows('/both/timeline.html', 'Newly written');
  // As editors save: another file takes the place of the first.
  await writeFile(`${file}.tmp`, source.replace(/^title: .*$/m, 'title: Another title'));
  await rename(`${file}.tmp`, file);
  await shows('/en/timeline.html', '<h1>Another title');
  await shows(`/fa/${encodeURIComponent('گاه‌شمار')}.html`, /hreflang/);
  await shows('/en/works.html', 'Another title');
}, 90_000);

test('a picture and a component that come later', async () => {
  const head = '---\ntitle: Pictured\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\n';
  await cp('tests/fixtures/many-kinds/en/deep/dot.svg', join(root, 'content/en/later.svg'));
  await writeFile(join(root, 'content/en/pictured.mdx'), `${head}![A dot](./later.svg)\n`);
  await shows('/en/pictured.html', /<img src="[^"]+" [^>]*width="8"/);
  await writeFile(join(root, 'content/en/Own.astro'), '<b>Of its own</b>\n');
  await writeFile(join(root, 'content/en/pictured.mdx'), `${head}import Own from './Own.astro';\n\n<Own />\n`);
  await shows('/en/pictured.html', 'Of its own');
}, 60_000);

test('an edition that comes, and one that goes', async () => {
  const text = '---\ntitle: New one\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\nText.\n';
  const file = join(root, 'content/en/new-one.mdx');
  await writeFile(file, text);
  await shows('/en/new-one.html', 'New one');
  await rm(file);
  await vi.waitFor(async () => expect((await fetch(`${base}/en/new-one.html`)).status).toBe(404), { timeout: 20_000 });
}, 60_000);

test('an old address goes to the page that has its text now', async () => {
  const file = join(root, 'content/en/renamed.mdx');
  const head = '---\ntitle: Renamed\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n';
  await writeFile(file, `${head}aliases: [before, /2019/05/قدیم/, "/?p=7"]\n---\n\nText.\n`);
  await shows('/en/renamed.html', 'Renamed');
  const ask = async (path: string) => {
    const { status, headers } = await fetch(base + path, { redirect: 'manual', headers: { accept: 'text/html' } });
    return [status, headers.get('location')];
  };
  for (const path of ['/en/before.html', `/2019/05/${encodeURIComponent('قدیم')}/`, '/?p=7'])
    expect(await ask(path), path).toEqual([302, '/en/renamed.html']);
  expect((await ask('/en/renamed.html'))[0]).toBe(200);
}, 60_000);

test('what is not published says so, and why', async () => {
  const head = (more: string) =>
    `---\ntitle: Planned\ndescription: D\ndate: 2026-01-01\n${more}\nauthors: [x]\n---\n\nText.\n`;
  const file = join(root, 'content/en/planned.mdx');
  await writeFile(file, head('draft: true'));
  await shows('/en/planned.html', 'Not published: this is a draft.');
  await writeFile(file, head('publish: 2126-12-01T08:00+04:30'));
  await shows('/en/planned.html', /Not published yet\. It waits until <time datetime="2126-12-01T03:30/);
  await writeFile(file, head('expires: 2026-01-02'));
  await shows('/en/planned.html', 'Not published any more. It was taken back on');
  await writeFile(file, head(''));
  await shows('/en/planned.html', /^(?!.*Not published).*Text\./s);
}, 60_000);

test('an edition with a component of its own follows the glossary', async () => {
  const head = '---\ntitle: Termed\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\n';
  const list = (fa: string) => `terms:\n  - { id: karez, en: [karez], fa: [${fa}] }\n`;
  const glossary = join(root, 'content/glossary.yaml');
  await writeFile(join(root, 'content/en/Mine.astro'), '<b>Mine</b>\n');
  await writeFile(glossary, list('کاریز, قنات'));
  await writeFile(
    join(root, 'content/en/termed.mdx'),
    `${head}import Mine from './Mine.astro';\n\nA <Term>karez</Term>.\n\n<Mine />\n`,
  );
  await shows('/en/termed.html', 'کاریز');
  await writeFile(glossary, list('قنات, کاریز'));
  await shows('/en/termed.html', 'قنات');
  await writeFile(glossary, list('کاریز, قنات'));
  await shows('/en/termed.html', 'کاریز');
}, 60_000);
