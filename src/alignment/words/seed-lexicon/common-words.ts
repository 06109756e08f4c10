import type { WordCounts } from '../lexicon.ts';
import { readWords } from '../words.ts';

const TIMES_MET = 4;

/** Lines of `english english: فارسی فارسی`; `#` begins a comment. Words are stemmed. */
export function parseCommonWords(text: string): WordCounts {
  const pairs = new Map<string, Map<string, number>>();
  const en = new Map<string, number>();
  const fa = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [left, right] = line.split(':');
    if (line.startsWith('#') || left === undefined || right === undefined) continue;
    const translations = [...new Set(readWords(right, 'fa').stems)];
    for (const stem of new Set(readWords(left, 'en').stems)) {
      en.set(stem, (en.get(stem) ?? 0) + TIMES_MET);
      const row = pairs.get(stem) ?? new Map<string, number>();
      for (const translation of translations) {
        const count = TIMES_MET / translations.length;
        row.set(translation, (row.get(translation) ?? 0) + count);
        fa.set(translation, (fa.get(translation) ?? 0) + count);
      }
      pairs.set(stem, row);
    }
  }
  return { pairs, en, fa };
}
