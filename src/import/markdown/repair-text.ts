import type { Lang } from '../../works/block.ts';

/** How often each kind of repair was made. */
export interface Repairs {
  letters: number;
  digits: number;
  halfSpaces: number;
  controls: number;
}

export const startRepairs = (): Repairs => ({ letters: 0, digits: 0, halfSpaces: 0, controls: 0 });

const LETTERS: Readonly<Record<string, string>> = { ي: 'ی', ك: 'ک' };
/** Signs that old Persian systems wrote for a half-space, between two letters of the script. */
const OLD_HALF_SPACE = /(?<=[\u0620-\u06d3])(?:¬|\u00ad|\u200b)(?=[\u0620-\u06d3])/g;

/**
 * Repairs what keyboards and old systems leave in a text: Arabic letters and digits in Persian, half-spaces written
 * with other signs, invisible direction marks. No-break spaces become spaces; half-spaces stay.
 */
export function repairText(text: string, lang: Lang, repairs: Repairs): string {
  const replace = (from: string, pattern: RegExp, kind: keyof Repairs, to: (sign: string) => string) =>
    from.replace(pattern, (sign) => {
      repairs[kind]++;
      return to(sign);
    });
  let plain = text.replace(/[\u00a0\u202f]/g, ' ');
  if (lang === 'fa') {
    plain = replace(plain, /[يك]/g, 'letters', (sign) => LETTERS[sign]!);
    plain = replace(plain, /[٠-٩]/g, 'digits', (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x90));
    plain = replace(plain, OLD_HALF_SPACE, 'halfSpaces', () => '\u200c');
    // A half-space beside a space or twice in a row joins nothing.
    plain = replace(plain, /\u200c{2,}/g, 'halfSpaces', () => '\u200c');
    plain = replace(plain, /\u200c+(?=\s)|(?<=\s)\u200c+/g, 'halfSpaces', () => '');
  }
  return replace(
    plain,
    /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g,
    'controls',
    () => '',
  );
}

/** A title or a caption on one line, tags and entities read, repaired. */
export function repairLine(text: string, lang: Lang, repairs: Repairs): string {
  return repairText(text, lang, repairs).replace(/\s+/g, ' ').trim();
}

/** The language of most of a text's letters; undefined where it has none. */
export function guessLanguage(text: string): Lang | undefined {
  const persian = text.match(/[\u0620-\u064a\u066e-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return persian + latin === 0 ? undefined : persian >= latin ? 'fa' : 'en';
}
