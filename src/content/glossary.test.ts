import { expect, test } from 'vitest';
import { findTerm, parseGlossary } from './glossary.ts';

const source = `
terms:
  - en: [Hayat Tahrir al-Sham, HTS]
    fa: [هیئت تحریر الشام, تحریر‌الشام]
  - { id: the-valley, en: Panjshir, fa: پنجشیر }
people:
  - { id: editors, en: The editors, fa: دبیران }
`;

test('a term by any spelling in either language, by its id, whatever the case or the joiner', () => {
  const { glossary, findings } = parseGlossary(source, 'g.yaml');
  expect(findings).toEqual([]);
  const find = (lang: 'en' | 'fa', name: string) => findTerm(glossary, lang, name)?.en[0];
  expect(find('en', 'hts')).toBe('Hayat Tahrir al-Sham');
  expect(find('fa', 'تحریر الشام')).toBe('Hayat Tahrir al-Sham');
  expect(find('fa', 'Panjshir')).toBe('Panjshir');
  expect(find('en', 'the-valley')).toBe('Panjshir');
  expect(find('en', 'Nobody')).toBeUndefined();
  expect(glossary.people[0]?.fa).toBe('دبیران');
});

test('no glossary is an empty one', () => {
  expect(parseGlossary('', 'g.yaml')).toMatchObject({ glossary: { terms: [], people: [], topics: [] }, findings: [] });
});

test('what is wrong, and where; the other entries count', () => {
  const show = (text: string) => {
    const { glossary, findings } = parseGlossary(text, 'g.yaml');
    return [glossary.terms.map(({ en }) => en[0]), ...findings.map((f) => `${f.line}:${f.column} ${f.message}`)];
  };
  expect(show('terms:\n  - {en: a, fa: b\n')).toEqual([
    [],
    expect.stringMatching(/^[23]:\d+ The glossary cannot be read: /),
  ]);
  expect(show('terms:\n  - {en: a, fa: b}\n  - en: c\n    fb: d\n  - {en: e, fa: f}\n')).toEqual([
    ['a', 'e'],
    expect.stringMatching(/^3:5 .*terms\.1\.fa: /),
    expect.stringMatching(/^3:5 .*fb/),
  ]);
  expect(show('term: []\nterms: [{en: a, fa: b}]')).toEqual([['a'], expect.stringMatching(/^1:1 .*term/)]);
  expect(show('terms: 3')).toEqual([[], expect.stringMatching(/^1:1 .*"terms" must be a list/)]);
});
