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
  ).toBe('wide');
});

test('Persian letters are narrow, and marks and half-spaces take no room', () => {
  // As measured in Chromium, this bar fits from 820 pixels on.
  const persian = ['همهٔ نوشته‌ها', 'سیاست', 'فرهنگ', 'نویسندگان', 'دربارهٔ ما', 'تماس', 'کمک مالی'];
  expect(findMenuWidth('سطرهای کابل', links(...persian))).toBe('middle');
});
