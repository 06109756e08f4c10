import { expect, test } from 'vitest';
import { makeEdition } from '../works/testing/make-content.ts';
import { describeArticle } from './json-ld.ts';

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
    author: [{ '@type': 'Person', name: 'Zahra' }],
    translator: [{ '@type': 'Person', name: 'Zahra' }],
    keywords: ['War'],
    isBasedOn: 'https://p.x/',
    translationOfWork: { inLanguage: 'fa-AF', headline: 'عنوان', '@id': 'https://x.y/fa/%D8%A2.html' },
  });
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
