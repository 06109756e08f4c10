import { align } from '../alignment/align.ts';
import { type Lexicon, leaveOut } from '../alignment/lexicon.ts';
import { type Reconciled, type ReconcileOptions, reconcile } from '../alignment/reconcile.ts';
import type { AlignmentRecord } from '../alignment/record.ts';
import { learnSiteLexicon } from '../alignment/site-lexicon.ts';
import type { Block, Lang } from './block.ts';
import type { Term } from './glossary.ts';

/** A work as far as aligning it goes. An edition that does not exist is null. */
export interface SiteWork {
  readonly name: string;
  readonly original: Lang;
  readonly en: readonly Block[] | null;
  readonly fa: readonly Block[] | null;
  readonly record: AlignmentRecord | null;
}

/** What the aligner knows beyond the two texts. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly glossary: readonly Term[];
}

/** More works than this teach hardly more, and take long to learn from. */
const MOST_TEACHERS = 400;

/**
 * Reconcile all works of a site with their records. Works in which something is new are aligned twice: the units of the
 * whole site, those found at first and those that are known, teach words that the second time draws on, each work's own
 * left out. The same works give the same result in any order of runs.
 */
export function alignSite(works: readonly SiteWork[], knowledge: Knowledge): Reconciled[] {
  const first = works.map((work) => reconcileWork(work, knowledge.lexicon, knowledge.glossary));
  if (!first.some((result) => result.asked)) return first.map((result) => result.reconciled);
  const teachers = chooseTeachers(
    works,
    first.map((result) => result.reconciled),
  );
  if (teachers.length < 2) return first.map((result) => result.reconciled);
  const site = learnSiteLexicon(
    teachers.map((i) => ({ en: works[i]!.en!, fa: works[i]!.fa!, pairings: first[i]!.reconciled.units })),
  );
  const lexicon: Lexicon = [...knowledge.lexicon, { counts: site.total, weight: 1 }];
  return works.map((work, i) => {
    if (!first[i]!.asked) return first[i]!.reconciled;
    const own = site.parts[teachers.indexOf(i)];
    return reconcileWork(work, own ? leaveOut(lexicon, own) : lexicon, knowledge.glossary).reconciled;
  });
}

function reconcileWork(work: SiteWork, lexicon: Lexicon, glossary: Knowledge['glossary']) {
  let asked = false;
  const options: ReconcileOptions = {
    work: work.name,
    original: work.original,
    align: (en, fa) => {
      asked = true;
      return align(en, fa, { lexicon, glossary });
    },
  };
  const reconciled = reconcile(work.record, work.en, work.fa, options);
  return { reconciled, asked };
}

/** Works with both editions; of very many an even sample, in the order of their names. */
function chooseTeachers(works: readonly SiteWork[], results: readonly Reconciled[]): number[] {
  const able = [...works.keys()].filter((i) =>
    results[i]!.units.some((unit) => unit.en.length > 0 && unit.fa.length > 0),
  );
  able.sort((a, b) => (works[a]!.name < works[b]!.name ? -1 : 1));
  const step = Math.max(1, able.length / MOST_TEACHERS);
  return able.length <= MOST_TEACHERS
    ? able
    : Array.from({ length: MOST_TEACHERS }, (_, n) => able[Math.floor(n * step)]!);
}
