import type { UnitCheck } from './unit-check.ts';

const PERSIAN: Readonly<Record<string, string>> = { ي: 'ی', ك: 'ک' };
const ARABIC = /[يك٠-٩]/gu;

/** Letters and digits of an Arabic keyboard in Persian text: they look alike, and no reader's search finds them. */
export const arabicLettersCheck: UnitCheck = {
  name: 'ArabicLetters',
  find: ({ text }) => {
    const found = [...new Set(text.fa.match(ARABIC))];
    if (found.length === 0) return undefined;
    const pairs = found.map((sign) => `${sign} → ${PERSIAN[sign] ?? String.fromCharCode(sign.charCodeAt(0) + 0x90)}`);
    return { lang: 'fa', params: { letters: pairs.join(', ') } };
  },
};
