import type { Lang } from '../markdown/block.ts';
import type { IndexedBlock, WorkSummary } from './document.ts';
import { decodeBlocks, type Fragment } from './fragment.ts';
import { type Atoms, findPattern, readAtoms, toRanges } from './match.ts';
import { isAnswered, type Pattern, type Plan } from './plan.ts';

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** `unit` is '' for the work's head. */
export interface UnitHit {
  readonly unit: string;
  readonly texts: Partial<Record<Lang, MarkedText>>;
  readonly terms: number;
}

export interface WorkHits {
  readonly work: WorkSummary;
  readonly titles: Partial<Record<Lang, MarkedText>>;
  readonly units: readonly UnitHit[];
}

export type Translations = readonly { readonly term: number; readonly pattern: Pattern }[];

interface ReadBlock extends IndexedBlock {
  readonly atoms: Atoms;
  readonly places: readonly [number, number][];
  readonly terms: ReadonlySet<number>;
}

const read = new WeakMap<object, Map<IndexedBlock, Atoms>>();

/** Folding a work takes as long as all the rest, and keystrokes ask for the same works again and again. */
function readBlocks(fragment: Fragment): Map<IndexedBlock, Atoms> {
  let blocks = read.get(fragment);
  if (!blocks) {
    blocks = new Map(decodeBlocks(fragment).map((block) => [block, readAtoms(block.text)]));
    read.set(fragment, blocks);
  }
  return blocks;
}

function matchBlock(block: IndexedBlock, atoms: Atoms, plan: Plan, matched: Set<Pattern>): ReadBlock {
  const places: [number, number][] = [];
  const terms = new Set<number>();
  for (const edge of plan.edges) {
    const found = findPattern(atoms, edge);
    if (found.length === 0) continue;
    matched.add(edge);
    places.push(...found);
    for (let term = edge.from; term < edge.to; term++) terms.add(term);
  }
  return { ...block, atoms, places, terms };
}

function markBlock(block: ReadBlock, twin: ReadBlock | undefined, translations: Translations): MarkedText {
  const places = [...block.places];
  for (const { term, pattern } of translations) {
    if (twin?.terms.has(term) && !block.terms.has(term)) places.push(...findPattern(block.atoms, pattern));
  }
  return { text: block.text, marks: toRanges(block.atoms.tokens, places) };
}

function markPair(
  blocks: readonly ReadBlock[],
  translations: Translations,
): { texts: Partial<Record<Lang, MarkedText>>; terms: number } {
  const texts: Partial<Record<Lang, MarkedText>> = {};
  for (const block of blocks) {
    const twin = blocks.find((other) => other.lang !== block.lang);
    texts[block.lang] = markBlock(block, twin, translations);
  }
  return { texts, terms: new Set(blocks.flatMap((block) => [...block.terms])).size };
}

/** Undefined where the index promised what is not there: a phrase torn apart, another word's stem. */
export function findHits(fragment: Fragment, plan: Plan, translations: Translations = []): WorkHits | undefined {
  const matched = new Set<Pattern>();
  const blocks = [...readBlocks(fragment)].map(([block, atoms]) => matchBlock(block, atoms, plan, matched));
  if (!isAnswered(plan, (edge) => matched.has(edge))) return undefined;

  const titles = markPair(
    blocks.filter((block) => block.kind === 'title'),
    translations,
  );
  const units = new Map<string, ReadBlock[]>();
  for (const block of blocks) {
    if (block.unit !== '') units.set(block.unit, [...(units.get(block.unit) ?? []), block]);
  }
  const hits: UnitHit[] = [];
  for (const [unit, sides] of units) {
    if (sides.some((side) => side.terms.size > 0)) hits.push({ unit, ...markPair(sides, translations) });
  }
  const best = Math.max(0, ...hits.map((hit) => hit.terms));
  const chosen = hits.filter((hit) => hit.terms === best);
  if (chosen.length === 0) {
    const description = blocks.filter((block) => block.kind === 'description');
    chosen.push({ unit: '', ...markPair(description, translations) });
  }
  return { work: fragment.work, titles: titles.texts, units: chosen };
}
