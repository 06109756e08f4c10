interface Measure {
  readonly en: RegExp;
  readonly fa: RegExp;
  readonly convert: (value: number) => number;
}

const scale = (factor: number) => (value: number) => value * factor;

const MEASURES: readonly Measure[] = [
  { en: /\b(?:miles?|mph)\b/i, fa: /کیلو\s?متر/, convert: scale(1.609) },
  { en: /\binch(?:es)?\b/i, fa: /سانتی/, convert: scale(2.54) },
  { en: /\binch(?:es)?\b/i, fa: /میلی\s?متر/, convert: scale(25.4) },
  { en: /\binch(?:es)?\b/i, fa: /(?<!کیلو|سانتی|میلی)\s?متر/, convert: scale(0.0254) },
  { en: /\b(?:foot|feet|ft)\b/i, fa: /(?<!کیلو|سانتی|میلی)\s?متر/, convert: scale(0.3048) },
  { en: /\b(?:foot|feet|ft)\b/i, fa: /سانتی/, convert: scale(30.48) },
  { en: /\byards?\b/i, fa: /متر/, convert: scale(0.9144) },
  { en: /\b(?:pounds?|lbs?)\b/i, fa: /کیلو/, convert: scale(0.4536) },
  { en: /\b(?:ounces?|oz)\b/i, fa: /گرم/, convert: scale(28.35) },
  { en: /\bacres?\b/i, fa: /هکتار/, convert: scale(0.4047) },
  { en: /\bgallons?\b/i, fa: /لیتر/, convert: scale(3.785) },
  {
    en: /\b(?:degrees?|fahrenheit|\d0s)\b|°\s?F/i,
    fa: /سانتی\s?گراد|سلسیوس/,
    convert: (value) => ((value - 32) * 5) / 9,
  },
  { en: /\b(?:degrees?|fahrenheit)\b|°\s?F/i, fa: /سانتی\s?گراد|سلسیوس/, convert: scale(5 / 9) },
];

/** Rounded as reporters round: 85 mph are 137 km/h, 10 inches 250 mm, 650 pounds 290 kg. */
const TOLERANCE = 0.06;

export function areSameMeasure(en: number, fa: number, texts: { readonly en: string; readonly fa: string }): boolean {
  return MEASURES.some((measure) => {
    if (!measure.en.test(texts.en) || !measure.fa.test(texts.fa)) return false;
    const expected = measure.convert(en);
    return Math.abs(fa - expected) <= Math.max(0.5, TOLERANCE * Math.abs(expected));
  });
}
