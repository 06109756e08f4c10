/** For terminals that do not: by UAX #9 for lines that run from right to left, without explicit controls. */
export function reorderPersian(line: string): string {
  const plain = line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  // A mark stays behind its letter whichever way they run.
  const signs = shapeLetters(plain).match(/.\p{M}*/gu) ?? [];
  const levels = resolveLevels(signs);
  for (const level of [2, 1]) {
    for (let start = 0; start < signs.length; start++) {
      if (levels[start]! < level) continue;
      let end = start;
      while (end < signs.length && levels[end]! >= level) end++;
      reverse(signs, start, end);
      reverse(levels, start, end);
      start = end;
    }
  }
  return signs.join('').replace(/\u200c/g, '');
}

type Kind = 'R' | 'L' | 'N' | 'separator' | 'neutral';

function kindOf(cluster: string): Kind {
  const char = String.fromCodePoint(cluster.codePointAt(0)!);
  if (/[\u0660-\u0669\u06f0-\u06f9\d]/.test(char)) return 'N';
  if (/[.,:/٫٬%]/.test(char)) return 'separator';
  if (/[\p{Script=Arabic}\ufb50-\ufdff\ufe70-\ufefc]/u.test(char) && !/[؟،؛«»]/.test(char)) return 'R';
  if (/\p{M}/u.test(char)) return 'R';
  return /\p{L}/u.test(char) ? 'L' : 'neutral';
}

/** Even levels run from left to right; the line itself is level 1. */
function resolveLevels(signs: readonly string[]): number[] {
  const kinds = signs.map(kindOf);
  for (const [i, kind] of kinds.entries()) {
    if (kind !== 'separator') continue;
    kinds[i] = kinds[i - 1] === 'N' && kinds[i + 1] === 'N' ? 'N' : 'neutral';
  }
  // A number after a Latin word is part of its run.
  let strong: Kind = 'R';
  const runs = kinds.map((kind) => {
    if (kind === 'R' || kind === 'L') strong = kind;
    return kind === 'N' && strong === 'L' ? 'L' : kind;
  });
  for (let start = 0; start < runs.length; start++) {
    if (runs[start] !== 'neutral') continue;
    let end = start;
    while (runs[end] === 'neutral') end++;
    const isInside = runs[start - 1] === 'L' && runs[end] === 'L';
    runs.fill(isInside ? 'L' : 'R', start, end);
    start = end;
  }
  return runs.map((run) => (run === 'R' ? 1 : 2));
}

/** Brackets turn with the direction, before the whole is reversed. */
const MIRROR: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};

function reverse<T>(list: T[], start: number, end: number): void {
  const part = list.slice(start, end).reverse();
  for (const [i, item] of part.entries()) list[start + i] = item;
}

/** First of the isolated, final, initial and medial forms; letters that join on one side have two. */
const FORMS: Readonly<Record<string, readonly [number, 2 | 4]>> = {
  آ: [0xfe81, 2],
  أ: [0xfe83, 2],
  ؤ: [0xfe85, 2],
  إ: [0xfe87, 2],
  ئ: [0xfe89, 4],
  ا: [0xfe8d, 2],
  ب: [0xfe8f, 4],
  ة: [0xfe93, 2],
  ت: [0xfe95, 4],
  ث: [0xfe99, 4],
  ج: [0xfe9d, 4],
  ح: [0xfea1, 4],
  خ: [0xfea5, 4],
  د: [0xfea9, 2],
  ذ: [0xfeab, 2],
  ر: [0xfead, 2],
  ز: [0xfeaf, 2],
  س: [0xfeb1, 4],
  ش: [0xfeb5, 4],
  ص: [0xfeb9, 4],
  ض: [0xfebd, 4],
  ط: [0xfec1, 4],
  ظ: [0xfec5, 4],
  ع: [0xfec9, 4],
  غ: [0xfecd, 4],
  ف: [0xfed1, 4],
  ق: [0xfed5, 4],
  ك: [0xfed9, 4],
  ل: [0xfedd, 4],
  م: [0xfee1, 4],
  ن: [0xfee5, 4],
  ه: [0xfee9, 4],
  و: [0xfeed, 2],
  ى: [0xfeef, 2],
  ي: [0xfef1, 4],
  پ: [0xfb56, 4],
  چ: [0xfb7a, 4],
  ژ: [0xfb8a, 2],
  ک: [0xfb8e, 4],
  گ: [0xfb92, 4],
  ۀ: [0xfba4, 2],
  ی: [0xfbfc, 4],
  ټ: [0xfb66, 4],
  ډ: [0xfb88, 2],
};

function shapeLetters(line: string): string {
  const signs = [...line];
  const isMark = (i: number) => /\p{M}/u.test(signs[i] ?? '');
  const neighbour = (i: number, step: 1 | -1) => {
    let at = i + step;
    while (isMark(at)) at += step;
    return signs[at] ?? '';
  };
  const runs = resolveLevels(signs);
  return signs
    .map((char, i) => {
      const form = FORMS[char];
      if (!form) return runs[i] === 1 ? (MIRROR[char] ?? char) : char;
      const joinsBefore = FORMS[neighbour(i, -1)]?.[1] === 4;
      const joinsAfter = form[1] === 4 && FORMS[neighbour(i, 1)] !== undefined;
      const offset = joinsBefore && joinsAfter ? 3 : joinsAfter ? 2 : joinsBefore ? 1 : 0;
      return String.fromCodePoint(form[0] + offset);
    })
    .join('');
}
