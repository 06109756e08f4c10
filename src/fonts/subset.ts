/**
 * Cuts the site's two faces down to what its pages set: `node src/fonts/subset.ts` rewrites the woff2 files beside it.
 *
 * Vazirmatn's ready-made `arabic` subsets lack « » … – —, so that any quotation would pull in a second file. The
 * results are committed: a build needs no subsetter. The script wants the packages `subset-font`, `vazirmatn` and
 * `@fontsource-variable/newsreader` at hand.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** One face as the site ships it. */
export interface Face {
  /** Package path of the variable font it is cut from. */
  readonly source: string;
  /** File name beside this script. */
  readonly file: string;
  /** Every character it must draw. */
  readonly characters: string;
  /** OpenType features kept; all of them where the script needs them to be read at all. */
  readonly features?: readonly string[];
  /** Upper limit, in bytes: what one page may spend on it. */
  readonly limit: number;
}

/** Persian, Dari, Pashto, and the Arabic letters that names and quotations bring with them. */
const LETTERS = 'ءآأؤإئابپةتټثجچحخځڅدډذرړزژږسښشصضطظعغفقکكګگلمنںڼوۀهھہةيىیېۍئۓٱـ';

/** Vowel signs and the like: rare in prose, common in verse and in glosses. */
const MARKS = '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670';

/** Both ranges of digits: U+0660–9 is never set by the site but may be quoted. */
const DIGITS = '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩';

/** The punctuation of a Persian line, so that it is cut from the same cloth as the letters. */
const PUNCTUATION = ' \u00a0\u200c\u200d\u200e\u200f«»‹›…–—،؛؟٪٫٬٭.,:;!?()[]{}-/\\*+=×÷%&@#\'"‘’“”·•°†';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** What English prose about this part of the world adds: accents, transliteration, dashes and quotation marks. */
const LATIN = `${ASCII}\u00a0áâäàçéèêëíïñóôöúüğışāīūḥʿʾ–—‘’“”…·•×«»°†`;

export const FACES: readonly Face[] = [
  {
    source: 'vazirmatn/fonts/variable/Vazirmatn[wght].ttf',
    file: 'vazirmatn-beyt.woff2',
    characters: LETTERS + MARKS + DIGITS + PUNCTUATION,
    limit: 32 * 1024,
  },
  {
    source: '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
    file: 'newsreader-beyt.woff2',
    characters: LATIN,
    features: ['kern', 'liga', 'onum', 'lnum', 'tnum'],
    limit: 30 * 1024,
  },
];

/**
 * Subsets a variable font to the characters of a face, weights 400–700.
 * @throws when the result is larger than the face's limit.
 */
export async function subsetFace(face: Face, source: Uint8Array): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  const subset = await subsetFont(Buffer.from(source), face.characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    ...(face.features ? { keepFeatures: [...face.features], noHinting: true } : {}),
  });
  if (subset.byteLength > face.limit) {
    throw new Error(`${face.file} has ${subset.byteLength} bytes; at most ${face.limit} fit the budget of a page.`);
  }
  return subset;
}

if (import.meta.main) {
  const { resolve } = createRequire(import.meta.url);
  for (const face of FACES) {
    const subset = await subsetFace(face, await readFile(resolve(face.source)));
    await writeFile(new URL(`./${face.file}`, import.meta.url), subset);
    console.log(`${face.file}: ${subset.byteLength} bytes`);
  }
}
