import { align } from '../alignment/pairing/align.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import type { Pairing } from '../alignment/unit.ts';
import { leaveOut } from '../alignment/words/lexicon.ts';
import { learnSiteLexicon } from '../alignment/words/site-lexicon.ts';
import type { Glossary } from '../content/glossary.ts';
import type { Block } from '../markdown/block.ts';
import { readSeedLexicon } from './read-seed-lexicon.ts';

/** Units that a lexicon is learned from at the most: more teach hardly anything and cost time. */
const LESSONS = 20_000;

export type Aligner = (work: string) => (en: readonly Block[], fa: readonly Block[]) => Pairing[];

const toBlock = (text: string): Block => ({ type: 'p', depth: 0, text, links: [] });

/** Each work is left out of its own lesson. @param readRecords all records of the site, in a fixed order */
export function createAligner(glossary: Glossary, readRecords: () => readonly AlignmentRecord[]): Aligner {
  let lesson: { total: ReturnType<typeof learnSiteLexicon>; index: ReadonlyMap<string, number> } | undefined;
  const learn = () => {
    const taught = takeLessons(readRecords());
    const total = learnSiteLexicon(
      taught.map(({ units }) => ({
        en: units.map((u) => toBlock(u.en.join(' '))),
        fa: units.map((u) => toBlock(u.fa.join(' '))),
        pairings: units.map((u, i) => ({ en: [i], fa: [i], confidence: u.confidence ?? 1 })),
      })),
    );
    return { total, index: new Map(taught.map((record, i) => [record.work, i])) };
  };
  return (work) => (en, fa) => {
    lesson ??= learn();
    const taught = lesson.index.get(work);
    const all = [...readSeedLexicon(), { counts: lesson.total.total, weight: 1 }];
    const lexicon = taught === undefined ? all : leaveOut(all, lesson.total.parts[taught]!);
    return align(en, fa, { lexicon, glossary: glossary.terms });
  };
}

function takeLessons(records: readonly AlignmentRecord[]): Pick<AlignmentRecord, 'work' | 'units'>[] {
  const pairs = records.map(({ work, units }) => ({ work, units: units.filter((u) => u.en.length && u.fa.length) }));
  const step = Math.max(1, Math.ceil(pairs.reduce((sum, r) => sum + r.units.length, 0) / LESSONS));
  return pairs.filter((_, i) => i % step === 0);
}
