import { isPersian } from './tokens.ts';

/**
 * After Snowball's Persian stemmer, https://snowballstem.org/algorithms/persian/stemmer.html. Its guarded endings سان,
 * ران and وان are words here, because they would keep plurals such as خبرنگاران from their singulars.
 */
const LEXICAL_AN = new Set(
  `افغان المان اسمان ایمان ایشان امکان اصفهان بیان پایان پیمان جریان درمان رمان زندان سازمان سلطان گیلان قهرمان کرمان خاندان
  لبنان میزان مسلمان نشان همدان یونان کهکشان اتشفشان پریشان درخشان همزمان ساختمان سلیمان طالبان بامیان زمان دندان فرمان
  جهان انسان اسان یکسان خراسان هراسان نوسان ایران تهران مازندران بحران باران دوران جبران گران عمران کامران مهران جوان عنوان
  توان دیوان روان کاروان فراوان ناتوان ارغوان`.split(/\s+/),
);
const GUARDED_AN = /ستان$/;

/**
 * Rashidi & Lighvan, "HPS: A Hierarchical Persian Stemming Method" (2014), as in Snowball; derivational endings stay
 * on, because they make other words.
 */
export function stemPersian(word: string): string {
  const bare = word.replace(/^ن?می(?=..)/, '');
  let stem = bare;
  if (bare !== word) stem = stem.replace(/(?<=..)(?:اند|ند|یم|ید|ام|م|ی|د)$/, '');
  const guarded = (text: string) => GUARDED_AN.test(text) || LEXICAL_AN.has(text);
  if (guarded(stem)) return stem;
  stem = stem
    .replace(/(?<=..)های(?:ی|م|ت|ش|مان|تان|شان)?$|(?<=..)ها$/, '')
    .replace(/(?<=....)(?:شان|مان|تان)$/, (ending, _at: number, all: string) => (guarded(all) ? ending : ''))
    .replace(/(?<=...[^ا])(?:اش|ام|ات)$/, '')
    .replace(/(?<=...)تر(?:ین|ی)?$/, '');
  // What is before ی is as often part of the word as a plural: چراغانی, افغانی.
  const indefinite = stem.replace(/(?<=..)(?:ای|یی)$|(?<=...)ی$/, '');
  const plural = indefinite === stem && !guarded(stem);
  return (plural ? stem.replace(/(?<=...)گان$/, 'ه').replace(/(?<=..ی|...)ان$/, '') : indefinite)
    .replace(/(?<=...)ات$/, '')
    .replace(/(?<=..[تد])(?:هاند|هاید|هایم|هاست|هام|های|ند|ید|یم|ه|م)$/, '');
}

const VOWEL = /[aeiouy]/;

/** Steps 1 and 5a of M. F. Porter, "An algorithm for suffix stripping" (1980): plural and verb endings, silent e, y as i. */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  let stem = word
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'i')
    .replace(/([^su])s$/, '$1');
  const cut = stem.replace(/(?:ed|ing)$/, '');
  if (cut !== stem && !stem.endsWith('eed') && cut.length > 2 && VOWEL.test(cut)) {
    stem = /(?:at|bl|is)$/.test(cut) ? `${cut}e` : cut.replace(/([^aeiouylsz])\1$/, '$1');
  }
  if (/[^aeiou]y$/.test(stem) && stem.length > 3) stem = `${stem.slice(0, -1)}i`;
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}

export function stemWord(word: string): string {
  return isPersian(word) ? stemPersian(word) : stemEnglish(word);
}

/** Beginnings under which the index may hold words of this stem; each hit is then checked by its own stem. */
export function stemPrefixes(stem: string): string[] {
  return isPersian(stem) ? [stem, `می${stem}`, `نمی${stem}`] : [stem.replace(/(?<=...)i$/, '')];
}
