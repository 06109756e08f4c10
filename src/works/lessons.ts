import { readFileSync } from 'node:fs';
import { parseRecord } from '../alignment/records/parse-record.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { learnSiteLexicon } from '../alignment/words/site-lexicon.ts';
import { digest, digestBytes } from '../base/digest.ts';
import { remember } from '../base/remember.ts';
import type { Work } from '../content/work.ts';
import type { Block } from '../markdown/block.ts';
import { recordPath } from '../records/record-files.ts';

/** Units that a lexicon is learned from at the most: more teach hardly anything and cost time. */
const MOST_UNITS = 20_000;

/** Words that the records of a site teach. */
export interface Lesson {
  readonly total: ReturnType<typeof learnSiteLexicon>;
  /** Work → its part of the total. */
  readonly index: ReadonlyMap<string, number>;
}

const toBlock = (text: string): Block => ({ type: 'p', depth: 0, text, links: [] });

/** @param records all of a site, in a fixed order */
export function learnFrom(records: readonly AlignmentRecord[]): Lesson {
  const taught = chooseRecords(records);
  const total = learnSiteLexicon(
    taught.map(({ units }) => ({
      en: units.map((u) => toBlock(u.en.join(' '))),
      fa: units.map((u) => toBlock(u.fa.join(' '))),
      pairings: units.map((u, i) => ({ en: [i], fa: [i], confidence: u.confidence ?? 1 })),
    })),
  );
  return { total, index: new Map(taught.map((record, i) => [record.work, i])) };
}

function chooseRecords(records: readonly AlignmentRecord[]): Pick<AlignmentRecord, 'work' | 'units'>[] {
  const pairs = records.map(({ work, units }) => ({ work, units: units.filter((u) => u.en.length && u.fa.length) }));
  const step = Math.max(1, Math.ceil(pairs.reduce((sum, r) => sum + r.units.length, 0) / MOST_UNITS));
  return pairs.filter((_, i) => i % step === 0);
}

/** The committed record as it is stored; null when the work has none. */
export function readRecord(contentDir: string, name: string): Buffer | null {
  try {
    return readFileSync(recordPath(contentDir, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** What the committed records teach, each of them read once. Where one has changed, open them again. */
export interface Lessons {
  /** Changes with every record of these works. */
  readonly keyOf: (works: readonly Work[]) => string;
  readonly learn: (works: readonly Work[]) => Lesson;
}

export function openLessons(contentDir: string): Lessons {
  const digests = new Map<string, string>();
  let last: { readonly key: string; readonly lesson: Lesson } | undefined;
  const keyOf = (works: readonly Work[]): string =>
    digest(
      ...works.map(({ name }) =>
        remember(digests, name, () => digestBytes(readRecord(contentDir, name) ?? Buffer.of())),
      ),
    );
  return {
    keyOf,
    learn(works) {
      const key = keyOf(works);
      if (last?.key !== key) {
        const texts = works.flatMap(({ name }) => readRecord(contentDir, name)?.toString() ?? []);
        last = { key, lesson: learnFrom(texts.flatMap((text) => parseRecord(text).record ?? [])) };
      }
      return last.lesson;
    },
  };
}
