/**
 * An address ends before any script's punctuation, and before a directly attached letter of another script (`…/aسپس`).
 * Letters of any script may follow a delimiter of the address itself (`/wiki/کابل`).
 */
const stop = String.raw`\s<>"'«»‹›“”„‘’،؛؟۔…–—\u0000\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffc`;
const attached = String.raw`(?<=[A-Za-z0-9])[\p{Script=Arabic}\p{Script=Hebrew}]`;
const body = `(?:(?!${attached})[^${stop}])+`;

const addressPattern = new RegExp(
  String.raw`(?:\b(?:https?|ftp|file):\/\/|\bmailto:|\bwww\.)${body}|(?<![\w.@/-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\/${body}`,
  'giu',
);

const sentenceEnd = /[.,:;!?*_~'|·•-]+$/;

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function findForeignBracket(address: string): number {
  const open: Record<string, number> = {};
  for (const [i, char] of address.split('').entries()) {
    const opener = closes[char];
    if (!opener) open[char] = (open[char] ?? 0) + 1;
    else if (!open[opener]) return i;
    else open[opener]--;
  }
  return address.length;
}

export function trimAddress(address: string): string {
  return address.slice(0, findForeignBracket(address)).replace(sentenceEnd, '');
}

export function cutAddress(text: string): string {
  const found = new RegExp(addressPattern).exec(text);
  return found?.index === 0 ? trimAddress(found[0]) : '';
}

/** As `[start, end)`. */
export function findAddresses(text: string): [start: number, end: number][] {
  if (!/:|www\.|\//i.test(text)) return [];
  return [...text.matchAll(addressPattern)].map((found) => [found.index, found.index + trimAddress(found[0]).length]);
}
