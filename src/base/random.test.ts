import { expect, it } from 'vitest';
import { startRandom } from './random.ts';

/** The first numbers as the definition gives them in unsigned 32-bit arithmetic, times 2³². */
it.each([
  [1, [2693262067, 11749833, 2265367787]],
  [-1, [3850105811, 813802916, 3073704848]],
  [2 ** 32 + 5, [2962560684, 3318907087, 943874942]],
])('gives the numbers of Mulberry32 for the seed %i', (seed, numbers) => {
  const random = startRandom(seed);
  expect(numbers.map(() => random() * 2 ** 32)).toEqual(numbers);
});
