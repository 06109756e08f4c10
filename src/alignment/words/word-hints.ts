import type { BlockReading } from '../pairing/block-reading.ts';
import { skeletonPersian, skeletonsEnglish, trustSkeleton } from './transliteration.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What spelling and sound alone say of words, as if a lexicon had seen it. */
export interface WordHints {
  readonly pairs: ReadonlyMap<number, readonly Hint[]>;
  readonly en: Float64Array;
  readonly fa: Float64Array;
}

interface Hint {
  readonly fa: number;
  readonly count: number;
}

/** The same word on both sides counts as if seen as its own translation so often. */
const IDENTITY = 20;
const TRANSLITERATION = 6;

const ANCHOR = /^[#@~=]/;
const YEAR = /^#(1[89]\d\d|20\d\d)$/;

export function findHints(readings: readonly BlockReading[], en: Vocabulary, fa: Vocabulary): WordHints {
  const pairs = new Map<number, Hint[]>();
  const hints = { pairs, en: new Float64Array(en.names.length), fa: new Float64Array(fa.names.length) };
  const add = (id: number, hint: Hint): void => {
    const known = pairs.get(id);
    if (known === undefined) pairs.set(id, [hint]);
    else known.push(hint);
  };
  addIdentities(hints, en, fa, add);
  addTransliterations(hints, readings, en, fa, add);
  return hints;
}

type Add = (en: number, hint: Hint) => void;

/** Numbers, dates, links and Latin words stand for themselves; years also for Solar Hijri years. */
function addIdentities(hints: WordHints, en: Vocabulary, fa: Vocabulary, add: Add): void {
  for (const [id, name] of fa.names.entries()) {
    const twin = en.ids.get(name);
    const isAnchor = ANCHOR.test(name);
    if (isAnchor || /^[a-z]/i.test(name)) hints.fa[id]! += isAnchor ? weighAnchor(name, twin) : IDENTITY;
    if (twin === undefined) continue;
    add(twin, { fa: id, count: 0.9 * IDENTITY });
    if (!isAnchor) hints.en[twin]! += IDENTITY;
  }
  for (const [id, name] of en.names.entries()) {
    if (!ANCHOR.test(name)) continue;
    hints.en[id]! += weighAnchor(name, fa.ids.get(name));
    const year = YEAR.exec(name);
    if (year === null) continue;
    for (const offset of [621, 622]) {
      const persian = fa.ids.get(`#${Number(year[1]) - offset}`);
      if (persian !== undefined) add(id, { fa: persian, count: 0.4 * IDENTITY });
    }
  }
}

/** A missing number says a lot; a link or a date may only be written otherwise. */
function weighAnchor(name: string, twin: number | undefined): number {
  return name[0] !== '#' && twin === undefined ? 2 : IDENTITY;
}

function addTransliterations(
  hints: WordHints,
  readings: readonly BlockReading[],
  en: Vocabulary,
  fa: Vocabulary,
  add: Add,
): void {
  const names = new Map<string, string>();
  for (const block of readings) for (const [stem, name] of block.names) names.set(stem, name);
  if (names.size === 0) return;
  const bySkeleton = new Map<string, number[]>();
  for (const [id, name] of fa.names.entries()) {
    if (/^[#@~=a-z]/i.test(name)) continue;
    const skeleton = skeletonPersian(name);
    if (trustSkeleton(skeleton) === 0) continue;
    const ids = bySkeleton.get(skeleton);
    if (ids === undefined) bySkeleton.set(skeleton, [id]);
    else ids.push(id);
  }
  for (const [stem, name] of names) {
    const id = en.ids.get(stem)!;
    const matches = new Map<number, number>();
    for (const skeleton of skeletonsEnglish(name)) {
      for (const match of bySkeleton.get(skeleton) ?? []) matches.set(match, trustSkeleton(skeleton));
    }
    for (const [match, trust] of matches) {
      const count = (TRANSLITERATION * trust) / matches.size;
      add(id, { fa: match, count });
      hints.en[id]! += count;
      hints.fa[match]! += count;
    }
  }
}
