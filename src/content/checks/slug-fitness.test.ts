import { expect, test } from 'vitest';
import { findUnfitness } from './slug-fitness.ts';

test.each(['alliances', 'گاه‌شمار-دو-سقوط', "it's & fine, (even) so+much", '2026/notes', 'console', 'a.b'])(
  '%s is fit for every host',
  (slug) => expect(findUnfitness(slug)).toBeUndefined(),
);

test.each([
  ['what?', 'the character "?"'],
  ['100%', 'the character "%"'],
  ['a/c#', 'the character "#"'],
  ['12:30', 'the character ":"'],
  ['a\u0007b', 'the character "\\u0007"'],
  ['deep./a', 'dot or a space'],
  ['a.html', '.html'],
  ['old.HTM/a', '.html'],
  ['a/COM1.notes', 'Windows'],
  ['د'.repeat(121), '240 bytes'],
])('%s is not: %s', (slug, reason) => expect(findUnfitness(slug)).toContain(reason));
