/** Cut by `subset.ts`. A page loads its own script's face and the other's short one; others only for what it shows. */
export interface FontFile {
  readonly file: string;
  readonly source: string;
  readonly characters: string;
  /** `unicode-range`; a little wider than its characters, where that is shorter. */
  readonly range?: string;
  readonly weight: '400' | '400 700';
  /** OpenType features to keep; undefined for all. */
  readonly features?: readonly string[];
  readonly limit: number;
}

const PERSIAN = 'ءآأؤئابپةتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';

/** Pashto, Uzbek, and the Arabic letters of names and quotations. */
const NEIGHBOURS = 'إټځڅډړږښكګںڼۀہھىيېۍۓٱـ';

/** Vowel marks: rare in prose, common in verse. */
const MARKS = '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670';

const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹';

/** Never set by the site, but may be quoted. */
const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';

const PERSIAN_POINTS = ' \u00a0\u200c\u200d\u200e\u200f«»‹›…–—،؛؟٪٫٬٭.,:;!?()[]{}-/\\*+=×÷%&@#\'"‘’“”·•°†';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

const LATIN_KERNED = ['kern', 'liga', 'onum', 'lnum', 'tnum'];

const newsreader = (part: string) => `@fontsource-variable/newsreader/files/newsreader-${part}-wght-normal.woff2`;

/** A later file of a script is preferred to an earlier one for its characters. */
export const fontFiles = {
  persian: [
    {
      file: 'vazirmatn-beyt.woff2',
      source: 'vazirmatn/fonts/variable/Vazirmatn[wght].ttf',
      characters: PERSIAN + NEIGHBOURS + MARKS + PERSIAN_DIGITS + ARABIC_DIGITS + PERSIAN_POINTS,
      range: 'U+20-f7,U+600-6ff,U+200c-203a',
      weight: '400 700',
      limit: 32 * 1024,
    },
  ],
  persianWords: {
    file: 'vazirmatn-words.woff2',
    source: 'vazirmatn/fonts/variable/Vazirmatn[wght].ttf',
    // The hamza of «خانهٔ» is a mark of its own.
    characters: `${PERSIAN}\u0654${PERSIAN_DIGITS} \u00a0\u200c«»…–،؛؟٪٫٬.:!()-/`,
    range: 'U+20-3f,U+a0-bb,U+600-6ff,U+200c,U+2010-2026',
    weight: '400',
    limit: 12 * 1024,
  },
  latin: [
    {
      file: 'newsreader-beyt.woff2',
      source: newsreader('latin'),
      characters: `${ASCII}\u00a0áâäàçéèêëíïñóôöúüı–—‘’“”…·•×«»°`,
      range: 'U+20-ff,U+131,U+2010-2026',
      weight: '400 700',
      features: LATIN_KERNED,
      limit: 30 * 1024,
    },
    {
      file: 'newsreader-marks.woff2',
      source: newsreader('latin'),
      characters: '¡¢£¥§©ª®±²³¶º¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßãåæìîðòõ÷øùûýþÿŒœ‚„‹›€™−',
      range:
        'U+a1-a9,U+aa,U+ae,U+b1-b6,U+ba,U+bc-d6,U+d8-df,U+e3,U+e5-e6,U+ec,U+ee,U+f0,U+f2,U+f5,U+f7-f9,U+fb,U+fd-ff,U+152-153,U+201a,U+201e,U+2039-203a,U+20ac,U+2122,U+2212',
      weight: '400 700',
      features: LATIN_KERNED,
      limit: 16 * 1024,
    },
    {
      file: 'newsreader-accents.woff2',
      source: newsreader('latin-ext'),
      characters: 'āēīōūĀĒĪŌŪćčğřşšžżĆČĞŘŞŠŽŻİ',
      range: 'U+100-24f',
      weight: '400 700',
      features: LATIN_KERNED,
      limit: 8 * 1024,
    },
    // What transliteration needs and Newsreader does not draw.
    {
      file: 'noto-serif-accents.woff2',
      source: '@fontsource/noto-serif/files/noto-serif-latin-ext-400-normal.woff2',
      characters: 'ʾʿḍḎḏḡḥḤḫḪḵṣṢṭṬṯẓẒ',
      range: 'U+2be-2bf,U+1e00-1eff',
      weight: '400',
      features: ['mark', 'ccmp'],
      limit: 8 * 1024,
    },
    {
      file: 'noto-arrows.woff2',
      source: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
      characters: '←↑→↓↔↩↪✓',
      range: 'U+2190-21ff,U+2713',
      weight: '400',
      features: [],
      limit: 2 * 1024,
    },
    // Long, short and either, in the scansion of verse.
    {
      file: 'noto-metrical.woff2',
      source: '@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-400-normal.woff2',
      characters: '⏑⏒⏓⏔⏕',
      range: 'U+23d1-23d5',
      weight: '400',
      features: [],
      limit: 2 * 1024,
    },
  ],
  latinWords: {
    file: 'newsreader-words.woff2',
    source: newsreader('latin'),
    characters: `${ASCII.replace(/[<>^`{|}~\\$]/g, '')}\u00a0–—’“”éü`,
    range: 'U+20-7e,U+a0-fc,U+2010-201d',
    weight: '400',
    features: ['kern', 'lnum'],
    limit: 12 * 1024,
  },
} satisfies Record<'persian' | 'latin', readonly FontFile[]> & Record<'persianWords' | 'latinWords', FontFile>;
