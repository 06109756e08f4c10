import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../../src/base/list-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-new-'));
  for (const part of ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', '.gitignore'])
    await cp(part, join(folder, part), { recursive: true });
  await cp('tests/fixtures/showcase', join(folder, 'content'), { recursive: true });
  await cp('tests/support/public', join(folder, 'public'), { recursive: true });
  await cp('tests/fixtures/new-publication/beyt.config.ts', join(folder, 'beyt.config.ts'));
  for (const list of ['sections', 'series'])
    await writeFile(join(folder, `content/${list}.yaml`), 'sample:\n  title: { en: A, fa: ا }\n');
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  git('init', '-q', '-b', 'main');
  git('add', 'content', 'public', 'src', 'beyt.config.ts');
  git('commit', '-q', '-m', 'A clone');
});
afterEach(() => rm(folder, { recursive: true }));

function git(...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  return execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' });
}

function run(command: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const { BEYT_CONFIG: _, ...env } = process.env;
  return new Promise((end) =>
    execFile(process.execPath, [`src/cli/${command}.ts`, ...args], { cwd: folder, env }, (error, out, err) =>
      end({ code: Number(error?.code ?? 0), out: out + err }),
    ),
  );
}

const needed = ['--yes', '--name-en', "The Herat 'Letter'", '--name-fa', 'نامهٔ هرات'].concat([
  '--tagline-en',
  'Reports from the west',
  '--tagline-fa',
  'گزارش‌هایی از غرب',
]);

test('a publication of its own, which has nothing to find fault with', async () => {
  const flags = ['--tag-fa', 'fa-IR', '--time-zone', 'Asia/Tehran', '--accent', '#8a1c1c', '--host', 'github'];
  const { code, out } = await run('new', ...needed, ...flags, '--site-url', 'https://herat.example.org/');
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('git add -A') });
  expect(listFiles(join(folder, 'content'))).toEqual([
    'alignment/about.json',
    'alignment/welcome.json',
    'en/about.mdx',
    'en/welcome.mdx',
    'fa/about.mdx',
    'fa/welcome.mdx',
    'glossary.yaml',
    'people.yaml',
  ]);
  // The picture that shares it would say Beyt.
  expect(listFiles(join(folder, 'public'))).toEqual(['favicon.svg']);
  const settings = await readFile(join(folder, 'beyt.config.ts'), 'utf8');
  for (const part of [
    "'The Herat \\'Letter\\''",
    "tag: 'fa-IR'",
    "timeZone: 'Asia/Tehran'",
    "accent: { light: '#8a1c1c', dark: '#",
  ])
    expect(settings).toContain(part);
  expect(await readFile(join(folder, '.github/workflows/publish.yml'), 'utf8')).toContain(
    'SITE_URL: "https://herat.example.org/"',
  );
  // Nor before it is committed: the sample has an About too.
  expect((await run('check')).out).toContain('0 errors, 0 warnings.');
  // What is committed once is not touched again.
  git('add', 'content', 'beyt.config.ts');
  git('commit', '-q', '-m', 'Begin');
  const check = await run('check');
  expect(check.out).toContain('0 errors, 0 warnings.');
  expect((await run('align')).out).toContain('0 records written, 2 up to date');
  expect(git('status', '--porcelain', 'content', 'beyt.config.ts')).toBe('');
  expect(await run('new', ...needed)).toMatchObject({ code: 1, out: expect.stringContaining('set up here already') });
});

test('nothing is written where something would be lost, or an answer is wrong', async () => {
  const before = listFiles(join(folder, 'content'));
  const tries: [string[], RegExp][] = [
    [['--yes', '--name-en', 'x'], /Missing: --name-fa, --tagline-en, --tagline-fa/],
    [[...needed, '--time-zone', 'Asia/Herat'], /"timeZone" is not a time zone/],
    [[...needed, '--accent', 'red;'], /"colours.accent/],
    [[...needed, '--accent', 'notacolour'], /"colours.accent" has "notacolour", which is not a CSS colour/],
    [[...needed, '--host', 'x'], /--host must be one of/],
    [[...needed, '--site-url', 'x'], /public address is "x": give one such as https/],
    [['--nmae-en', 'x'], /has no option --nmae-en. Did you mean --name-en\?/],
    [[], /no terminal to ask in/],
  ];
  for (const [flags, message] of tries)
    expect(await run('new', ...flags), flags.join(' ')).toMatchObject({ code: 2, out: expect.stringMatching(message) });
  await cp(join(folder, 'content/glossary.yaml'), join(folder, 'content/en/mine.mdx'));
  expect(await run('new', ...needed)).toMatchObject({ code: 1, out: expect.stringContaining('content/en/mine.mdx') });
  expect(listFiles(join(folder, 'content'))).toEqual([...before, 'en/mine.mdx'].sort());
});
