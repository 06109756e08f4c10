import type { UnitCheck } from './unit-check.ts';

const CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Invisible direction marks, mostly pasted along: the site sets direction in its markup, and these upset it. */
export const bidiControlsCheck: UnitCheck = {
  name: 'BidiControls',
  find: ({ text }) => {
    for (const lang of ['en', 'fa'] as const) {
      const found = [...new Set(text[lang].match(CONTROL))];
      if (found.length === 0) continue;
      const codes = found.map((sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
      return { lang, params: { codes: codes.join(', ') } };
    }
    return undefined;
  },
};
