import { hasBothTexts, translationOf, type UnitCheck } from './unit-check.ts';

/** Ln of the ratio varies between genres (0.85–1.07); within one its deviation is 0.26 in short texts, 0.14 in long. */
const SHORTEST = 40;
const LONG = 200;
const FARTHEST = { short: 1.15, long: 0.8 };

export const lengthCheck: UnitCheck = {
  name: 'LengthsDiffer',
  find: (unit) => {
    if (!hasBothTexts(unit)) return undefined;
    const en = countSigns(unit.text.en);
    const fa = countSigns(unit.text.fa);
    const longer = Math.max(en, fa);
    if (longer < SHORTEST) return undefined;
    if (Math.abs(Math.log(Math.max(fa, 1) / Math.max(en, 1))) < (longer < LONG ? FARTHEST.short : FARTHEST.long))
      return undefined;
    return { lang: translationOf(unit), params: { en: String(en), fa: String(fa) } };
  },
};

function countSigns(text: string): number {
  return text.replace(/[\s\u200c]/g, '').length;
}
