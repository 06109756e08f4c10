import type { Block, Lang } from '../../markdown/block.ts';
import type { Pairing } from '../unit.ts';
import { type Draft, openOneSided } from './draft.ts';
import { floorConfidence } from './record.ts';

type Blocks = Record<Lang, readonly Block[]>;
type Aligner = (en: readonly Block[], fa: readonly Block[]) => readonly Pairing[];

const SIDES = ['en', 'fa'] as const;

/**
 * Pairs new blocks with one another and with one-sided texts, in windows between units that have both sides. Never
 * joins two units that have ids, nor touches what an editor left one-sided.
 */
export function adoptNew(drafts: readonly Draft[], blocks: Blocks, align: Aligner): Draft[] {
  const owners = { en: mapOwners(drafts, 'en', blocks.en.length), fa: mapOwners(drafts, 'fa', blocks.fa.length) };
  const added: Draft[] = [];
  if (SIDES.some((side) => owners[side].includes(undefined))) {
    for (const window of listWindows(drafts, owners)) {
      if (window.en.length === 0 || window.fa.length === 0) continue;
      const pairings = align(
        window.en.map((i) => blocks.en[i]!),
        window.fa.map((i) => blocks.fa[i]!),
      );
      for (const pairing of pairings) {
        const en = pairing.en.map((i) => window.en[i]!);
        const fa = pairing.fa.map((i) => window.fa[i]!);
        if (en.length > 0 && fa.length > 0) adoptPairing({ en, fa, confidence: pairing.confidence }, owners, added);
      }
    }
  }
  for (const side of SIDES)
    for (const [block, owner] of owners[side].entries()) if (!owner) added.push(openOneSided(side, block));
  return [...drafts, ...added];
}

function mapOwners(drafts: readonly Draft[], side: Lang, count: number): (Draft | undefined)[] {
  const owners = new Array<Draft | undefined>(count).fill(undefined);
  for (const draft of drafts) for (const block of draft[side]) owners[block] = draft;
  return owners;
}

type Owners = Record<Lang, (Draft | undefined)[]>;
type Window = Record<Lang, number[]>;

function listWindows(drafts: readonly Draft[], owners: Owners): Window[] {
  const anchors = drafts.filter((draft) => draft.en.length > 0 && draft.fa.length > 0);
  anchors.sort((a, b) => a.en[0]! - b.en[0]!);
  const chain = findRising(anchors.map((draft) => draft.fa[0]!)).map((i) => anchors[i]!);
  const windows: Window[] = Array.from({ length: chain.length + 1 }, () => ({ en: [], fa: [] }));
  for (const side of SIDES) {
    let passed = 0;
    for (const [block, owner] of owners[side].entries()) {
      while (passed < chain.length && chain[passed]![side][0]! < block) passed++;
      if (!owner || isOpen(owner)) windows[passed]![side].push(block);
    }
  }
  return windows.filter((window) => SIDES.some((side) => window[side].some((block) => !owners[side][block])));
}

function isOpen(draft: Draft): boolean {
  return (draft.en.length === 0 || draft.fa.length === 0) && !draft.relation;
}

function adoptPairing(pairing: Pairing, owners: Owners, added: Draft[]): void {
  const known = new Map<Draft, number>();
  for (const side of SIDES)
    for (const block of pairing[side]) {
      const owner = owners[side][block];
      if (owner) known.set(owner, (known.get(owner) ?? 0) + 1);
    }
  // The unit that has most of the pairing takes the new blocks; other units stay as they are.
  const [host] = [...known.entries()].sort((a, b) => b[1] - a[1]).map(([draft]) => draft);
  const fresh = {
    en: pairing.en.filter((block) => !owners.en[block]),
    fa: pairing.fa.filter((block) => !owners.fa[block]),
  };
  if (fresh.en.length + fresh.fa.length === 0) return;
  const draft = host ?? { id: '', en: [], fa: [], from: [], by: 'auto' as const, absent: false };
  const next = { en: [...draft.en, ...fresh.en], fa: [...draft.fa, ...fresh.fa] };
  if (next.en.length === 0 || next.fa.length === 0) return;
  for (const side of SIDES) {
    draft[side] = next[side].sort((a, b) => a - b);
    for (const block of fresh[side]) owners[side][block] = draft;
  }
  draft.confidence = Math.min(draft.confidence ?? 1, floorConfidence(pairing.confidence));
  if (!host) added.push(draft);
}

/** Patience sorting. */
function findRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const chain: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) chain.push(i);
  return chain.reverse();
}
