import { findHomes } from '../alignment/records/find-homes.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import type { Edition } from '../content/edition.ts';
import { decideOriginal, listWorkNames, type Work } from '../content/work.ts';
import { langs, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';

/** One work by its record, and not any more by file names or `translationOf`. */
export interface LostPair {
  readonly name: string;
  readonly record: AlignmentRecord;
  readonly original: Edition;
  readonly translation: Edition;
  /** `translationOf` makes them one again, and no other edition is in the way. */
  readonly canKeep: boolean;
}

export interface KnownEdition {
  readonly edition: Edition;
  readonly work: Work | null;
  readonly record: AlignmentRecord | null;
  readonly texts: readonly string[];
}

/** @param records by the name under which they are, those without a work too */
export function findLostPairs(
  records: ReadonlyMap<string, AlignmentRecord>,
  known: readonly KnownEdition[],
): LostPair[] {
  const workOf = new Map(known.map(({ edition, work }) => [edition, work]));
  const nameOf = new Map([...records].map(([name, record]) => [record, name]));
  const homes = findHomes(
    [...records.values()],
    known.map(({ edition, work, record, texts }) => ({
      edition,
      lang: edition.lang,
      texts,
      record,
      isPaired: work !== null && langs.every((lang) => work.editions[lang]),
    })),
  );
  const lost = homes.filter(({ editions: { en, fa } }) => {
    const work = workOf.get(en);
    return !work || work !== workOf.get(fa);
  });
  const pairs = lost.map(({ record, editions }) => {
    const lang = decideOriginal(editions.en, editions.fa);
    return { name: nameOf.get(record)!, record, original: editions[lang], translation: editions[otherLang(lang)] };
  });
  return pairs.map((pair) => ({ ...pair, canKeep: canKeep(pair, pairs, known) }));
}

/** Nothing else will have the pair's name, once all pairs are as they were. */
function canKeep(
  { original, translation }: Pick<LostPair, 'original' | 'translation'>,
  pairs: readonly Pick<LostPair, 'original' | 'translation'>[],
  known: readonly KnownEdition[],
): boolean {
  if (original.frontmatter.translationOf !== undefined && nameOfWork(original) !== translation.slug) return false;
  const isInWay = (other: Edition, lang: Lang) => other.lang === lang && nameOfWork(other) === original.slug;
  return known.every(
    ({ edition }) =>
      edition === original ||
      edition === translation ||
      !isInWay(edition, translation.lang) ||
      pairs.some((pair) => pair.translation === edition),
  );
}

function nameOfWork(edition: Edition): string {
  return listWorkNames(edition).at(-1)!;
}
