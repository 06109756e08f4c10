import { relative } from 'node:path';
import { parseRecord } from '../alignment/records/parse-record.ts';
import { type Reconciled, reconcile } from '../alignment/records/reconcile.ts';
import type { Unit } from '../alignment/unit.ts';
import type { Edition } from '../content/edition.ts';
import type { Content } from '../content/load.ts';
import { readSource } from '../content/read-source.ts';
import { listEditions, type Work } from '../content/work.ts';
import type { Finding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import { listRecordFindings, recordPath } from '../records/record-files.ts';
import type { Aligner } from './aligner.ts';
import { type Compiled, compileEdition } from './compile.ts';

export interface PreparedEdition {
  readonly edition: Edition;
  readonly compiled: Compiled;
  readonly units: readonly Unit[];
  /** Blocks that are the first of their unit in this edition; they get the unit's id. */
  readonly first: ReadonlySet<number>;
}

export interface PreparedWork {
  readonly work: Work;
  readonly editions: Readonly<Partial<Record<Lang, PreparedEdition>>>;
  readonly alignment: Reconciled;
  readonly recordFindings: readonly Finding[];
}

export function compileFile(content: Content, edition: Edition): Compiled {
  const source = readSource(content, edition);
  if (typeof source === 'string') return compileEdition(source, edition.file, edition.lang, content.glossary);
  const places = () => ({ blocks: [], links: [], images: [], files: [], modules: [] });
  return {
    html: [],
    ids: [],
    blocks: [],
    links: [],
    images: [],
    files: [],
    modules: [],
    headings: [],
    findings: [source],
    imports: false,
    places,
  };
}

function mapUnits(alignment: Reconciled, lang: Lang, blocks: number): { units: Unit[]; first: Set<number> } {
  const units = new Array<Unit>(blocks);
  const first = new Set<number>();
  for (const unit of alignment.units) {
    for (const index of unit[lang]) units[index] = unit;
    if (unit[lang].length) first.add(unit[lang][0]!);
  }
  return { units, first };
}

export function prepareWork(
  work: Work,
  content: Content,
  { contentDir, text, aligner }: { contentDir: string; text: string | null; aligner: Aligner },
): PreparedWork {
  const compiled: Partial<Record<Lang, Compiled>> = {};
  for (const edition of listEditions(work)) compiled[edition.lang] = compileFile(content, edition);
  const parsed = text === null ? null : parseRecord(text);
  const alignment = reconcile(parsed?.record ?? null, compiled.en?.blocks ?? null, compiled.fa?.blocks ?? null, {
    work: work.name,
    original: work.original,
    align: aligner(work.name),
  });
  const editions: Partial<Record<Lang, PreparedEdition>> = {};
  for (const edition of listEditions(work)) {
    const compiledText = compiled[edition.lang]!;
    const mapped = mapUnits(alignment, edition.lang, compiledText.blocks.length);
    editions[edition.lang] = { edition, compiled: compiledText, ...mapped };
  }
  const path = relative(content.root, recordPath(contentDir, work.name));
  const recordFindings = parsed ? listRecordFindings({ path, problems: parsed.problems }) : [];
  return { work, editions, alignment, recordFindings };
}

export function findPlace(edition: PreparedEdition, fragment: string): string | null {
  const heading = edition.compiled.headings.find((h) => h.slug === fragment);
  if (heading) return edition.units[heading.block]!.id;
  const unit = edition.units.find((u) => u.id === fragment || u.aliases.includes(fragment));
  return unit ? fragment : null;
}
