import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestBytes } from '../../src/base/digest.ts';
import { writeFiles } from '../../src/base/write-files.ts';
import { formatManifest } from '../../src/publish/copies/manifest.ts';

let folder: string;
let dist: string;
let copy: string;

async function writeSite(target: string, commit: string, text: string): Promise<void> {
  const files = new Map([
    ['index.html', text],
    ['fa/گاه‌شمار.html', 'یک'],
  ]);
  const entries = [...files].map(([path, content]) => {
    const bytes = Buffer.from(content);
    return [path, { sha256: digestBytes(bytes), bytes: bytes.length }] as const;
  });
  await writeFiles(target, files);
  await writeFile(
    join(target, 'manifest.json'),
    formatManifest({ version: 1, commit, modified: false, files: new Map(entries) }),
  );
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-verify-'));
  dist = join(folder, 'dist');
  copy = join(folder, 'copy');
  await writeSite(dist, 'a'.repeat(40), 'one');
  await cp(dist, copy, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function verify(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, OUT_DIR: dist };
    execFile(process.execPath, ['src/cli/verify.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

test('a whole copy of the build that lies in dist/ is said to be that', async () => {
  const { code, output } = await verify(copy);
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('all as the copy') });
  expect(output).toContain(`The manifest is that of ${dist}`);
});

test('damage is named, and the exit code is 1', async () => {
  await appendFile(join(copy, 'fa/گاه‌شمار.html'), '!');
  const { code, output } = await verify(copy);
  expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('changed  fa/گاه‌شمار.html') });
});

test('a forger who rewrites the manifest too is found out by a build of the same commit', async () => {
  await writeSite(copy, 'a'.repeat(40), 'forged');
  const { code, output } = await verify(copy);
  expect(output).toContain('2 files, all as the copy');
  expect(output).toContain('changed  index.html');
  expect(code).toBe(1);
});

test('a copy of another commit is not compared, unless one says with what', async () => {
  await writeSite(copy, 'b'.repeat(40), 'later');
  const alone = await verify(copy);
  expect(alone).toMatchObject({ code: 0, output: expect.stringContaining('another build (commit aaaaaaaaaaaa)') });
  const held = await verify(copy, '--against', dist);
  expect(held).toMatchObject({ code: 1, output: expect.stringContaining('changed  index.html') });
});

test('what cannot be read gives exit code 2, and says why', async () => {
  expect(await verify()).toMatchObject({ code: 2, output: expect.stringContaining('npm run verify --') });
  expect(await verify(join(folder, 'nowhere'))).toMatchObject({ code: 2, output: expect.stringContaining('nowhere') });
  for (const [text, message] of [
    ['{"version":', 'manifest.json is not JSON'],
    ['{"version":9,"files":{}}', 'not of a form that this version knows'],
  ] as const) {
    await writeFile(join(copy, 'manifest.json'), text);
    const { code, output } = await verify(copy);
    expect({ code, output }).toMatchObject({ code: 2, output: expect.stringContaining(message) });
    expect(output).not.toMatch(/^ +at /m);
  }
  await rm(join(copy, 'manifest.json'));
  expect(await verify(copy)).toMatchObject({ code: 2, output: expect.stringContaining('manifest.json') });
  expect(await verify(copy, '--bogus')).toMatchObject({ code: 2, output: expect.stringContaining('--bogus') });
});
