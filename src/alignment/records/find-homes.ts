import type { Lang } from '../../markdown/block.ts';
import { readSide } from './find-slots.ts';
import type { AlignmentRecord } from './record.ts';

/** From this share of the larger of the two on, the texts of an edition are those of a side of a record. */
const LEAST_SHARE = 0.5;

const SIDES = ['en', 'fa'] as const;

/** An edition, wherever it lies, with its texts. */
export interface EditionTexts<T> {
  readonly edition: T;
  readonly lang: Lang;
  readonly texts: readonly string[];
  /** The record of the work that it is in, and whether that has the other edition, too. */
  readonly record: AlignmentRecord | null;
  readonly isPaired: boolean;
}

/** A record of two sides, and the editions that hold them today. */
export interface Homes<T> {
  readonly record: AlignmentRecord;
  readonly editions: Readonly<Record<Lang, T>>;
}

/**
 * Where the two sides of each record are: in the editions of its work, or, where those hold other texts, in those that
 * hold them most. A record of which a side is nowhere is left out. An edition that is paired, and whose own record has its
 * texts, is at home there.
 */
export function findHomes<T>(records: readonly AlignmentRecord[], editions: readonly EditionTexts<T>[]): Homes<T>[] {
  const found = records.flatMap((record) => {
    const [en, fa] = SIDES.map((lang) => findHome(record, lang, editions));
    return en && fa ? [{ record, en, fa }] : [];
  });
  // An edition that two records claim is that of the record which it holds most of.
  const best = new Map<T, number>();
  for (const { en, fa } of found)
    for (const { edition, share } of [en, fa]) best.set(edition, Math.max(share, best.get(edition) ?? 0));
  return found
    .filter(({ en, fa }) => [en, fa].every(({ edition, share }) => best.get(edition) === share))
    .map(({ record, en, fa }) => ({ record, editions: { en: en.edition, fa: fa.edition } }));
}

function findHome<T>(record: AlignmentRecord, lang: Lang, editions: readonly EditionTexts<T>[]) {
  const wanted = new Set(record.units.flatMap((unit) => readSide(unit, lang)));
  if (wanted.size === 0) return undefined;
  let home: { edition: T; share: number } | undefined;
  for (const { edition, lang: own, texts, record: ownRecord, isPaired } of editions) {
    if (own !== lang) continue;
    const share = shareOf(texts, wanted);
    if (share < LEAST_SHARE) continue;
    if (ownRecord === record) return { edition, share: 1 };
    const isSettled = isPaired && ownRecord && isAtHome(texts, ownRecord, lang);
    if (!isSettled && share > (home?.share ?? 0)) home = { edition, share };
  }
  return home;
}

function isAtHome(texts: readonly string[], record: AlignmentRecord, lang: Lang): boolean {
  return shareOf(texts, new Set(record.units.flatMap((unit) => readSide(unit, lang)))) >= LEAST_SHARE;
}

function shareOf(texts: readonly string[], wanted: ReadonlySet<string>): number {
  const held = new Set(texts.filter((text) => wanted.has(text)));
  return held.size / Math.max(new Set(texts).size, wanted.size);
}
