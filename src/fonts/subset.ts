/** `node src/fonts/subset.ts` rewrites the woff2 files beside it, committed so that a build needs no subsetter. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type FontFile, fontFiles } from './faces.ts';

async function subsetFace(font: FontFile, source: Uint8Array): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  const variable = font.source.includes('wght');
  const subset = await subsetFont(Buffer.from(source), font.characters, {
    targetFormat: 'woff2',
    ...(variable ? { variationAxes: { wght: font.weight === '400' ? 400 : { min: 400, max: 700 } } } : {}),
    ...(font.features ? { keepFeatures: [...font.features], noHinting: true } : {}),
  });
  if (subset.byteLength > font.limit)
    throw new Error(`${font.file} has ${subset.byteLength} bytes; at most ${font.limit} fit the budget of a page.`);
  return subset;
}

if (import.meta.main) {
  const { resolve } = createRequire(import.meta.url);
  for (const font of Object.values(fontFiles).flat()) {
    const subset = await subsetFace(font, await readFile(resolve(font.source)));
    await writeFile(new URL(`./${font.file}`, import.meta.url), subset);
    console.log(`${font.file}: ${subset.byteLength} bytes`);
  }
}
