import type { Lang } from '../../markdown/block.ts';
import { type Manuscript, REWRITTEN } from './manuscript.ts';

const SIDES = ['en', 'fa'] as const;

/** The wordings last seen side by side, and which sides moved on since. */
interface Knowledge {
  reviewed: Record<Lang, number>;
  moved: ReadonlySet<Lang>;
  /** Each changed without sight of the other. */
  apart: boolean;
}

export type StaleModel = Map<number, Knowledge>;

export interface TextEdit {
  readonly kind: 'change' | 'rewrite' | 'take back' | 'respell';
  readonly side: Lang;
  readonly at: number;
}

/** @param hand two people with other numbers never write the same */
export function editText(manuscript: Manuscript, { kind, side, at }: TextEdit, model: StaleModel, hand: number): void {
  const passage = manuscript.passages.get(at % manuscript.passages.size)!;
  if (kind === 'respell') passage.spelling[side]++;
  else if (kind === 'change') passage.wording[side] += hand;
  else if (kind === 'take back') {
    const known = model.get(passage.key)!;
    if (!known.apart) passage.wording[side] = known.reviewed[side];
  } else if (canRewrite(manuscript, passage.key, side, model)) {
    passage.wording[side] = REWRITTEN * (Math.floor(passage.wording[side] / REWRITTEN) + 1);
  }
}

function canRewrite({ blocks, passages }: Manuscript, key: number, side: Lang, model: StaleModel): boolean {
  const other = side === 'en' ? 'fa' : 'en';
  const place = (lang: Lang) => blocks[lang].findIndex((keys) => keys.includes(key));
  if (SIDES.some((lang) => blocks[lang][place(lang)]!.length > 1)) return false;
  return [-1, 1].every((step) => {
    const [here, there] = [blocks[side][place(side) + step], blocks[other][place(other) + step]];
    const isSettled = (near: number) =>
      SIDES.every((lang) => passages.get(near)!.wording[lang] === model.get(near)!.reviewed[lang]);
    return here && there ? here.every(isSettled) && here.join() === there.join() : !here && !there;
  });
}

export function startModel({ passages }: Manuscript): StaleModel {
  return new Map(
    [...passages.values()].map(({ key, wording }) => [
      key,
      { reviewed: { ...wording }, moved: new Set(), apart: false },
    ]),
  );
}

/** Where both sides changed, who changed the second had the first before them. */
export function observe(
  before: StaleModel,
  units: readonly (readonly number[])[],
  { passages }: Manuscript,
): StaleModel {
  const after: StaleModel = new Map();
  for (const keys of units) {
    const known = keys.map((key) => before.get(key)!);
    const now = keys.map((key) => passages.get(key)!.wording);
    const changed = SIDES.filter((side) => now.some((wording, i) => wording[side] !== known[i]!.reviewed[side]));
    const wasApart = known.some(({ apart }) => apart);
    const apart = wasApart && changed.length > 0;
    const moved = new Set(apart ? SIDES : changed.length === 1 ? changed : []);
    for (const [i, key] of keys.entries()) {
      const settle = (side: Lang) => (moved.has(side) ? known[i]!.reviewed[side] : now[i]![side]);
      after.set(key, { reviewed: { en: settle('en'), fa: settle('fa') }, moved, apart });
    }
  }
  return after;
}

/** Of the side that moved on nothing counts as seen: changed parts cannot be told apart once joined. */
export function joinUnits(before: StaleModel, model: StaleModel, units: readonly (readonly number[])[]): StaleModel {
  const joined: StaleModel = new Map();
  for (const keys of units) {
    const moved = new Set(keys.flatMap((key) => [...model.get(key)!.moved]));
    const apart = keys.some((key) => model.get(key)!.apart) || moved.size === 2;
    for (const key of keys) {
      const reviewed = { ...model.get(key)!.reviewed };
      for (const side of moved) reviewed[side] = before.get(key)!.reviewed[side];
      joined.set(key, { reviewed, moved, apart });
    }
  }
  return joined;
}

/** Known is what the branch knew whose wordings are there on both sides; else nobody saw them together. */
export function mergeModels(
  fork: Manuscript,
  branches: readonly { manuscript: Manuscript; model: StaleModel }[],
  merged: Manuscript,
  units: readonly (readonly number[])[],
): StaleModel {
  const result: StaleModel = new Map();
  for (const keys of units) {
    const differs = (a: Manuscript, b: Manuscript) =>
      SIDES.some((side) =>
        keys.some((key) => a.passages.get(key)!.wording[side] !== b.passages.get(key)!.wording[side]),
      );
    const saw = branches.filter(({ manuscript }) => !differs(manuscript, merged));
    const moving = branches.filter(({ manuscript }) => differs(manuscript, fork));
    const isFresh = ({ model }: { model: StaleModel }) => keys.every((key) => model.get(key)!.moved.size === 0);
    const source = moving.length === 1 ? moving[0] : (saw.find(isFresh) ?? saw[0]);
    // Where all agree on one side, they differ on the other alone.
    const [mine, yours] = branches;
    const parted = SIDES.filter((side) =>
      keys.some(
        (key) =>
          mine!.manuscript.passages.get(key)!.wording[side] !== yours!.manuscript.passages.get(key)!.wording[side],
      ),
    );
    const isApart = parted.length > 1 || branches.some(({ model }) => keys.some((key) => model.get(key)!.apart));
    for (const key of keys) {
      const known = (source ?? branches[0]!).model.get(key)!;
      result.set(key, source ? known : { ...known, moved: new Set(isApart ? SIDES : parted), apart: isApart });
    }
  }
  return result;
}
