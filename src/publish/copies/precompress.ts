import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mapPool } from '../../base/map-pool.ts';

const compressible = /\.(?:html|css|js|mjs|json|xml|svg|txt|webmanifest|tmx)$/;

export function isCompressedCopy(path: string, files: { has(path: string): boolean }): boolean {
  return /\.(?:br|gz)$/.test(path) && files.has(path.replace(/\.\w+$/, ''));
}

async function compress(bytes: Uint8Array): Promise<{ br: Uint8Array; gz: Uint8Array }> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  // The header names the system that compressed; 255 is "unknown" (RFC 1952).
  gz[9] = 255;
  return { br, gz };
}

/**
 * Writes `.br` and `.gz` beside each file of text that they make smaller, for hosts that hand them out by themselves.
 * @param paths below `folder`
 * @returns how many files have such copies now
 */
export async function precompressFiles(folder: string, paths: readonly string[]): Promise<number> {
  const done = await mapPool(
    paths.filter((path) => compressible.test(path)),
    8,
    async (path) => {
      const bytes = await readFile(join(folder, path));
      const { br, gz } = await compress(bytes);
      if (gz.length >= bytes.length) return 0;
      await writeFile(join(folder, `${path}.br`), br);
      await writeFile(join(folder, `${path}.gz`), gz);
      return 1;
    },
  );
  return done.reduce((sum: number, one) => sum + one, 0);
}
