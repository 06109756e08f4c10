/**
 * Stands where a token has no letters of its own, or has been joined to its neighbour. It holds the place, so that
 * word numbers stay those of the original text; Pagefind indexes nothing for it.
 */
export const PAD = '·';

/** The words of a text, cut at white space, as Pagefind cuts them. */
export function splitTokens(text: string): string[] {
  return text.split(/[\s\u0085]+/u).filter((token) => token !== '');
}

/** Whether a folded token is written in the Arabic script, as Persian, Dari and Pashto are. */
export function isPersian(token: string): boolean {
  return /\p{Script=Arabic}/u.test(token);
}
