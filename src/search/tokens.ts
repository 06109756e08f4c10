/**
 * Stands where a token has no letters of its own, or has been joined to its neighbour. It holds the place, so that
 * word numbers stay those of the original text; Pagefind indexes nothing for it.
 */
export const PAD = '·';

const UNEVEN = /[^\S ]|\u0085| {2}|^ | $/u;

/** A text with its words one space apart, cut where Pagefind cuts them: at white space. */
export function spaceEvenly(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text
    .split(/[\s\u0085]+/u)
    .filter((token) => token !== '')
    .join(' ');
}

/**
 * Visits the words of a text that are one space apart, in order: where each begins, and the word. Texts are long and
 * many; no list of their words is made.
 */
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

/** Whether a folded token is written in the Arabic script, as Persian, Dari and Pashto are. */
export function isPersian(token: string): boolean {
  return /\p{Script=Arabic}/u.test(token);
}
