/** `npm run bench -- dev [--works 4000]`: time until the dev server answers, and until pages show a saved edition. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { nameArticle } from './archive/article.ts';
import { archiveSettings, writeArchive } from './archive/write-archive.ts';

const { values: options } = parseArgs({ options: { works: { type: 'string', default: '4000' } } });
const works = Number(options.works);
const content = join(writeArchive(resolve('.cache/bench'), works), 'content');

const port = await new Promise<number>((done) => {
  const server = createServer().listen(0, () => {
    const { port } = server.address() as { port: number };
    server.close(() => done(port));
  });
});
const base = `http://localhost:${port}`;
const started = performance.now();
const server = spawn(process.execPath, ['--import', './src/cli/compile-cache.mjs', 'src/cli/dev.ts'], {
  env: { ...process.env, BEYT_CONFIG: archiveSettings, CONTENT_DIR: content, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let said = '';
for (const stream of [server.stdout, server.stderr])
  stream.on('data', (chunk: Buffer) => {
    said += chunk;
  });
const since = (from: number) => `${Math.round(performance.now() - from)} ms`;

async function waitFor(path: string, text: string): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const page = await fetch(base + path).catch(() => null);
    if (page && (await page.text()).includes(text)) return;
    await wait(10);
  }
  throw new Error(`${path} never showed "${text}"\n${said.slice(-2000)}`);
}

try {
  while (!/Local|ready in/.test(said)) await wait(10);
  console.log(`${works} works: the server is ready after ${since(started)}`);
  const name = nameArticle(Math.floor(works / 2));
  await waitFor(`/en/${name}.html`, '<article');
  console.log(`its first article shows after ${since(started)}`);
  await waitFor(`/both/${name}.html`, 'data-row');
  await waitFor(`/fa/${name}.html`, '<article');
  const file = join(content, 'en', `${name}.mdx`);
  const source = readFileSync(file, 'utf8');
  try {
    for (let round = 1; round <= 10; round++) {
      const mark = `Correction ${round}.`;
      const saved = performance.now();
      writeFileSync(file, source.replace(/\.\n\n/, `. ${mark}\n\n`));
      await waitFor(`/en/${name}.html`, mark);
      const article = since(saved);
      await waitFor(`/both/${name}.html`, mark);
      const facing = since(saved);
      await waitFor(`/fa/${name}.html`, 'stale');
      console.log(
        `saved: the article shows it after ${article}, the facing page after ${facing}, the twin after ${since(saved)}`,
      );
      await wait(300);
    }
  } finally {
    writeFileSync(file, source);
  }
} finally {
  server.kill();
}
