import { expect, test } from 'vitest';
import { findMenuWidth } from './menu.ts';

const links = (...labels: string[]) => labels.map((label) => ({ label, path: 'en/index.html' }));

test('the longer the links, the wider the window that folds them', () => {
  // As measured in Chromium at 640, 992 and 1280 pixels.
  expect(findMenuWidth('Beyt', links('All works', 'Topics', 'People', 'About'))).toBe('narrow');
  const long = ['Politics', 'Economy', 'Culture', 'Society', 'Science', 'Opinion'];
  expect(findMenuWidth('The Herat Letter', links(...long))).toBe('middle');
  expect(
    findMenuWidth('The Herat Letter', links(...long, 'Investigations', 'Photography', 'About', 'Support us')),
  ).toBe('always');
});

test('where all links fit on a screen of 1280 pixels, they are on it', () => {
  // As measured in Chromium, this one fits from 810 pixels on: marks and half-spaces take no room.
  const persian = ['همهٔ نوشته‌ها', 'سیاست', 'فرهنگ', 'نویسندگان', 'دربارهٔ ما', 'تماس', 'کمک مالی'];
  expect(findMenuWidth('سطرهای کابل', links(...persian))).toBe('middle');
  const english = ['All works', 'Politics', 'Culture', 'People', 'About', 'Contact', 'Donate', 'Corrections'];
  expect(findMenuWidth('Kabul Lines', links(...english))).toBe('wide');
});
