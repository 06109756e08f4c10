import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestBytes } from '../../base/digest.ts';
import { listFiles } from '../../base/list-files.ts';
import { writeFiles } from '../../base/write-files.ts';
import { formatManifest, manifestPath } from './manifest.ts';
import { openCopy } from './open-copy.ts';
import { precompressFiles } from './precompress.ts';
import { compareManifests, readManifest, verifyCopy } from './verify-copy.ts';

const page = '<p>long enough to be worth compressing</p>'.repeat(40);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-copy-'));
  await writeFiles(
    folder,
    new Map([...['index.html', 'fa/گاه‌شمار.html', 'en/a.html', '_headers']].map((p) => [p, page])),
  );
  const files = new Map(
    listFiles(folder).map((path) => [path, { sha256: digestBytes(Buffer.from(page)), bytes: page.length }]),
  );
  await writeFile(join(folder, manifestPath), formatManifest({ version: 1, commit: null, modified: false, files }));
  await precompressFiles(folder, [...files.keys(), manifestPath]);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function verify(target: string) {
  const copy = await openCopy(target);
  return verifyCopy(copy, await readManifest(copy));
}

test('a whole copy has nothing to say of, and each kind of damage is named', async () => {
  expect(await verify(folder)).toEqual([]);
  await appendFile(join(folder, 'en/a.html'), ' ');
  await rm(join(folder, 'fa/گاه‌شمار.html'));
  await writeFile(join(folder, 'extra.js'), 'alert(1)');
  await writeFile(join(folder, 'index.html.br'), 'not Brotli');
  await cp(join(folder, 'index.html.gz'), join(folder, 'manifest.json.gz'));
  expect(await verify(folder)).toEqual([
    { kind: 'changed', path: 'en/a.html' },
    { kind: 'extra', path: 'extra.js' },
    { kind: 'missing', path: 'fa/گاه‌شمار.html' },
    { kind: 'changed', path: 'index.html.br' },
    { kind: 'changed', path: 'manifest.json.gz' },
  ]);
});

test('a copy that a host serves is read file by file, but for what hosts keep to themselves', async () => {
  const asked: string[] = [];
  const copy = await openCopy(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url!.replace(/^\/deep\//, ''));
    asked.push(path);
    const bytes = path === '_headers' ? undefined : await copy.read(path);
    response.writeHead(bytes ? 200 : 404).end(path === 'en/a.html' ? 'forged' : bytes);
  }).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await verify(`http://127.0.0.1:${port}/deep/index.html?x#y`)).toEqual([
      { kind: 'changed', path: 'en/a.html' },
    ]);
    expect(asked).toContain('fa/گاه‌شمار.html');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('a copy whose manifest was rewritten with it differs from the manifest of a build', async () => {
  const trusted = await readManifest(await openCopy(folder));
  const files = new Map([...trusted.files, ['en/a.html', { sha256: 'f'.repeat(64), bytes: 1 }]] as const);
  expect(compareManifests(trusted, { ...trusted, files: new Map(files) })).toEqual([
    { kind: 'changed', path: 'en/a.html' },
  ]);
});

test('what cannot be read is an error, not a difference', async () => {
  await expect(openCopy(join(folder, 'index.html'))).rejects.toThrow(/not a folder/);
  await rm(join(folder, manifestPath));
  await expect(verify(folder)).rejects.toThrow(/no manifest\.json/);
  await expect(verify('http://127.0.0.1:1/')).rejects.toThrow(/cannot be reached|bad port/);
});
