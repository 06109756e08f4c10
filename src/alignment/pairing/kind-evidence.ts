import type { BlockType } from '../../markdown/block.ts';
import type { BlockReading } from './block-reading.ts';
import type { Shares } from './document-shares.ts';

export interface Kinds {
  readonly count: number;
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** Log-likelihood ratio of a pair, of an English block as part of a unit, and of a Persian one. */
  readonly pairs: Float64Array;
  readonly enParts: Float64Array;
  readonly faParts: Float64Array;
}

export function compareKinds(
  en: readonly BlockReading[],
  fa: readonly BlockReading[],
  enShares: Shares,
  faShares: Shares,
): Kinds {
  const numbers = new Map<string, number>();
  const kinds: BlockReading[] = [];
  const number = (block: BlockReading): number => {
    const name = `${block.type}${block.depth}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, kinds.length);
    return kinds.push(block) - 1;
  };
  const enKinds = Int32Array.from(en, number);
  const faKinds = Int32Array.from(fa, number);
  const count = kinds.length;
  const [pairs, enParts, faParts] = [0, 0, 0].map(() => new Float64Array(count * count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [x, one] of kinds.entries()) {
    for (const [y, other] of kinds.entries()) {
      const enShare = shareOf(enShares, one.type);
      const faShare = shareOf(faShares, other.type);
      const types = Math.log(shareTypes(one.type, other.type) / Math.sqrt(enShare * faShare));
      pairs[x * count + y] = Math.max(-5, Math.min(3, types)) + scoreDepth(faShares, one, other);
      enParts[x * count + y] = Math.log(shareMerged(one.type, other.type) / enShare);
      faParts[x * count + y] = Math.log(shareMerged(other.type, one.type) / faShare);
    }
  }
  return { count, en: enKinds, fa: faKinds, pairs, enParts, faParts };
}

function shareOf(shares: Shares, type: BlockType): number {
  return ((shares.types.get(type) ?? 0) + 0.5) / (shares.count + 1);
}

/** Measured on documents whose authors marked up freely. */
function shareTypes(en: BlockType, fa: BlockType): number {
  if (en === fa) return 0.95;
  const pair = [en, fa].sort().join(' ');
  if (pair === 'li p' || pair === 'p quote') return 0.03;
  if (pair === 'h p' || pair === 'img p' || pair === 'jsx quote' || pair === 'caption p' || pair === 'fn p')
    return 0.015;
  return 0.004;
}

function shareMerged(part: BlockType, whole: BlockType): number {
  if (part === whole) return part === 'h' ? 0.1 : 0.8;
  if (part === 'h' || whole === 'h') return 0.01;
  if (part === 'jsx' || part === 'code' || part === 'img') return 0.02;
  return 0.15;
}

function scoreDepth(faShares: Shares, en: BlockReading, fa: BlockReading): number {
  if (en.type !== fa.type || (en.type !== 'h' && en.type !== 'li')) return 0;
  if (en.depth === 0 || fa.depth === 0) return 0;
  const total = (faShares.types.get(fa.type) ?? 0) + 1;
  const share = ((faShares.depths.get(`${en.type}${en.depth}`) ?? 0) + 0.5) / total;
  return en.depth === fa.depth ? Math.log(0.93 / share) : Math.log(0.07 / Math.max(0.07, 1 - share));
}
