import type { Random } from '../../src/base/random.ts';

/** A whole number from 0 to `below` - 1. */
export function pickNumber(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of a list. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[pickNumber(random, items.length)]!;
}
