import type { Lang } from '../../markdown/block.ts';
import { readSide } from './find-slots.ts';
import type { AlignmentRecord } from './record.ts';

const LEAST_SHARE = 0.5;

export interface EditionTexts<T> {
  readonly edition: T;
  readonly lang: Lang;
  readonly texts: readonly string[];
  /** Of the work that it is in, and whether that has the other edition too. */
  readonly record: AlignmentRecord | null;
  readonly isPaired: boolean;
}

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
  const held = editions.map((edition, place) => ({ ...edition, texts: new Set(edition.texts), place }));
  const editionsOf = Map.groupBy(held, ({ record }) => record);
  let holders: Holders<T> | undefined;
  const findHome = (record: AlignmentRecord, lang: Lang): Home<T> | undefined => {
    const wanted = listWanted(record, lang);
    if (wanted.size === 0) return undefined;
    const home = editionsOf.get(record)?.find((one) => one.lang === lang && shareOf(one.texts, wanted) >= LEAST_SHARE);
    if (home) return { edition: home.edition, share: 1 };
    holders ??= indexTexts(held);
    return searchHome(wanted, holders[lang]);
  };
  const found = records.flatMap((record) => {
    const en = findHome(record, 'en');
    const fa = en && findHome(record, 'fa');
    return fa ? [{ record, en, fa }] : [];
  });
  // An edition that two records claim is that of the record which it holds most of.
  const best = new Map<T, number>();
  for (const { en, fa } of found)
    for (const { edition, share } of [en, fa]) best.set(edition, Math.max(share, best.get(edition) ?? 0));
  return found
    .filter(({ en, fa }) => [en, fa].every(({ edition, share }) => best.get(edition) === share))
    .map(({ record, en, fa }) => ({ record, editions: { en: en.edition, fa: fa.edition } }));
}

interface Home<T> {
  readonly edition: T;
  readonly share: number;
}

interface HeldTexts<T> extends Omit<EditionTexts<T>, 'texts'> {
  readonly texts: ReadonlySet<string>;
  readonly place: number;
}

type Holders<T> = Readonly<Record<Lang, ReadonlyMap<string, readonly HeldTexts<T>[]>>>;

function indexTexts<T>(editions: readonly HeldTexts<T>[]): Holders<T> {
  const holders = { en: new Map<string, HeldTexts<T>[]>(), fa: new Map<string, HeldTexts<T>[]>() };
  for (const edition of editions)
    for (const text of edition.texts) {
      const list = holders[edition.lang].get(text);
      if (list) list.push(edition);
      else holders[edition.lang].set(text, [edition]);
    }
  return holders;
}

function searchHome<T>(wanted: ReadonlySet<string>, holders: Holders<T>[Lang]): Home<T> | undefined {
  const counts = new Map<HeldTexts<T>, number>();
  for (const text of wanted) for (const one of holders.get(text) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  let home: (Home<T> & { place: number }) | undefined;
  for (const [one, count] of counts) {
    const share = count / Math.max(one.texts.size, wanted.size);
    const isBetter = !home || share > home.share || (share === home.share && one.place < home.place);
    if (share >= LEAST_SHARE && isBetter && !isSettled(one)) home = { edition: one.edition, share, place: one.place };
  }
  return home;
}

function isSettled<T>({ isPaired, record, lang, texts }: HeldTexts<T>): boolean {
  return isPaired && record !== null && shareOf(texts, listWanted(record, lang)) >= LEAST_SHARE;
}

function listWanted(record: AlignmentRecord, lang: Lang): Set<string> {
  return new Set(record.units.flatMap((unit) => readSide(unit, lang)));
}

function shareOf(texts: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  return texts.intersection(wanted).size / Math.max(texts.size, wanted.size);
}
