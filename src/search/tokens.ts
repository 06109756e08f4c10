/** In the place of a token without letters, or joined to its neighbour: word numbers stay those of the original. */
export const PAD = '·';

const UNEVEN = /[^\S ]|\u0085| {2}|^ | $/u;

export function spaceEvenly(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text
    .split(/[\s\u0085]+/u)
    .filter((token) => token !== '')
    .join(' ');
}

/** Texts are long and many; no list of their words is made. */
export function visitWords(text: string, visit: (word: string, from: number) => void): void {
  for (let from = 0, to = 0; to >= 0; from = to + 1) {
    to = text.indexOf(' ', from);
    visit(to < 0 ? text.slice(from) : text.slice(from, to), from);
  }
}

export function splitTokens(text: string): string[] {
  const even = spaceEvenly(text);
  return even === '' ? [] : even.split(' ');
}

/** In the Arabic script, as Persian, Dari and Pashto are. */
export function isPersian(token: string): boolean {
  return /\p{Script=Arabic}/u.test(token);
}
