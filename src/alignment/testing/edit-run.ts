import fc from 'fast-check';
import { type Random, startRandom } from '../../base/random.ts';
import type { Block, BlockType, Lang } from '../../markdown/block.ts';
import type { Pairing } from '../unit.ts';

/** With the tags of all texts that went into it. */
export interface TaggedBlock extends Block {
  readonly tags: ReadonlySet<string>;
}

export type Editions = Record<Lang, TaggedBlock[]>;

/** Places and lengths are taken modulo what there is. */
export interface Edit {
  readonly kind:
    | 'edit'
    | 'rewrite'
    | 'insert'
    | 'insert pair'
    | 'delete'
    | 'delete pair'
    | 'move'
    | 'swap sections'
    | 'split'
    | 'merge'
    | 'retype';
  readonly side: Lang;
  readonly at: number;
  readonly to: number;
  readonly seed: number;
}

const KINDS: readonly Edit['kind'][] = [
  'edit',
  'edit',
  'edit',
  'rewrite',
  'insert',
  'insert pair',
  'delete',
  'delete pair',
  'move',
  'swap sections',
  'split',
  'merge',
  'retype',
];

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  side: fc.constantFrom<Lang>('en', 'fa'),
  at: fc.nat(1000),
  to: fc.nat(1000),
  seed: fc.nat(2 ** 31 - 1),
});

export function anyEditions(most: number): fc.Arbitrary<Editions> {
  const pair = fc.record({
    seed: fc.nat(2 ** 31 - 1),
    kind: fc.constantFrom('long', 'long', 'long', 'short', 'doubled', 'en', 'fa'),
  });
  return fc.array(pair, { minLength: 1, maxLength: most }).map((pairs) => {
    const editions: Editions = { en: [], fa: [] };
    for (const [i, { seed, kind }] of pairs.entries()) {
      const [en, fa] = kind === 'doubled' ? doubledPair() : makePair(seed + i * 7919, kind === 'short');
      if (kind !== 'fa') editions.en.push(en);
      if (kind !== 'en') editions.fa.push(fa);
    }
    return editions;
  });
}

const LETTERS = { en: 'abcdefghiklmnoprstuvwyz', fa: 'ابپتجچدرزسشعغفقکگلمنوهی' };

function makeWords(lang: Lang, random: Random, count: number): string[] {
  const letters = LETTERS[lang];
  const letter = () => letters[Math.floor(random() * letters.length)]!;
  return Array.from({ length: count }, () => Array.from({ length: 3 + Math.floor(random() * 6) }, letter).join(''));
}

export function makeBlock(text: string, tags: Iterable<string>, type: BlockType = 'p'): TaggedBlock {
  return { type, depth: 0, text, links: [], tags: new Set(tags) };
}

function makePair(seed: number, isShort = false): [TaggedBlock, TaggedBlock] {
  const random = startRandom(seed);
  const length = isShort ? 1 + Math.floor(random() * 3) : 8 + Math.floor(random() * 30);
  const en = makeWords('en', random, length).join(' ');
  const fa = makeWords('fa', random, length).join(' ');
  return [makeBlock(en, [en]), makeBlock(fa, [fa])];
}

function doubledPair(): [TaggedBlock, TaggedBlock] {
  return [makeBlock('For example:', ['For example:']), makeBlock('برای نمونه:', ['برای نمونه:'])];
}

/** Blocks left alone are the same objects. */
export function applyEdit(before: Editions, edit: Edit): Editions {
  const after: Editions = { en: [...before.en], fa: [...before.fa] };
  const list = after[edit.side];
  const random = startRandom(edit.seed);
  const at = list.length === 0 ? 0 : edit.at % list.length;
  const block = list[at];
  if (edit.kind === 'insert' || edit.kind === 'insert pair') {
    const [en, fa] = makePair(edit.seed, edit.seed % 5 === 0);
    if (edit.kind === 'insert pair' || edit.side === 'en') after.en.splice(edit.at % (after.en.length + 1), 0, en);
    if (edit.kind === 'insert pair' || edit.side === 'fa') after.fa.splice(edit.at % (after.fa.length + 1), 0, fa);
    return after;
  }
  if (!block) return after;
  const words = block.text.split(' ');
  const replace = (text: string) => list.splice(at, 1, makeBlock(text, [...block.tags, text], block.type));
  switch (edit.kind) {
    case 'edit':
      words[edit.to % words.length] = makeWords(edit.side, random, 1)[0]!;
      replace(words.join(' '));
      break;
    case 'rewrite':
      replace(words.map((word) => (random() < 0.6 ? makeWords(edit.side, random, 1)[0]! : word)).join(' '));
      break;
    case 'delete pair': {
      const other = edit.side === 'en' ? 'fa' : 'en';
      if (after[other].length > 0) after[other].splice(at % after[other].length, 1);
      list.splice(at, 1);
      break;
    }
    case 'delete':
      list.splice(at, 1);
      break;
    case 'move':
      list.splice(at, 1);
      list.splice(edit.to % (list.length + 1), 0, block);
      break;
    case 'swap sections': {
      const middle = at;
      const end = middle + 1 + (edit.to % (list.length - middle));
      const start = edit.seed % (middle + 1);
      after[edit.side] = [
        ...list.slice(0, start),
        ...list.slice(middle, end),
        ...list.slice(start, middle),
        ...list.slice(end),
      ];
      break;
    }
    case 'split': {
      if (words.length < 2) break;
      const cut = 1 + (edit.to % (words.length - 1));
      const halves = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
      list.splice(at, 1, ...halves.map((text) => makeBlock(text, [...block.tags, text], block.type)));
      break;
    }
    case 'merge': {
      const next = list[at + 1];
      if (!next) break;
      const text = `${block.text} ${next.text}`;
      list.splice(at, 2, makeBlock(text, [...block.tags, ...next.tags, text], block.type));
      break;
    }
    case 'retype':
      list.splice(at, 1, { ...block, type: block.type === 'p' ? 'li' : 'p' });
      break;
  }
  return after;
}

/** Pairs at whim, but the same way each time: what reconciling promises must not hang on a good aligner. */
export function alignAtWhim(en: readonly Block[], fa: readonly Block[]): Pairing[] {
  const random = startRandom(en.length * 7919 + fa.length + (en[0]?.text.length ?? 0));
  const left = { en: en.map((_, i) => i), fa: fa.map((_, i) => i) };
  const take = (side: Lang) => left[side].splice(0, 1 + Math.floor(random() * 1.3));
  const pairings: Pairing[] = [];
  while (left.en.length + left.fa.length > 0) {
    const whim = random();
    pairings.push({
      en: whim < 0.9 || left.fa.length === 0 ? take('en') : [],
      fa: whim > 0.1 || left.en.length === 0 ? take('fa') : [],
      confidence: random(),
    });
  }
  return pairings.filter((pairing) => pairing.en.length + pairing.fa.length > 0);
}
