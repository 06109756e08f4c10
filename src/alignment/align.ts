import type { Block } from '../works/block.ts';
import type { Pairing } from './unit.ts';

/** A name or term in both languages, with its variants, from `content/glossary.yaml`. */
export interface GlossaryEntry {
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

/** What the aligner may know beyond the two texts. */
export interface AlignOptions {
  readonly glossary?: readonly GlossaryEntry[];
}

/** Sizes of units (blocks of English, blocks of Persian) with the logarithm of their prior. */
const BEADS: readonly (readonly [number, number, number])[] = [
  [1, 1, Math.log(0.9)],
  [1, 0, Math.log(0.02)],
  [0, 1, Math.log(0.02)],
  [2, 1, Math.log(0.02)],
  [1, 2, Math.log(0.02)],
  [2, 2, Math.log(0.002)],
  [3, 1, Math.log(0.004)],
  [1, 3, Math.log(0.004)],
];

/**
 * Pairs the blocks of two editions. Pure and deterministic; every block is in exactly one pairing,
 * in the order of the English text, one-sided Persian ones where they stand in theirs.
 */
export function align(en: readonly Block[], fa: readonly Block[], _options: AlignOptions = {}): Pairing[] {
  const n = en.length;
  const m = fa.length;
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(-Infinity));
  const from = Array.from({ length: n + 1 }, () => new Int8Array(m + 1).fill(-1));
  best[0]![0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      for (const [k, [a, b, prior]] of BEADS.entries()) {
        if (a > i || b > j) continue;
        const score = best[i - a]![j - b]! + prior + scoreUnit(en.slice(i - a, i), fa.slice(j - b, j));
        if (score > best[i]![j]!) {
          best[i]![j] = score;
          from[i]![j] = k;
        }
      }
    }
  }
  const pairings: Pairing[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [a, b] = BEADS[from[i]![j]!]!;
    i -= a;
    j -= b;
    pairings.push({ en: range(i, a), fa: range(j, b), confidence: a === 1 && b === 1 ? 0.9 : 0.7 });
  }
  return pairings.reverse();
}

function scoreUnit(en: readonly Block[], fa: readonly Block[]): number {
  if (en.length === 0 || fa.length === 0) return 0;
  const enLength = en.reduce((sum, block) => sum + block.text.length, 3);
  const faLength = fa.reduce((sum, block) => sum + block.text.length, 3);
  const deviation = Math.log(faLength / enLength) / (enLength < 40 ? 0.3 : enLength < 250 ? 0.2 : 0.13);
  const types = en[0]!.type === fa[0]!.type ? 1 : -3;
  return Math.max(-6, 1.8 - (deviation * deviation) / 2) + types;
}

function range(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => start + k);
}
