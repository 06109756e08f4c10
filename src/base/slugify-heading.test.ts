import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugifyHeading } from './slugify-heading.ts';

test.each([
  ['What is a *beyt*?', 'what-is-a-beyt'],
  ['نیم\u200cفاصله چیست؟', 'نیم\u200cفاصله-چیست'],
  ['C++ & Rust', 'c-rust'],
  ['…', 'section'],
])('%s', (text, slug) => expect(slugifyHeading(text, [])).toBe(slug));

test('every heading of a page has a slug of its own', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A b', 'a-b', 'a b 1', 'A-B-1', '؟', 'آب')), (headings) => {
      const taken: { slug: string }[] = [];
      for (const heading of headings) taken.push({ slug: slugifyHeading(heading, taken) });
      expect(new Set(taken.map((t) => t.slug)).size).toBe(headings.length);
    }),
  );
});
