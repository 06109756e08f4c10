import { expect, test } from 'vitest';
import { citeBibtex, citeCsl, citeText, formatText } from './cite.ts';
import type { WorkData } from './page-data.ts';

const work: WorkData = {
  id: 'alliances',
  title: { en: 'Two capitals', fa: 'دو پایتخت' },
  authors: { en: ['Maryam Rahimi', 'B. {Noor}'], fa: ['مریم رحیمی', 'ب. نور'] },
  translators: { en: ['Jan Ali'], fa: [] },
  date: '2026-11-02',
  dates: { en: '2 November 2026', fa: '۱۱ عقرب ۱۴۰۵' },
  site: { en: 'Beyt', fa: 'بیت' },
};
const url = 'https://example.org/en/alliances.html#k7q2';
const texts = { en: ['One <b> & two.'], fa: ['یک و دو.'] };

test('a copied pair has a line a language, each in its own direction', () => {
  expect(formatText(texts, ['en', 'fa'], 'plain')).toBe('\u2066One <b> & two.\u2069\n\n\u2067یک و دو.\u2069');
  expect(formatText(texts, ['fa'], 'plain')).toBe('\u2067یک و دو.\u2069');
  expect(formatText(texts, ['en'], 'plain')).toBe('One <b> & two.');
});

test('HTML carries language and direction and is escaped; Markdown quotes', () => {
  expect(formatText(texts, ['en', 'fa'], 'html')).toBe(
    '<p lang="en" dir="ltr">One &lt;b&gt; &amp; two.</p>\n<p lang="fa" dir="rtl">یک و دو.</p>',
  );
  expect(formatText(texts, ['en'], 'markdown')).toBe('> One <b> & two.');
});

test('each block and each line is by itself: an isolate ends with its line, and every line is quoted', () => {
  const poem = { en: ['one\ntwo', 'three'], fa: ['یک\nدو'] };
  expect(formatText(poem, ['fa'], 'plain')).toBe('\u2067یک\u2069\n\u2067دو\u2069');
  expect(formatText(poem, ['en', 'fa'], 'markdown')).toBe(
    '> \u2066one\u2069  \n> \u2066two\u2069\n>\n> \u2066three\u2069\n>\n> \u2067یک\u2069  \n> \u2067دو\u2069',
  );
  expect(formatText(poem, ['en'], 'html')).toBe(
    '<p lang="en" dir="ltr">one<br>two</p>\n<p lang="en" dir="ltr">three</p>',
  );
});

test('a side that is missing is left out', () => {
  expect(formatText({ en: ['Alone.'] }, ['en', 'fa'], 'plain')).toBe('Alone.');
});

test('a citation names both calendars in either language', () => {
  expect(citeText(work, 'en', url, 'Translated by')).toBe(
    `Maryam Rahimi, B. {Noor}. “Two capitals”. Translated by Jan Ali. Beyt, 2 November 2026 (\u2067۱۱ عقرب ۱۴۰۵\u2069). ${url}`,
  );
  expect(citeText(work, 'fa', url, 'ترجمهٔ')).toBe(
    `مریم رحیمی، ب. نور. «دو پایتخت». بیت، ۱۱ عقرب ۱۴۰۵ (\u20662 November 2026\u2069). ${url}`,
  );
});

test('BibTeX keeps names whole and has no stray braces', () => {
  const entry = citeBibtex(work, 'en', url);
  expect(entry).toContain('author = {{Maryam Rahimi} and {B. Noor}}');
  expect(entry).toContain('@article{alliances-en,');
  expect(entry.split('{').length).toBe(entry.split('}').length);
  expect(citeBibtex(work, 'fa', url)).not.toContain('translator');
});

test('CSL-JSON is a list of one item with date parts', () => {
  const [item] = JSON.parse(citeCsl(work, 'en', url));
  expect(item).toMatchObject({
    issued: { 'date-parts': [[2026, 11, 2]] },
    URL: url,
    author: [{ literal: 'Maryam Rahimi' }, {}],
  });
  expect(item.translator).toEqual([{ literal: 'Jan Ali' }]);
});

test('isolates stay in what people read, and are in nothing that programs read', () => {
  const signs = { ...work, title: { fa: 'نشانهٔ \u2066C++\u2069' }, authors: { fa: ['\u2066Sara\u2069 کریمی'] } };
  expect(citeText(signs, 'fa', url, '')).toContain('\u2066Sara\u2069 کریمی. «نشانهٔ \u2066C++\u2069»');
  for (const cite of [citeBibtex, citeCsl]) {
    expect(cite(signs, 'fa', url)).toMatch(/نشانهٔ C\+\+/);
    expect(cite(signs, 'fa', url)).not.toMatch(/[\u2066-\u2069]/);
  }
});
