import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestBytes } from '../../src/base/digest.ts';
import { listFiles } from '../../src/base/list-files.ts';
import { runBuild, showcase } from '../support/build-site.ts';

/** With three stages: an older version of Beyt, a publication made of it, and the present version. */
let folder: string;
let upstream: string;
let clone: string;

const engine = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', '.gitignore'];
const publication = 'tests/fixtures/second-publication';
/** In the older version's engine, not in the present one. */
const older = { file: 'src/base/older.ts', name: 'Older name' };

function git(where: string, ...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  return execFileSync('git', ['-C', where, ...who, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function write(where: string, path: string, text: string): void {
  mkdirSync(dirname(join(where, path)), { recursive: true });
  writeFileSync(join(where, path), text);
}

const read = (where: string, path: string) => readFileSync(join(where, path), 'utf8');

function edit(where: string, path: string, from: string | RegExp, to: string): void {
  const text = read(where, path);
  expect(text).toMatch(from);
  write(where, path, text.replace(from, to));
}

function commit(where: string, message: string, tag?: string): void {
  git(where, 'add', '-A');
  git(where, 'commit', '-q', '-m', message);
  if (tag) git(where, 'tag', tag);
}

function run(...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, GIT_AUTHOR_NAME: 'A', GIT_COMMITTER_NAME: 'A' };
  const mail = { GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_EMAIL: 'a@example.org' };
  return new Promise((end) =>
    execFile(
      process.execPath,
      [resolve('src/cli/upgrade.ts'), ...args],
      { cwd: clone, env: { ...env, ...mail } },
      (error, out, err) => end({ code: Number(error?.code ?? 0), out: out + err }),
    ),
  );
}

/** Path → digest. */
const readOwn = () =>
  Object.fromEntries(
    git(clone, 'ls-files', '-z', 'content', 'theme', 'public', 'beyt.config.ts', '.github', 'README.md')
      .split('\0')
      .filter(Boolean)
      .map((path) => [path, digestBytes(readFileSync(join(clone, path)))]),
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beyt-upgrade-test-'));
  upstream = join(folder, 'beyt');
  clone = join(folder, 'newsroom');
  mkdirSync(upstream);
  git(upstream, 'init', '-q', '-b', 'main');
  for (const path of engine) cpSync(path, join(upstream, path), { recursive: true });
  cpSync(showcase, join(upstream, 'content'), { recursive: true });
  cpSync('tests/support/public', join(upstream, 'public'), { recursive: true });
  write(upstream, 'beyt.config.ts', read('.', 'tests/support/beyt.config.ts').replace('../../src/', './src/'));
  write(upstream, 'README.md', '# Beyt\n\nThe older one.\n');
  write(upstream, 'CHANGELOG.md', '# Changelog\n\n## [0.0.8]\n\n- First. **Do** nothing.\n');
  edit(upstream, 'package.json', /"version": "[^"]+"/, '"version": "0.0.8"');
  write(upstream, older.file, 'export const older = true;\n');
  edit(upstream, 'src/i18n/en.json', /"skip": "[^"]+"/, `"skip": "${older.name}"`);
  commit(upstream, 'The older version', 'v0.0.8');

  git(folder, 'clone', '-q', upstream, clone);
  git(clone, 'remote', 'rename', 'origin', 'beyt');
  for (const path of ['content', 'public']) rmSync(join(clone, path), { recursive: true });
  cpSync(publication, clone, { recursive: true });
  for (const [name, file] of [
    ['latin', 'newsreader'],
    ['persian', 'vazirmatn'],
  ])
    cpSync(`src/fonts/${file}-beyt.woff2`, join(clone, `theme/fonts/${name}.woff2`));
  cpSync('tests/support/public/favicon.svg', join(clone, 'public/favicon.svg'));
  write(clone, '.github/workflows/publish.yml', 'name: Ours\n');
  write(clone, 'README.md', '# The Herat Letter\n');
  commit(clone, 'A publication of our own');
  git(clone, 'tag', 'v0.2.0');

  // The present: a sample that was changed, one that came, one that went; the engine of the working tree.
  rmSync(join(upstream, older.file));
  cpSync('src/i18n/en.json', join(upstream, 'src/i18n/en.json'));
  edit(upstream, 'content/en/about.mdx', /^title: .*$/m, 'title: Changed since');
  write(
    upstream,
    'content/en/newer.mdx',
    '---\ntitle: Newer\ndescription: A new sample.\ndate: 2026-01-01\n---\n\nNew.\n',
  );
  cpSync(join(upstream, 'content/en/karez.mdx'), join(upstream, 'tests/moved.mdx'));
  rmSync(join(upstream, 'content/en/karez.mdx'));
  write(upstream, 'public/newer.txt', 'new\n');
  write(upstream, '.github/workflows/publish.yml', 'name: Theirs\n');
  write(upstream, 'README.md', '# Beyt\n\nThe newer one.\n');
  edit(upstream, 'beyt.config.ts', /Asia\/Kabul/, 'UTC');
  write(
    upstream,
    'CHANGELOG.md',
    '# Changelog\n\n## [0.2.0]\n\n- A is B. **Do** look at A.\n\n## [0.0.8]\n\n- First. **Do** nothing.\n',
  );
  edit(upstream, 'package.json', /"version": "[^"]+"/, '"version": "0.2.0"');
  commit(upstream, 'The present version', 'v0.2.0');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('is refused where it could lose something, or there is no such version', async () => {
  expect(await run('v0.9.9')).toEqual({ code: 1, out: 'There is no version v0.9.9. There are: v0.0.8, v0.2.0.\n' });
  expect(await run('v0.2.0', '--from', './nowhere')).toMatchObject({ code: 1, out: expect.stringMatching(/nowhere/) });
  write(clone, 'content/en/draft.mdx', 'A draft.\n');
  expect(await run('v0.2.0')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/not committed(?:.|\n)*draft\.mdx/),
  });
  rmSync(join(clone, 'content/en/draft.mdx'));
  expect((await run()).out).toMatch(/^There are: v0\.0\.8 \(this publication's\), v0\.2\.0\.\n\nnpm run upgrade/);
});

test('a conflict in the engine is described in plain words, and can be taken back', async () => {
  const start = git(clone, 'rev-parse', 'HEAD');
  edit(clone, 'src/i18n/en.json', older.name, 'A name of our own');
  commit(clone, 'A change of the engine');
  const { code, out } = await run('0.2.0');
  expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('  src/i18n/en.json\n') });
  for (const way of ['git checkout --theirs', 'git add', 'git commit', 'git merge --abort']) expect(out).toContain(way);
  expect(out).not.toMatch(/content|public|README/);
  expect(await run('0.2.0')).toMatchObject({ code: 1, out: expect.stringContaining('under way already') });
  git(clone, 'merge', '--abort');
  git(clone, 'reset', '-q', '--hard', start.trim());
  expect(git(clone, 'status', '--porcelain')).toBe('');
});

test('the engine becomes that of the version; the places of the publication stay, and it builds', async () => {
  const before = readOwn();
  const { code, out } = await run('0.2.0');
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('0.2.0: A is B. Do look at A.') });
  expect(out).not.toContain('Do nothing');
  expect(readOwn()).toEqual(before);
  expect(git(clone, 'status', '--porcelain')).toBe('');
  expect(existsSync(join(clone, older.file))).toBe(false);
  expect(read(clone, 'src/i18n/en.json')).toBe(read('.', 'src/i18n/en.json'));
  expect(existsSync(join(clone, 'tests/moved.mdx'))).toBe(true);
  expect(read(clone, 'package.json')).toContain('"version": "0.2.0"');
  expect(git(clone, 'merge-base', '--is-ancestor', git(upstream, 'rev-parse', 'HEAD').trim(), 'HEAD')).toBe('');
  expect(await run('v0.2.0')).toEqual({ code: 0, out: 'v0.2.0 is part of this publication already.\n' });

  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
  const env = { BEYT_CONFIG: 'beyt.config.ts', CONTENT_DIR: 'content', BEYT_CACHE: join(clone, '.cache/beyt') };
  const build = await runBuild(env, [], clone);
  expect(build.code, build.output).toBe(0);
  expect(listFiles(join(clone, 'dist'))).toContain('en/bazaar.html');
}, 120_000);
