import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listFiles } from '../../base/list-files.ts';
import { writeFiles } from '../../base/write-files.ts';
import { precompressFiles } from './precompress.ts';

test('text that shrinks gets two compressed copies that unpack to it; the rest none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-compress-'));
  try {
    const page = '<p>بند</p>'.repeat(100);
    await writeFiles(
      folder,
      new Map([
        ['a.html', page],
        ['b.txt', ''],
        ['c.woff2', page],
      ]),
    );
    expect(await precompressFiles(folder, ['a.html', 'b.txt', 'c.woff2'])).toBe(1);
    expect(listFiles(folder)).toEqual(['a.html', 'a.html.br', 'a.html.gz', 'b.txt', 'c.woff2']);
    expect(brotliDecompressSync(await readFile(join(folder, 'a.html.br'))).toString()).toBe(page);
    const gz = await readFile(join(folder, 'a.html.gz'));
    expect(gunzipSync(gz).toString()).toBe(page);
    // No time and no system in the header: the same bytes wherever it is made.
    expect([...gz.subarray(4, 8), gz[9]]).toEqual([0, 0, 0, 0, 255]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
