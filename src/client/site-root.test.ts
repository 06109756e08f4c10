import { expect, test } from 'vitest';
import { listRoots } from './site-root.ts';

test('one of our folders shows where the site begins', () => {
  expect(listRoots('/en/gone.html')[0]).toBe('/');
  expect(listRoots('/mirror/2026/fa/topics/%DA%AF.html')[0]).toBe('/mirror/2026/');
  expect(listRoots('/en/beyt/fa/gone.html')[0]).toBe('/en/beyt/');
  expect(listRoots('/news/entry/gone.html')).not.toContain('/news/entry/gone.html/');
});

test('without one, every folder above is asked, the nearest first', () => {
  expect(listRoots('/a/b/gone.html')).toEqual(['/a/b/', '/a/', '/']);
  expect(listRoots('/gone')).toEqual(['/']);
});

test('a page named as one of our folders is no folder', () => {
  expect(listRoots('/mirror/en')).toEqual(['/mirror/', '/']);
});
