import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import type { Faces } from './appearance.ts';

/** The code points that some font of the site draws. Reads the files. */
export function readDrawnCharacters({ latin, persian }: Faces): ReadonlySet<number> {
  const drawn = new Set<number>();
  for (const { files } of [latin, persian])
    for (const { src } of files) {
      const font = create(readFileSync(src));
      for (const one of 'fonts' in font ? font.fonts : [font]) for (const code of one.characterSet) drawn.add(code);
    }
  return drawn;
}
