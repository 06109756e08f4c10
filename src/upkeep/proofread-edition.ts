import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Reconciled } from '../alignment/records/reconcile.ts';
import { openFaces } from '../assets/appearance.ts';
import { readDrawnCharacters } from '../assets/drawn-characters.ts';
import type { Edition } from '../content/edition.ts';
import type { Content } from '../content/load.ts';
import { readSource } from '../content/read-source.ts';
import { listEditions } from '../content/work.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Lang, Point } from '../markdown/block.ts';
import type { Fault } from '../proofreading/fault.ts';
import { openPlaces } from '../proofreading/open-places.ts';
import { type ProofreadOptions, proofread } from '../proofreading/proofread.ts';
import { proofreadList } from '../proofreading/proofread-list.ts';
import { settings, settingsFolder } from '../settings/current.ts';
import type { SiteEntry } from './open-site.ts';

/** The unit is there where the record knows it. */
export interface PlacedFault {
  readonly fault: Fault;
  readonly place: Point;
  readonly unit?: Reconciled['units'][number];
}

export interface ProofreadEdition {
  readonly edition: Edition;
  readonly source: string;
  readonly faults: readonly PlacedFault[];
  readonly waived: ReadonlySet<string>;
}

let drawn: ReadonlySet<number> | undefined;

function proofreadOptions(): ProofreadOptions {
  drawn ??= readDrawnCharacters(openFaces(settings.fonts, settingsFolder));
  const has = drawn.has.bind(drawn);
  return { marks: settings.checks.quotes, draws: has };
}

const isBefore = (a: Point, b: Point) => a.line < b.line || (a.line === b.line && a.column <= b.column);

function listUnitPlaces({ compiled }: SiteEntry, reconciled: Reconciled | undefined, lang: Lang) {
  const unitOf = new Map(reconciled?.units.flatMap((unit) => unit[lang].map((index) => [index, unit] as const)));
  const places = unitOf.size ? compiled[lang]!.places().blocks : [];
  return places.map((place, index) => ({ place, unit: unitOf.get(index) }));
}

/** Undefined where the file can no longer be read. */
export function proofreadEdition(
  content: Content,
  entry: SiteEntry,
  edition: Edition,
  reconciled: Reconciled | undefined,
): ProofreadEdition | undefined {
  const source = readSource(content, edition);
  if (typeof source !== 'string') return undefined;
  const { lang, file } = edition;
  const found = proofread(source, file, lang, proofreadOptions());
  const blocks = found.length ? listUnitPlaces(entry, reconciled, lang) : [];
  const placeOf = openPlaces(source);
  const faults = found.map((fault): PlacedFault => {
    const place = placeOf(fault.start);
    const unit = blocks.findLast((block) => isBefore(block.place, place))?.unit;
    return { fault, place, ...(unit && { unit }) };
  });
  const waived = new Set(reconciled?.units.flatMap(({ waive = {} }) => Object.keys(waive)));
  return {
    edition,
    source,
    waived,
    faults: faults.filter(({ fault, unit }) => unit?.waive?.[fault.name] === undefined),
  };
}

/** A fault with exactly one right form names the command that writes it. */
function describeFault(
  { name, params, repair }: Fault,
  at: Parameters<typeof createFinding>[1],
  where: { readonly work: string; readonly unit: string } | undefined = undefined,
): Finding {
  const finding = createFinding(name, at, { ...params, ...where });
  return repair ? { ...finding, hint: `${finding.hint} Or let "npm run check -- --fix" do it.` } : finding;
}

export function findProofFaults(content: Content, entry: SiteEntry, reconciled: Reconciled | undefined): Finding[] {
  return listEditions(entry.work).flatMap((edition) => {
    const read = proofreadEdition(content, entry, edition, reconciled);
    return (read?.faults ?? []).map(({ fault, place, unit }) =>
      describeFault(fault, { file: edition.file, ...place }, unit && { work: entry.name, unit: unit.id }),
    );
  });
}

/** For editions that take no part yet, and so are in no work. */
export function findUnsoundFaults(content: Content): Finding[] {
  return content.unsound.flatMap((edition) => {
    const source = readSource(content, edition);
    if (typeof source !== 'string') return [];
    const placeOf = openPlaces(source);
    const { lang, file } = edition;
    return proofread(source, file, lang, proofreadOptions()).map(({ name, start, params }) =>
      createFinding(name, { file, ...placeOf(start) }, params),
    );
  });
}

/** Not the glossary: it may name wrong spellings. */
export const proofreadLists = ['people', 'sections', 'series'] as const;

export function findListFaults(contentDir: string, root: string): Finding[] {
  return proofreadLists.flatMap((list) => {
    const path = join(contentDir, `${list}.yaml`);
    if (!existsSync(path)) return [];
    const source = readFileSync(path, 'utf8');
    const placeOf = openPlaces(source);
    const file = relative(root, path).split(sep).join('/');
    return proofreadList(source).map((fault) => describeFault(fault, { file, ...placeOf(fault.start) }));
  });
}
