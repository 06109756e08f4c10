import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { convert } from 'fontverter';

const { resolve } = createRequire(import.meta.url);

/** @param fonts package paths, or absolute ones, of regular weights @returns environment variables for Chromium */
export async function makeDeviceFonts(
  fonts: readonly string[],
): Promise<{ env: Record<string, string>; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-fonts-'));
  await mkdir(join(folder, 'fonts'));
  for (const font of fonts) {
    if (font.startsWith('/')) await cp(font, join(folder, 'fonts', basename(font)));
    else {
      const bytes = await convert(await readFile(resolve(font)), 'truetype');
      await writeFile(join(folder, 'fonts', basename(font).replace(/woff2$/, 'ttf')), bytes);
    }
  }
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return { env: { FONTCONFIG_FILE: file }, folder };
}
