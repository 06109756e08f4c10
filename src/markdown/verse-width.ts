/** Vazirmatn, hundredths of an em; `final` also before a half-space. Least squares over 2,500 words of this site. */
const WIDTHS: readonly (readonly [letters: string, joined: number, final: number])[] = [
  ['اآأإٱ', 24, 24],
  ['رزژ', 30, 30],
  ['ل', 30, 66],
  ['ن', 32, 69],
  ['بپتث', 35, 89],
  ['یيئ', 38, 69],
  ['ء', 42, 42],
  ['وؤ', 44, 44],
  ['ق', 48, 69],
  ['کگكف', 48, 89],
  ['دذ', 48, 48],
  ['مغع', 55, 60],
  ['هةۀ', 65, 50],
  ['طظ', 68, 74],
  ['جچحخ', 69, 72],
  ['سش', 82, 119],
  ['صض', 85, 124],
];
/** Newsreader, hundredths of an em. */
const LATIN: readonly (readonly [letters: string, width: number])[] = [
  [".,:;!’‘'jil", 25],
  ['tfsrI()-', 36],
  ['aezc?“”J', 44],
  ['govxyk–', 52],
  ['bdhnpquS', 56],
  ['FLPBERZ', 62],
  ['TYVACXK—', 70],
  ['wGDNUOQHm', 78],
  ['WM', 98],
];
const SPACE = 27;
const OTHER = 42;

const widths = new Map<string, readonly [joined: number, final: number]>([
  ...WIDTHS.flatMap(([letters, ...both]) => [...letters].map((letter) => [letter, both] as const)),
  ...LATIN.flatMap(([letters, width]) => [...letters].map((letter) => [letter, [width, width]] as const)),
]);

/** In em. */
export function estimateVerseWidth(text: string): number {
  const letters = [...text.replace(/\p{Mn}/gu, '')];
  const sum = letters.reduce((total, letter, i) => {
    if (letter === '\u200c') return total;
    if (letter === ' ') return total + SPACE;
    const isJoined = /\p{L}/u.test(letters[i + 1] ?? '');
    return total + (widths.get(letter)?.[isJoined ? 0 : 1] ?? OTHER);
  }, 0);
  return sum / 100;
}
