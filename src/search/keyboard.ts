/** A US keyboard and the Persian layout (ISIRI 9147); Arabic 101 agrees on most. */
const LATIN = `qwertyuiop[]asdfghjkl;'zxcvbnm,\\\``;
const PERSIAN = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئوپپ';
const SHIFTED: Readonly<Record<string, string>> = { H: 'آ', C: 'ژ', N: 'أ', V: 'ؤ', B: 'إ', M: 'ء', J: 'ة', T: '،' };

const toPersian = new Map([...LATIN].map((key, i) => [key, PERSIAN[i]!]));
const toLatin = new Map([...PERSIAN].map((letter, i) => [letter, LATIN[i]!]).reverse() as [string, string][]);
toLatin.set('آ', 'h').set('ي', 'd').set('ك', ';').set('پ', 'm');

/** `hgsghl` was meant as «السلام». Undefined where the text mixes scripts or holds a key that types no letter there. */
export function swapKeyboard(text: string): string | undefined {
  if (/\p{Script=Arabic}/u.test(text) && /[a-z]/i.test(text)) return undefined;
  const persian = /\p{Script=Arabic}/u.test(text);
  let swapped = '';
  for (const key of text) {
    const other = /\s/.test(key)
      ? key
      : persian
        ? toLatin.get(key)
        : (SHIFTED[key] ?? toPersian.get(key.toLowerCase()));
    if (other === undefined) return undefined;
    swapped += other;
  }
  return persian && !/^[a-z\s]+$/.test(swapped) ? undefined : swapped;
}

export function isUnpronounceable(text: string): boolean {
  return /^[a-z;',[\]\s]+$/i.test(text) && /(?:^|\s)[^aeiouy\s]{3,}(?:\s|$)|[^aeiouy\s]{5}|[a-z][;[\]]/i.test(text);
}
