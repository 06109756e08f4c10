import type { Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import type { By, Relation } from '../unit.ts';
import { findSlots, keepPlaces, listOwners } from './find-slots.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';

export interface Draft {
  /** Empty for a new unit. */
  id: string;
  en: number[];
  fa: number[];
  from: RecordUnit[];
  /** As it is now, in a unit that it is a part of. */
  isReviewed?: boolean;
  by: By;
  relation?: Relation;
  confidence?: number;
  waive?: Readonly<Record<string, string>>;
  /** Its text is of an edition that does not exist at present. */
  absent: boolean;
}

type Texts = Record<Lang, readonly string[]>;

const SIDES = ['en', 'fa'] as const;

export function isLive(draft: Draft): boolean {
  return draft.en.length > 0 || draft.fa.length > 0;
}

/**
 * Find the record's units again in the present texts of both editions, in the record's order. Units whose texts were
 * merged become one; units without text any more stay in the list, without blocks.
 *
 * @param texts of the blocks, in plain spelling: a text that is only spelled otherwise is the same
 */
export function draftUnits(record: AlignmentRecord, texts: Texts, present: Readonly<Record<Lang, boolean>>): Draft[] {
  const units = [...record.units];
  const found = {
    en: findSlots(units, 'en', texts.en, record.order?.en),
    fa: findSlots(units, 'fa', texts.fa, record.order?.fa),
  };
  keepPlaces(found.en, found.fa);
  keepPlaces(found.fa, found.en);
  const owners = { en: listOwners(found.en), fa: listOwners(found.fa) };
  restoreGone(record.gone, units, owners, texts);
  const group = joinMerged(units.length, [...owners.en, ...owners.fa]);

  const weights = weighUnits(units.length, owners, texts);
  const members = new Map<number, number[]>();
  for (const unit of units.keys()) {
    const root = group(unit);
    const list = members.get(root);
    if (list) list.push(unit);
    else members.set(root, [unit]);
  }
  const drafts = new Map<number, Draft>();
  for (const [root, list] of members) {
    const main = list.reduce((best, unit) => (weights[unit]! > weights[best]! ? unit : best));
    const from = list.map((unit) => units[unit]!);
    drafts.set(root, openDraft(units[main]!, from, present));
  }
  for (const side of SIDES)
    for (const [block, [owner]] of owners[side].entries())
      if (owner !== undefined) drafts.get(group(owner))![side].push(block);
  return [...drafts.values()].flatMap(partOneSided);
}

/** Blocks that nobody owns go back to the unit that had their very text. */
function restoreGone(
  gone: readonly RecordUnit[],
  units: RecordUnit[],
  owners: Record<Lang, number[][]>,
  texts: Texts,
): void {
  if (gone.length === 0) return;
  const returned = new Map<string, number>();
  for (const side of SIDES) {
    const places = new Map<string, number[]>();
    for (const [block, list] of owners[side].entries()) {
      if (list.length > 0) continue;
      const text = texts[side][block]!;
      places.set(text, [...(places.get(text) ?? []), block]);
    }
    for (const unit of gone) {
      for (const text of unit[side]) {
        const block = places.get(spellPlainly(text))?.shift();
        if (block === undefined) continue;
        const index = returned.get(unit.id) ?? units.push(unit) - 1;
        returned.set(unit.id, index);
        owners[side][block]!.push(index);
      }
    }
  }
}

function joinMerged(count: number, owners: readonly (readonly number[])[]): (unit: number) => number {
  const parent = Array.from({ length: count }, (_, i) => i);
  const find = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = unit; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const list of owners) {
    for (const other of list.slice(1)) {
      const [a, b] = [find(list[0]!), find(other)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return find;
}

/** How much of each unit lives on; when merged, the weightiest keeps its id. */
function weighUnits(count: number, owners: Record<Lang, number[][]>, texts: Texts): number[] {
  const weights = new Array<number>(count).fill(0);
  for (const side of SIDES)
    for (const [block, list] of owners[side].entries())
      for (const unit of list) weights[unit]! += texts[side][block]!.length / list.length;
  return weights;
}

function openDraft(main: RecordUnit, from: RecordUnit[], present: Readonly<Record<Lang, boolean>>): Draft {
  const relations = new Set(from.map((unit) => unit.relation));
  const waive = Object.assign({}, ...from.map((unit) => unit.waive), main.waive);
  const confidences = from.map((unit) => unit.confidence).filter((confidence) => confidence !== undefined);
  return {
    id: main.id,
    en: [],
    fa: [],
    from,
    by: from.some((unit) => unit.by === 'human') ? 'human' : 'auto',
    relation: relations.size === 1 ? main.relation : undefined,
    confidence: confidences.length > 0 ? Math.min(...confidences) : undefined,
    waive: Object.keys(waive).length > 0 ? waive : undefined,
    absent: SIDES.some((side) => !present[side] && from.some((unit) => unit[side].length > 0)),
  };
}

function partOneSided(draft: Draft): Draft[] {
  const side = draft.en.length > 0 ? 'en' : 'fa';
  const other = side === 'en' ? 'fa' : 'en';
  const isPair = draft[other].length > 0 || draft.from.some((unit) => unit[other].length > 0);
  if (isPair || draft.relation || draft[side].length < 2) return [draft];
  const [first, ...rest] = draft[side];
  draft[side] = [first!];
  return [draft, ...rest.map((block) => openOneSided(side, block))];
}

export function openOneSided(side: Lang, block: number): Draft {
  return {
    id: '',
    en: side === 'en' ? [block] : [],
    fa: side === 'fa' ? [block] : [],
    from: [],
    by: 'auto',
    absent: false,
  };
}
