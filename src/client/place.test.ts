import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseReading, formatPlace, parsePlace } from './place.ts';

const anyPlace = fc.record({
  unit: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  top: fc.integer({ min: -999999, max: 999999 }).map((hundredths) => hundredths / 100),
  nth: fc.nat(9),
  back: fc.nat(9),
  from: fc.constantFrom<'' | 'en' | 'fa' | 'both'>('', 'en', 'fa', 'both'),
});

test('a place survives the address', () => {
  fc.assert(
    fc.property(anyPlace, (place) => {
      expect(parsePlace(`#${formatPlace(place)}`)).toEqual(place);
    }),
  );
});

test('an address stays as short as what it says', () => {
  expect(formatPlace({ unit: 'k7q2', top: 132, nth: 0, back: 0, from: '' })).toBe('k7q2~132');
  expect(formatPlace({ unit: 'k7q2', top: -3.004, nth: 0, back: 2, from: '' })).toBe('k7q2~-3~~2');
});

test.each(['', '#', '#k7q2', '#k7q2~', '#k7q2~x', '#7~1', '#k7q2~1~0~0~de', '#a~1~2~3~en~4'])(
  'an ordinary fragment is no place: %s',
  (fragment) => expect(parsePlace(fragment)).toBeUndefined(),
);

const stack = (first: number, ...heights: number[]) => {
  let top = first;
  return heights.map((height) => {
    const extent = { top, bottom: top + height };
    top += height + 20;
    return extent;
  });
};

test('the block that begins in the upper part of the window is the one being read', () => {
  expect(chooseReading(stack(-150, 200, 200, 200), 800)).toBe(1);
  expect(chooseReading(stack(0, 200, 200), 800)).toBe(0);
});

test('a block that fills the window is being read although it began above', () => {
  expect(chooseReading(stack(-900, 2000, 200), 800)).toBe(0);
  expect(chooseReading(stack(-100, 700, 200), 800)).toBe(0);
});

test('above the text the first block is next, below it the last one was', () => {
  expect(chooseReading(stack(700, 100, 100), 800)).toBe(0);
  expect(chooseReading(stack(-900, 100, 100), 800)).toBe(1);
  expect(chooseReading([], 800)).toBe(-1);
});
