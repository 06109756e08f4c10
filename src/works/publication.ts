import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reconciled, reconcile } from '../alignment/reconcile.ts';
import { type AlignmentRecord, parseRecord } from '../alignment/record.ts';
import type { Unit } from '../alignment/unit.ts';
import { createFinding, type Finding } from '../errors.ts';
import { createAligner } from './aligner.ts';
import type { Lang } from './block.ts';
import { type Compiled, compileEdition } from './compile.ts';
import type { Edition } from './edition.ts';
import { locateField } from './frontmatter.ts';
import { checkImage } from './images.ts';
import { createLinkResolver, type LinkTarget } from './links.ts';
import type { Content } from './load.ts';
import { listEditions, type Work } from './work.ts';

/** An edition with all that its pages need. */
export interface PreparedEdition {
  readonly edition: Edition;
  readonly compiled: Compiled;
  /** The unit of each block. */
  readonly units: readonly Unit[];
  /** Blocks that are the first of their unit in this edition, where the page puts the unit's id. */
  readonly first: ReadonlySet<number>;
}

/** A work compiled, segmented and aligned: made once, shared by its pages, feeds, index and exports. */
export interface PreparedWork {
  readonly work: Work;
  readonly editions: Readonly<Partial<Record<Lang, PreparedEdition>>>;
  readonly alignment: Reconciled;
}

/** Content made ready to publish: works are prepared when first asked for and kept. */
export interface Publication {
  readonly content: Content;
  readonly contentDir: string;
  readonly prepare: (work: Work) => PreparedWork;
  /** Where link `index` of an edition leads; null where it leads nowhere (reported by `checkReferences`). */
  readonly resolveLink: (edition: Edition, target: string) => LinkTarget | null;
  readonly workOf: (edition: Edition) => Work;
  /** All findings on the content, compiling every work. */
  readonly collectFindings: () => Finding[];
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

function readRecord(contentDir: string, name: string): AlignmentRecord | null {
  const path = join(contentDir, 'alignment', `${name}.json`);
  if (!existsSync(path)) return null;
  return parseRecord(readFileSync(path, 'utf8')).record ?? null;
}

export function createPublication(content: Content, contentDir: string): Publication {
  const prepared = new Map<Work, PreparedWork>();
  const workOf = new Map<Edition, Work>();
  for (const work of content.works) for (const edition of listEditions(work)) workOf.set(edition, work);
  const resolveLink = createLinkResolver(content);

  const alignWork = createAligner(content.glossary, () =>
    content.works.flatMap((work) => readRecord(contentDir, work.name) ?? []),
  );

  const prepare = (work: Work): PreparedWork => {
    const known = prepared.get(work);
    if (known) return known;
    const compiled: Partial<Record<Lang, Compiled>> = {};
    for (const edition of listEditions(work))
      compiled[edition.lang] = compileEdition(edition.source, edition.file, edition.lang, content.glossary);
    const alignment = reconcile(
      readRecord(contentDir, work.name),
      compiled.en?.blocks ?? null,
      compiled.fa?.blocks ?? null,
      {
        work: work.name,
        original: work.original,
        align: alignWork(work.name),
      },
    );
    const editions: Partial<Record<Lang, PreparedEdition>> = {};
    for (const edition of listEditions(work)) {
      const own = compiled[edition.lang]!;
      const mapped = mapUnits(alignment, edition.lang, own.blocks.length);
      editions[edition.lang] = { edition, compiled: own, ...mapped };
    }
    const result = { work, editions, alignment };
    prepared.set(work, result);
    return result;
  };

  const hasFragment = (target: LinkTarget): boolean => {
    if (!target.fragment || !target.edition) return true;
    const own = prepare(workOf.get(target.edition)!).editions[target.edition.lang]!;
    return findPlace(own, target.fragment) !== null || own.compiled.html.includes(` id="${target.fragment}"`);
  };

  const checkReferences = (work: Work): Finding[] => {
    const findings: Finding[] = [];
    for (const { edition, compiled } of Object.values(prepare(work).editions)) {
      for (const link of compiled.links) {
        const at = { file: edition.file, line: link.line, column: link.column };
        const target = resolveLink(edition, link.target);
        if (!target) findings.push(createFinding('LinkBroken', at, { target: link.target }));
        else if (!hasFragment(target)) findings.push(createFinding('FragmentBroken', at, { target: link.target }));
      }
      for (const image of compiled.images) {
        const at = { file: edition.file, line: image.line, column: image.column };
        findings.push(...checkImage(contentDir, edition, image.target, at));
      }
      const { cover } = edition.frontmatter;
      const at = { file: edition.file, ...locateField(edition.source, ['cover', 'src']) };
      if (cover) findings.push(...checkImage(contentDir, edition, cover.src, at));
    }
    return findings;
  };

  return {
    content,
    contentDir,
    prepare,
    resolveLink,
    workOf: (edition) => workOf.get(edition)!,
    collectFindings: () => [
      ...content.findings,
      ...content.works.flatMap((work) => [
        ...Object.values(prepare(work).editions).flatMap((e) => e.compiled.findings),
        ...checkReferences(work),
      ]),
    ],
  };
}

/** The place that a fragment names in an edition: a unit id, an alias, or a heading's slug. Null where there is none. */
export function findPlace(own: PreparedEdition, fragment: string): string | null {
  const heading = own.compiled.headings.find((h) => h.slug === fragment);
  if (heading) return own.units[heading.block]!.id;
  const unit = own.units.find((u) => u.id === fragment || u.aliases.includes(fragment));
  return unit ? fragment : null;
}

/** Digest of any number of texts, to tell whether something changed. 16 hex digits. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}
