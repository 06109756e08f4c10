import { expect, test } from 'vitest';
import { createPathCheck } from './links.ts';
import { findBrokenTarget, listNavigation } from './navigation.ts';
import { makeContent, makeEdition } from './testing/make-content.ts';

const content = makeContent(
  makeEdition('en', 'contact', { kind: 'page' }),
  makeEdition('fa', 'تماس', { kind: 'page' }),
);

test('pages by their names, both languages, elsewhere; what has no page is left out', () => {
  const links = [
    { to: 'works.html' },
    { to: 'search.html?q=war', label: { en: 'War', fa: 'جنگ' } },
    { to: { en: 'contact.html#form', fa: 'تماس.html' }, label: { en: 'Contact', fa: 'تماس' } },
    { to: 'contact.html', label: { en: 'In English', fa: 'به انگلیسی' } },
    { to: 'none.html', label: { en: 'None', fa: 'هیچ' } },
    { to: 'https://example.org/', label: { en: 'Elsewhere', fa: 'جای دیگر' } },
  ];
  expect(listNavigation(content, links, 'en')).toEqual([
    { label: 'All works', path: 'en/works.html' },
    { label: 'War', path: 'en/search.html?q=war' },
    { label: 'Contact', path: 'en/contact.html#form' },
    { label: 'In English', path: 'en/contact.html' },
    { label: 'Elsewhere', outer: 'https://example.org/' },
  ]);
  expect(listNavigation(content, links, 'fa').map(({ path, outer }) => path ?? outer)).toEqual([
    'fa/works.html',
    'fa/search.html?q=war',
    'fa/تماس.html',
    'https://example.org/',
  ]);
});

test('the podcast is linked where there is one: it needs sound and the address of the site', () => {
  const links = [{ to: 'podcast.xml', label: { en: 'Podcast', fa: 'پادکست' } }];
  const heard = makeContent({ ...makeEdition('en', 'call'), sound: './call.mp3' });
  // These tests run without SITE_URL.
  expect(listNavigation(heard, links, 'en')).toEqual([]);
  const isPage = createPathCheck(heard);
  expect(findBrokenTarget(links[0]!, 'en', isPage)).toBeUndefined();
  expect(findBrokenTarget(links[0]!, 'fa', isPage)).toBe('fa/podcast.xml');
});
