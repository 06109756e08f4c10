import { startRandom } from '../../base/random.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Pairing } from '../unit.ts';
import { makeBlock, type TaggedBlock } from './edit-run.ts';

export interface Passage {
  readonly key: number;
  /** 0 is the first. Each number is another text. */
  wording: Record<Lang, number>;
  spelling: Record<Lang, number>;
}

export interface Manuscript {
  passages: Map<number, Passage>;
  /** In order, each the keys of its passages. */
  blocks: Record<Lang, number[][]>;
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

export const REWRITTEN = 100_000;
const LETTERS = { en: 'abcdefghiklmnoprstuvwyz', fa: 'بپتجچدرزسشعغفقگلمنوه' };

/** Wordings differ in one word, those of another `REWRITTEN` in all; spellings in nothing that is another text. */
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

/** The site takes both for the same word. */
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

export function writeBlocks({ passages, blocks }: Manuscript, side: Lang): TaggedBlock[] {
  return blocks[side].map((keys) =>
    makeBlock(
      keys.map((key) => writePassage(passages.get(key)!, side)).join(' '),
      keys.map((key) => String(key)),
    ),
  );
}

/** In place of the aligner, which is not what this tests. */
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
