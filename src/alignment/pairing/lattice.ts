import { findCell } from './band.ts';
import type { Bead } from './beads.ts';
import { SPLIT } from './extents.ts';
import { addLogs } from './logarithms.ts';
import { type ScoreModel, type Shape, scoreUnits } from './unit-score.ts';

export interface Lattice {
  readonly beads: readonly Bead[];
  /** Node (i, j): i English and j Persian blocks are done. Its number is `start[i] + j − low[i]`. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly start: Int32Array;
  readonly size: number;
  /** Of each bead that ends at a node: `scores[node × beads + bead]`. */
  readonly scores: Float32Array;
}

/** A bead on a path, by the blocks before it, with its posterior. */
export interface Step {
  readonly bead: Bead;
  readonly en: number;
  readonly fa: number;
  readonly score: number;
  readonly probability: number;
}

export function buildLattice(model: ScoreModel, beads: readonly Bead[]): Lattice {
  const rows = model.en.length;
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1);
  const start = new Int32Array(rows + 1);
  let size = 0;
  for (let i = 0; i <= rows; i++) {
    low[i] = i === 0 ? 0 : model.band.low[i - 1]!;
    high[i] = i === rows ? model.fa.length : Math.max(model.band.high[i]!, i === 0 ? 0 : model.band.high[i - 1]!);
    start[i] = size;
    size += high[i]! - low[i]! + 1;
  }
  const lattice: Lattice = {
    beads,
    low,
    high,
    start,
    size,
    scores: new Float32Array(size * beads.length).fill(-Infinity),
  };
  const { plans, shapes } = planBeads(beads);
  const tables = scoreUnits(model, shapes);
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      const node = (start[i]! + j - low[i]!) * beads.length;
      for (let k = 0; k < beads.length; k++) {
        const { en, fa } = beads[k]!;
        if (findNode(lattice, i - en, j - fa) < 0) continue;
        let score = plans[k]!.prior;
        for (const { shape, enBack, faBack } of plans[k]!.units) {
          const cell = findCell(model.band, i - enBack, j - faBack);
          score += cell < 0 ? -Infinity : tables[shape]![cell]!;
        }
        lattice.scores[node + k] = score;
      }
    }
  }
  return lattice;
}

interface Plan {
  readonly prior: number;
  readonly units: readonly { readonly shape: number; readonly enBack: number; readonly faBack: number }[];
}

function planBeads(beads: readonly Bead[]): { readonly plans: readonly Plan[]; readonly shapes: readonly Shape[] } {
  const shapes: Shape[] = [];
  const number = (en: number, fa: number): number => {
    const known = shapes.findIndex((shape) => shape.en === en && shape.fa === fa);
    return known < 0 ? shapes.push({ en, fa }) - 1 : known;
  };
  const taken = (blocks: readonly number[]): number =>
    blocks.at(-1)! - blocks[0]! === blocks.length - 1 ? blocks.length : SPLIT;
  const plans = beads.map(({ en, fa, prior, parts }): Plan => {
    const units = parts ?? [{ en: range(0, en), fa: range(0, fa) }];
    return {
      prior: Math.log(prior),
      units: units
        .filter((unit) => unit.en.length > 0 && unit.fa.length > 0)
        .map((unit) => ({
          shape: number(taken(unit.en), taken(unit.fa)),
          enBack: en - unit.en.at(-1)!,
          faBack: fa - unit.fa.at(-1)!,
        })),
    };
  });
  return { plans, shapes };
}

export function range(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => start + k);
}

function findNode(lattice: Lattice, i: number, j: number): number {
  if (i < 0 || j < lattice.low[i]! || j > lattice.high[i]!) return -1;
  return lattice.start[i]! + j - lattice.low[i]!;
}

/** The path of greatest score, each step with its posterior probability (forward–backward, tempered). */
export function findPath(lattice: Lattice, temper: number): Step[] {
  const { beads, scores, size } = lattice;
  const best = new Float64Array(size).fill(-Infinity);
  const from = new Int8Array(size).fill(-1);
  const forward = new Float64Array(size).fill(-Infinity);
  best[0] = 0;
  forward[0] = 0;
  visitNodes(lattice, (i, j, node) => {
    for (let k = 0; k < beads.length; k++) {
      const score = scores[node * beads.length + k]!;
      if (score === -Infinity) continue;
      const before = findNode(lattice, i - beads[k]!.en, j - beads[k]!.fa);
      if (best[before]! + score > best[node]!) {
        best[node] = best[before]! + score;
        from[node] = k;
      }
      forward[node] = addLogs(forward[node]!, forward[before]! + temper * score);
    }
  });
  const backward = new Float64Array(size).fill(-Infinity);
  backward[size - 1] = 0;
  visitNodes(
    lattice,
    (i, j, node) => {
      if (backward[node] === -Infinity) return;
      for (let k = 0; k < beads.length; k++) {
        const score = scores[node * beads.length + k]!;
        if (score === -Infinity) continue;
        const before = findNode(lattice, i - beads[k]!.en, j - beads[k]!.fa);
        backward[before] = addLogs(backward[before]!, backward[node]! + temper * score);
      }
    },
    true,
  );
  const steps: Step[] = [];
  const total = forward[size - 1]!;
  for (let i = lattice.low.length - 1, j = lattice.high[i]!; i > 0 || j > 0; ) {
    const node = findNode(lattice, i, j);
    const bead = beads[from[node]!]!;
    const score = scores[node * beads.length + from[node]!]!;
    i -= bead.en;
    j -= bead.fa;
    const logProbability = forward[findNode(lattice, i, j)]! + temper * score + backward[node]! - total;
    steps.push({ bead, en: i, fa: j, score, probability: Math.min(1, Math.exp(logProbability)) });
  }
  return steps.reverse();
}

function visitNodes(lattice: Lattice, visit: (i: number, j: number, node: number) => void, backwards = false): void {
  const last = lattice.low.length - 1;
  for (let row = 0; row <= last; row++) {
    const i = backwards ? last - row : row;
    const [low, high] = [lattice.low[i]!, lattice.high[i]!];
    for (let column = low; column <= high; column++) {
      const j = backwards ? low + high - column : column;
      visit(i, j, lattice.start[i]! + j - low);
    }
  }
}
