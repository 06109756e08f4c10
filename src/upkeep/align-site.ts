import { type Reconciled, reconcile } from '../alignment/records/reconcile.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import type { DayOf } from '../alignment/records/staleness.ts';
import type { Glossary } from '../content/glossary.ts';
import type { Block, Lang } from '../markdown/block.ts';
import { datesOf } from '../records/last-changes.ts';
import { type Aligner, createAligner } from '../works/aligner.ts';
import { learnFrom } from '../works/lessons.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';

export type AlignProgress = (what: string, done: number, all: number) => void;

/** An edition that does not exist is null. */
export interface SiteWork {
  readonly name: string;
  readonly original: Lang;
  readonly en: readonly Block[] | null;
  readonly fa: readonly Block[] | null;
  readonly record: AlignmentRecord | null;
  readonly dayOf?: DayOf;
}

/** Below this share, new works teach the rest of the site hardly anything. */
const LEAST_NEW = 0.05;

/** Where much is new it is paired a second time: by then the works teach each other, each one's own left out. */
function alignSite(works: readonly SiteWork[], glossary: Glossary, progress: AlignProgress): Reconciled[] {
  const known = createAligner(glossary, () => learnFrom(works.flatMap((work) => work.record ?? [])));
  const first = works.map((work, i) => {
    progress('Pairing paragraphs', i, works.length);
    return reconcileWork(work, known);
  });
  const asked = works.filter((_, i) => first[i]!.asked);
  if (asked.length < 2 || asked.length < LEAST_NEW * works.length) return first.map(({ reconciled }) => reconciled);
  const taught = createAligner(glossary, () => learnFrom(first.map(({ reconciled }) => reconciled.record)));
  let done = 0;
  return works.map((work, i) => {
    if (!first[i]!.asked) return first[i]!.reconciled;
    progress('Pairing once more, with what the texts have taught', done++, asked.length);
    return reconcileWork(work, taught).reconciled;
  });
}

export interface AlignedEntry {
  readonly entry: SiteEntry;
  readonly reconciled: Reconciled;
}

export function alignEntries(site: OpenSite, progress: AlignProgress = () => {}): AlignedEntry[] {
  const entries = site.entries.filter((entry) => !entry.isSetAside);
  const works = entries.map((entry) => ({ ...entry, dayOf: datesOf(entry) }));
  const results = alignSite(works, site.content.glossary, progress);
  return entries.map((entry, i) => ({ entry, reconciled: results[i]! }));
}

function reconcileWork(work: SiteWork, aligner: Aligner): { reconciled: Reconciled; asked: boolean } {
  const align = aligner(work.name);
  let asked = false;
  const reconciled = reconcile(work.record, work.en, work.fa, {
    work: work.name,
    original: work.original,
    ...(work.dayOf && { dayOf: work.dayOf }),
    align: (en, fa) => {
      asked = true;
      return align(en, fa);
    },
  });
  return { reconciled, asked };
}
