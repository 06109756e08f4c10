import type { Random } from '../../src/base/random.ts';

/** From 0 to `below` - 1. */
export function pickNumber(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[pickNumber(random, items.length)]!;
}
