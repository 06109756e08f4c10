import { describe, expect, it } from 'vitest';
import { isWord, normalize, readWords, stemEnglish, stemPersian } from './words.ts';

describe('normalize', () => {
  it('gives one form to letters and digits of several keyboards', () => {
    expect(normalize('كتاب عربي ۱۲٣')).toBe('کتاب عربی 123');
    expect(normalize('مسئول مؤمن آب')).toBe('مسیول مومن اب');
  });

  it('drops vowel marks, tatweel and direction controls, and keeps ZWNJ', () => {
    expect(normalize('کِتـــاب‌ها\u200f')).toBe('کتاب‌ها');
  });

  it('reads separators inside numbers', () => {
    expect(normalize('۱٬۲۳۴٫۵ و 1,200')).toBe('1234.5 و 1200');
  });
});

describe('readWords', () => {
  it('leaves function words out and marks numbers', () => {
    expect(readWords('The hospital reported 1,234 cases', 'en').stems).toEqual(['hospital', 'report', '#1234', 'case']);
    expect(readWords('گزارش‌های ۱٬۲۳۴ بیمار', 'fa').stems).toEqual(['گزارش', '#1234', 'بیمار']);
  });

  it('gives a Latin word the same stem in either language', () => {
    expect(readWords('using GitHub Pages', 'en').stems).toEqual(expect.arrayContaining(['github', 'page']));
    expect(readWords('از GitHub Pages', 'fa').stems).toEqual(['github', 'page']);
  });

  it('remembers which English words were written as names', () => {
    expect([...readWords('He left Kabul', 'en').names.values()]).toContain('kabul');
    expect(readWords('he left', 'en').names.size).toBe(0);
  });
});

describe('stems', () => {
  it.each([
    ['reports', 'report'],
    ['reporting', 'report'],
    ['cities', 'city'],
    ["Kabul's", 'kabul'],
    ["didn't", 'not'],
    ['the', ''],
  ])('brings %s to %s', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it.each([
    ['کتابها', 'کتاب'],
    ['بزرگترین', 'بزرگ'],
    ['است', ''],
  ])('brings %s to %s', (word, stem) => {
    expect(stemPersian(word)).toBe(stem);
  });

  it('knows words from anchors', () => {
    expect(['kabul', 'کابل', '#12', '@05-03', '~example.org', '=ls'].map(isWord)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
