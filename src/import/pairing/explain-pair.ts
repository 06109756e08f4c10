import type { Candidate } from './pair-by-content.ts';
import type { Signature } from './signature.ts';

const MOST_NAMED = 4;
const DAY = 86_400_000;

export function explainPair(
  en: Candidate,
  fa: Candidate,
  enTerms: Signature,
  faTerms: Signature,
  share: number,
): string[] {
  const shared = [...enTerms.terms.keys()].filter((term) => faTerms.terms.has(term));
  const pick = (sign: string) => shared.filter((term) => term.startsWith(sign)).map((term) => term.slice(sign.length));
  const reasons = [`${Math.round(100 * share)} % of the text fits`];
  const numbers = pick('#').filter((number) => number.length > 1);
  if (numbers.length > 0) reasons.push(`numbers ${list(numbers)}`);
  const dates = pick('@');
  if (dates.length > 0) reasons.push(`dates ${list(dates)}`);
  const images = pick('i:');
  if (images.length > 0) reasons.push(images.length === 1 ? 'an image' : `${images.length} images`);
  const names = pick('s:').length;
  if (names > 0) reasons.push(`${names} ${names === 1 ? 'name sounds' : 'names sound'} alike`);
  if (en.time !== undefined && fa.time !== undefined) {
    const days = Math.round(Math.abs(en.time - fa.time) / DAY);
    reasons.push(days === 0 ? 'the same day' : `${days} days apart`);
  }
  return reasons;
}

function list(items: readonly string[]): string {
  const first = items.slice(0, MOST_NAMED).join(' ');
  return items.length > MOST_NAMED ? `${first} …` : first;
}
