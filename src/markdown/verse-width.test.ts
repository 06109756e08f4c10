import { expect, test } from 'vitest';
import { estimateVerseWidth } from './verse-width.ts';

// Measured in Chromium, in Vazirmatn and Newsreader.
test.each([
  ['به نام خداوند جان و خرد', 9.506],
  ['بنی‌آدم اعضای یکدیگرند', 9.019],
  ['الا یا ایها الساقی ادر کاسا و ناولها', 12.639],
  ['که عشق آسان نمود اول ولی افتاد مشکل‌ها', 16.666],
  ['سنبله، میزان و عقرب، قوس و جدی و دلو و حوت', 18.871],
  ['In the name of the lord of soul and of reason:', 19.55],
  ['love looked easy at first, and then came the troubles.', 22.5],
])('%s is about %d em wide', (text, width) => {
  expect(Math.abs(estimateVerseWidth(text) / width - 1)).toBeLessThan(0.03);
});

test('vowel marks take no room', () => {
  expect(estimateVerseWidth('دِل')).toBe(estimateVerseWidth('دل'));
});
