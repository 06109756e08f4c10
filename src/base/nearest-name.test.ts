import { expect, test } from 'vitest';
import { findNearest } from './nearest-name.ts';

const known = ['LengthsDiffer', 'LinkBroken', 'zahra'];

test.each([
  ['LengthDiffers', 'LengthsDiffer'],
  ['linkbroken', 'LinkBroken'],
  ['Lengths', 'LengthsDiffer'],
  ['zara', 'zahra'],
  ['Len', undefined],
  ['SomethingElse', undefined],
])('nearest to %s: %s', (name, near) => expect(findNearest(name, known)).toBe(near));
