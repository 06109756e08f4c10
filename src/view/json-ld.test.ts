import { expect, test } from 'vitest';
import { makeEdition } from '../content/testing/make-content.ts';
import { describeArticle, describePage } from './json-ld.ts';

const person = { id: 'zahra', en: 'Zahra', fa: 'زهرا' };
const parts = {
  edition: makeEdition('en', 'a', { updated: '2026-06-01', source: { name: 'Paper', url: 'https://p.x/' } }),
  twin: makeEdition('fa', 'آ', { title: 'عنوان' }),
  original: 'fa' as const,
  authors: [person],
  translators: [person],
  topics: [{ id: 'war', en: 'War', fa: 'جنگ' }],
  siteUrl: 'https://x.y/',
};

test('an article with its other edition', () => {
  expect(describeArticle(parts)).toMatchObject({
    '@type': 'NewsArticle',
    url: 'https://x.y/en/a.html',
    inLanguage: 'en',
    datePublished: '2026-05-03',
    dateModified: '2026-06-01',
    author: [{ '@type': 'Person', name: 'Zahra', url: 'https://x.y/en/people/zahra.html' }],
    translator: [{ '@type': 'Person', name: 'Zahra' }],
    keywords: ['War'],
    isBasedOn: 'https://p.x/',
    translationOfWork: { inLanguage: 'fa-AF', headline: 'عنوان', '@id': 'https://x.y/fa/%D8%A2.html' },
  });
});

test('a desk is an organisation, not a person', () => {
  const people = new Map([['zahra', { name: { en: 'Zahra', fa: 'زهرا' }, desk: true }]]);
  expect(describeArticle({ ...parts, people })).toMatchObject({ author: [{ '@type': 'Organization', name: 'Zahra' }] });
});

test('the original names its translation', () => {
  const ld = describeArticle({ ...parts, original: 'en' });
  expect(ld).toHaveProperty('workTranslation.headline', 'عنوان');
  expect(ld).not.toHaveProperty('translationOfWork');
});

test('alone, and without the address of the site', () => {
  const ld = describeArticle({ ...parts, twin: undefined, translators: [], topics: [], siteUrl: undefined });
  for (const key of ['url', '@id', 'translator', 'keywords', 'workTranslation', 'translationOfWork'])
    expect(ld).not.toHaveProperty([key]);
});

test('corrections: each is stated, and the article is as new as the last', () => {
  const corrections = [
    { date: '2026-05-20', text: 'Nine, not ten.' },
    { date: '2026-07-02', text: 'In 1937.' },
  ];
  const edition = makeEdition('en', 'a', { updated: '2026-06-01', corrections });
  // The properties are those of schema.org/CorrectionComment and schema.org/correction.
  expect(describeArticle({ ...parts, edition })).toMatchObject({
    dateModified: '2026-07-02',
    correction: [
      { '@type': 'CorrectionComment', datePublished: '2026-07-02', text: 'In 1937.', inLanguage: 'en' },
      { '@type': 'CorrectionComment', datePublished: '2026-05-20', text: 'Nine, not ten.', inLanguage: 'en' },
    ],
  });
});

test('a page without a date has none', () => {
  const edition = makeEdition('en', 'about', { kind: 'page', date: '', authors: [] });
  const ld = describePage({ edition, twin: undefined, original: 'en', siteUrl: undefined });
  expect(ld).toMatchObject({ '@type': 'WebPage', name: 'T about' });
  for (const key of ['datePublished', 'dateModified', 'author', 'headline', 'url'])
    expect(ld).not.toHaveProperty([key]);
});
