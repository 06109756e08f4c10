import { expect, test } from 'vitest';
import { listAlternates } from './alternates.ts';

test('an article and its translation name each other, and the English one as the default', () => {
  const group = [
    ['en', 'en/a.html'],
    ['fa-AF', 'fa/الف.html'],
    ['x-default', 'en/a.html'],
  ];
  expect(listAlternates({ lang: 'en', path: 'en/a.html', twin: 'fa/الف.html' })).toEqual(group);
  expect(listAlternates({ lang: 'fa', path: 'fa/الف.html', twin: 'en/a.html' })).toEqual(group);
});

test('both front pages and the page where a language is chosen name the same group', () => {
  const group = [
    ['en', 'en/index.html'],
    ['fa-AF', 'fa/index.html'],
    ['x-default', 'index.html'],
  ];
  expect(listAlternates({ lang: 'en', path: 'index.html', twin: 'fa/index.html', paired: false })).toEqual(group);
  expect(listAlternates({ lang: 'en', path: 'en/index.html', twin: 'fa/index.html' })).toEqual(group);
  expect(listAlternates({ lang: 'fa', path: 'fa/index.html', twin: 'en/index.html' })).toEqual(group);
});

test('a page in one language, or in both at once, names none', () => {
  expect(listAlternates({ lang: 'fa', path: 'fa/b.html' })).toEqual([]);
  expect(listAlternates({ lang: 'en', path: 'both/a.html', twin: 'fa/index.html', paired: false })).toEqual([]);
});
