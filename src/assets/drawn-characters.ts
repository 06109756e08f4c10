import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import type { Faces } from './appearance.ts';

function openFont(file: string): ReturnType<typeof create> | undefined {
  try {
    return create(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** The code points that some font of the site draws. What is no font is reported with the settings. */
export function readDrawnCharacters({ latin, persian }: Faces): ReadonlySet<number> {
  const drawn = new Set<number>();
  for (const { files } of [latin, persian])
    for (const { src } of files) {
      const font = openFont(src);
      for (const one of font && 'fonts' in font ? font.fonts : font ? [font] : [])
        for (const code of one.characterSet) drawn.add(code);
    }
  return drawn;
}
