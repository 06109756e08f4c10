import { startRandom } from '../../base/random.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Pairing } from '../unit.ts';
import { makeBlock, type TaggedBlock } from './edit-run.ts';

const SIDES = ['en', 'fa'] as const;

/** A passage that both editions have: which wording of it each has now, and the block that holds it. */
export interface Passage {
  readonly key: number;
  /** Number of the wording; 0 is the first. Each number is another text. */
  wording: Record<Lang, number>;
  /** How often it was spelled otherwise. */
  spelling: Record<Lang, number>;
}

/** The editions of a work as their authors know them: passages, and which of them stand in one block. */
export interface Manuscript {
  passages: Map<number, Passage>;
  /** By edition the blocks in order, each the keys of its passages. */
  blocks: Record<Lang, number[][]>;
}

/** What a newsroom knows of a passage: the wordings last seen side by side, and which sides moved on since. */
interface Knowledge {
  reviewed: Record<Lang, number>;
  moved: ReadonlySet<Lang>;
  /** Two people changed it, each without having seen what the other wrote. */
  apart: boolean;
}

export type StaleModel = Map<number, Knowledge>;

export interface TextEdit {
  readonly kind: 'change' | 'rewrite' | 'take back' | 'respell';
  readonly side: Lang;
  readonly at: number;
}

export interface LayoutEdit {
  readonly kind: 'join' | 'split' | 'move';
  readonly side: Lang;
  readonly at: number;
  readonly to: number;
}

export function startManuscript(count: number): Manuscript {
  const keys = Array.from({ length: count }, (_, key) => key);
  return {
    passages: new Map(keys.map((key) => [key, { key, wording: { en: 0, fa: 0 }, spelling: { en: 0, fa: 0 } }])),
    blocks: { en: keys.map((key) => [key]), fa: keys.map((key) => [key]) },
  };
}

export function copyManuscript({ passages, blocks }: Manuscript): Manuscript {
  return structuredClone({ passages, blocks });
}

const REWRITTEN = 100_000;
const LETTERS = { en: 'abcdefghiklmnoprstuvwyz', fa: 'بپتجچدرزسشعغفقگلمنوه' };

/**
 * The text of a passage. Wordings differ in one word, those of another `REWRITTEN` in all. A spelling changes nothing that
 * a reader would call another text.
 */
export function writePassage({ key, wording, spelling }: Passage, side: Lang): string {
  const letters = LETTERS[side];
  const number = wording[side];
  const random = startRandom(1 + key * 7919 + Math.floor(number / REWRITTEN) * 104729 + (side === 'en' ? 0 : 3));
  const letter = () => letters[Math.floor(random() * letters.length)]!;
  const words = Array.from({ length: 9 + (key % 5) * 4 }, () =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, letter).join(''),
  );
  const marks = SPELLINGS[side][spelling[side] % SPELLINGS[side].length]!;
  words[key % words.length] = `${marks[0]}${words[key % words.length]}${marks[1]}`;
  words[(key + 3) % words.length] = `${words[(key + 3) % words.length]}${number % REWRITTEN}`;
  const text = words.join(' ');
  return side === 'fa' && spelling.fa % 2 === 1 ? `${text} علي` : side === 'fa' ? `${text} علی` : text;
}

/** Ways to write a word in quotation marks that are the same to the site. */
const SPELLINGS: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  en: [
    ['“', '”'],
    ['"', '"'],
    ['\u2066“', '\u00ad”'],
  ],
  fa: [
    ['«', '»'],
    ['"', '"'],
    ['\u200f«', '»'],
  ],
};

/** The blocks of an edition, tagged with the passages in them. */
export function writeBlocks({ passages, blocks }: Manuscript, side: Lang): TaggedBlock[] {
  return blocks[side].map((keys) =>
    makeBlock(
      keys.map((key) => writePassage(passages.get(key)!, side)).join(' '),
      keys.map((key) => String(key)),
    ),
  );
}

/** Pairs blocks by the passages in them: what this tests is not the aligner. */
export function alignByPassage(en: readonly TaggedBlock[], fa: readonly TaggedBlock[]): Pairing[] {
  const groups = new Map<string, { en: number[]; fa: number[] }>();
  const find = (tags: ReadonlySet<string>) =>
    [...groups].filter(([key]) => key.split(',').some((tag) => tags.has(tag)));
  for (const [side, list] of [
    ['en', en],
    ['fa', fa],
  ] as const)
    for (const [i, { tags }] of list.entries()) {
      const met = find(tags);
      const merged = { en: met.flatMap(([, group]) => group.en), fa: met.flatMap(([, group]) => group.fa) };
      merged[side].push(i);
      for (const [key] of met) groups.delete(key);
      groups.set([...met.flatMap(([key]) => key.split(',')), ...tags].join(), merged);
    }
  return [...groups.values()].map((group) => ({
    en: group.en.sort((a, b) => a - b),
    fa: group.fa.sort((a, b) => a - b),
    confidence: 1,
  }));
}

/**
 * Change the words of one passage, and nothing else.
 * @param hand whose they are: two people with other numbers never write the same
 */
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

/** A passage that is a block of its own in both editions, between the same two, which are as they were. */
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

/** Cut an edition into other blocks, or move one, without a change to any word. */
export function editLayout({ blocks }: Manuscript, { kind, side, at, to }: LayoutEdit): void {
  const list = blocks[side];
  const place = at % list.length;
  if (kind === 'join' && place + 1 < list.length) list.splice(place, 2, [...list[place]!, ...list[place + 1]!]);
  if (kind === 'move') list.splice(to % list.length, 0, ...list.splice(place, 1));
  if (kind === 'split') {
    const wide = list.findIndex((keys, i) => keys.length > 1 && i >= place);
    const keys = list[wide];
    if (keys)
      list.splice(wide, 1, keys.slice(0, 1 + (to % (keys.length - 1))), keys.slice(1 + (to % (keys.length - 1))));
  }
}

/** All passages as first seen side by side. */
export function startModel({ passages }: Manuscript): StaleModel {
  return new Map(
    [...passages.values()].map(({ key, wording }) => [
      key,
      { reviewed: { ...wording }, moved: new Set(), apart: false },
    ]),
  );
}

/**
 * What a newsroom knows after a run of `align`, by the units that were before it (each a list of passages): a unit of
 * which one side changed is stale; where both did, who changed the second had the first before them.
 */
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

/**
 * What is known of units that have been joined: a unit is as stale as any part of it. Of the side that moved on nothing
 * counts as seen, since parts of a text that were changed while they were joined cannot be told apart.
 */
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

/**
 * What is known after two branches were merged: that of the branch whose wordings are there on both sides, for it saw
 * them together; else nobody did.
 */
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
    // Where all agree on one side, they differ on the other alone, and what each has seen is known of the one.
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
