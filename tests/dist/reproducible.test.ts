import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../src/base/list-files.ts';
import { showcase } from '../support/build-site.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-same-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Without history and caches, files made in another order. */
async function copyProject(name: string, order: 1 | -1): Promise<string> {
  const project = join(folder, name);
  await mkdir(project, { recursive: true });
  for (const [from, to] of [
    ['src', 'src'],
    ['tests/support/public', 'public'],
    [showcase, 'content'],
  ] as const)
    await copyInOrder(from, join(project, to), order);
  for (const file of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(file, join(project, file));
  const settings = await readFile('tests/support/beyt.config.ts', 'utf8');
  await writeFile(join(project, 'beyt.config.ts'), settings.replace('../../src/', './src/'));
  await symlink(resolve('node_modules'), join(project, 'node_modules'));
  return project;
}

async function copyInOrder(from: string, to: string, order: 1 | -1): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).sort((a, b) => (a < b ? -order : order));
  for (const name of names) {
    const path = join(from, name);
    if ((await stat(path)).isDirectory()) await copyInOrder(path, join(to, name), order);
    else await cp(path, join(to, name));
  }
}

async function build(
  project: string,
  env: Record<string, string>,
  prefix: readonly string[] = [],
  flags: readonly string[] = ['--archive', '--precompress'],
): Promise<string> {
  const out = env.OUT_DIR ?? join(project, 'out');
  const [program, ...args] = [...prefix, process.execPath, 'src/cli/build.ts', ...flags];
  await run(program!, args, {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      OUT_DIR: out,
      SITE_URL: 'https://beyt.example/',
      BEYT_CONFIG: 'beyt.config.ts',
      ...env,
    },
    maxBuffer: 1 << 26,
  });
  return out;
}

/** Where the program can be told to. */
async function oneCore(): Promise<string[]> {
  return run('taskset', ['-c', '0', 'true']).then(
    () => ['taskset', '-c', '0'],
    () => [],
  );
}

test('is the same bit for bit in another folder, order, time zone, language and year, and on one core', async () => {
  const one = await build(await copyProject('one', 1), { TZ: 'UTC', LANG: 'C.UTF-8' });
  const clock = join(folder, 'clock.mjs');
  // Seventeen years and some hours on, for the process and its workers.
  await writeFile(
    clock,
    `const Real = Date; const ahead = 17.3 * 365 * 86400e3;
globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) => Reflect.construct(target, args.length ? args : [Real.now() + ahead], self),
  apply: () => new Real(Real.now() + ahead).toString(),
  get: (target, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(target, name)),
});`,
  );
  const two = await build(
    await copyProject('دیگر/deeper down', -1),
    {
      TZ: 'Pacific/Kiritimati',
      LANG: 'fa_IR.UTF-8',
      LC_ALL: 'fa_IR.UTF-8',
      UV_THREADPOOL_SIZE: '1',
      NODE_OPTIONS: `--import=${pathToFileURL(clock).href}`,
    },
    await oneCore(),
  );
  const files = listFiles(one);
  expect(listFiles(two)).toEqual(files);
  expect(files.length).toBeGreaterThan(200);
  const differing = [];
  for (const path of files) {
    const [a, b] = await Promise.all([readFile(join(one, path)), readFile(join(two, path))]);
    if (!a.equals(b)) differing.push(path);
  }
  expect(differing).toEqual([]);
  expect((await readFile(`${two}.zip`)).equals(await readFile(`${one}.zip`))).toBe(true);
}, 300_000);

test('is the same made by several threads as by one', async () => {
  const content = join(folder, 'many');
  for (const lang of ['en', 'fa']) {
    await mkdir(join(content, lang), { recursive: true });
    for (let n = 0; n < 300; n++) {
      const head = `---\ntitle: ${lang} ${n}\ndescription: One of many.\ndate: 2026-01-01\nauthors: [editors]\n---\n`;
      await writeFile(join(content, lang, `work-${n}.mdx`), `${head}\nFirst ${n}.\n\nSecond ${n}.\n`);
    }
  }
  const project = await copyProject('many-project', 1);
  const manifests = [];
  for (const [name, prefix] of [
    ['all', []],
    ['one-core', await oneCore()],
  ] as const) {
    const env = { CONTENT_DIR: content, OUT_DIR: join(folder, name), BEYT_CACHE: join(folder, `${name}-cache`) };
    const out = await build(project, env, prefix, ['--without', 'search']);
    manifests.push(await readFile(join(out, 'manifest.json'), 'utf8'));
  }
  expect(manifests[0]!.match(/both\/work-\d+\.html/g)).toHaveLength(300);
  expect(manifests[1]).toBe(manifests[0]);
}, 120_000);
