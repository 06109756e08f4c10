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
    '3:5 The entry "c" of "terms" has no "fa".',
    '4:5 The entry "c" of "terms" has a field "fb" that is not known (did you mean "fa"?).',
  ]);
  expect(show('term: []\nterms: [{en: a, fa: b}]')).toEqual([['a'], expect.stringMatching(/^1:1 .*term/)]);
  expect(show('terms: 3')).toEqual([[], expect.stringMatching(/^1:1 .*"terms" must be a list/)]);
});

test('each entry with a mistake says what is allowed; the rest of it counts', () => {
  const { glossary, findings } = parseGlossary(
    [
      'topics:',
      '  - { id: land, en: Land }',
      '  - { id: Big River, en: River, fa: رود }',
      '  - { id: war, en: War, fa: جنگ }',
      '  - { id: war, en: Wars, fa: جنگ‌ها }',
      'terms:',
      '  - { id: karez, en: [], fa: کاریز }',
      '  - { en: qanat, fa: { a: b } }',
      '  - { en: Herat, fa: هرات, kind: thing, note: x }',
      '  - Herat',
      '  - { id: a, en: [x, 3], fa: ا }',
      '  - { id: a, en: y, fa: ب }',
    ].join('\n'),
    'g.yaml',
  );
  expect(findings.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '7:18 The entry "karez" of "terms" has a "en" that must have at least one form.',
    '8:18 The entry "qanat" of "terms" has a "fa" that must be a form or a list of forms, such as [karez, qanat].',
    '9:28 The entry "Herat" of "terms" has a "kind" that must be group, place, person, term or calendar.',
    '9:41 The entry "Herat" of "terms" has a "note" that must be in one or both languages: { en, fa }.',
    '10:5 The entry "number 4" of "terms" must be fields with values: { en, fa }.',
    '11:14 The entry "a" of "terms" has a "en" that must be a form or a list of forms, such as [karez, qanat].',
    '12:7 The entry "a" of "terms" needs another id: the entry of line 11 has this one.',
    '2:5 The entry "land" of "topics" has no "fa".',
    '3:7 The entry "Big River" of "topics" has a "id" that must be of small Latin letters, digits and hyphens.',
    '5:7 The entry "war" of "topics" needs another id: the entry of line 4 has this one.',
  ]);
  expect(glossary.terms.map(({ en, kind }) => [...en, kind])).toEqual([
    ['Herat', undefined],
    ['y', undefined],
  ]);
});
