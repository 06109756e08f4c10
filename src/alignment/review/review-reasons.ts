import type { Block, Lang } from '../../markdown/block.ts';
import type { UnitDoubt } from '../checks/check-units.ts';
import type { Unit } from '../unit.ts';

/** An editor who looks at what is below sees nearly every error. */
export const SURE = 0.9;

export type ReviewReason = 'stale' | 'unsure' | 'untranslated';

/**
 * Whether and why an editor should look at a unit: it fell behind, the machine paired it without being sure, or one side
 * is missing though both editions exist and nobody has said that this is so on purpose.
 */
export function reasonToReview(unit: Unit, hasBothEditions: boolean): ReviewReason | undefined {
  if (unit.state === 'stale' || unit.stale) return 'stale';
  if (unit.by === 'human') return undefined;
  if (unit.en.length > 0 && unit.fa.length > 0) return unit.confidence < SURE ? 'unsure' : undefined;
  return hasBothEditions ? 'untranslated' : undefined;
}

/** The weightiest reason first. `doubts` are those of the unit's checks. */
export function explainUnit(
  unit: Unit,
  blocks: Readonly<Record<Lang, readonly Block[]>>,
  doubts: readonly UnitDoubt[] = [],
): string[] {
  const reasons: string[] = [];
  if (unit.stale) {
    const [moved, other] = unit.stale.moved === 'en' ? ['English', 'Persian'] : ['Persian', 'English'];
    const isDeleted = unit[unit.stale.moved].length === 0;
    if (unit.stale.apart) reasons.push('both texts changed, neither with the other in view');
    else
      reasons.push(
        isDeleted ? `the ${moved} was deleted, the ${other} was not` : `the ${moved} changed, the ${other} did not`,
      );
  }
  if (unit.en.length === 0 && !unit.stale) reasons.push('no English text found for it');
  if (unit.fa.length === 0 && !unit.stale) reasons.push('no Persian text found for it');
  if (unit.en.length > 0 && unit.fa.length > 0) {
    if (unit.en.length !== unit.fa.length) reasons.push(`${unit.en.length} English against ${unit.fa.length} Persian`);
    const kinds = { en: nameKinds(unit.en, blocks.en), fa: nameKinds(unit.fa, blocks.fa) };
    if (kinds.en !== kinds.fa) reasons.push(`${kinds.en} against ${kinds.fa}`);
  }
  for (const { name, params } of doubts) {
    if (name === 'NumbersDiffer')
      reasons.push(`numbers differ (${[params.en, params.fa].filter(Boolean).join(' / ')})`);
    if (name === 'LengthsDiffer') reasons.push(`lengths differ (${params.en} / ${params.fa} signs)`);
    if (name === 'LinksDiffer') reasons.push('links differ');
    if (name === 'ImagesDiffer') reasons.push('images differ');
    if (name === 'TermOtherwise') reasons.push(`“${params.term}” is not there`);
  }
  if (reasons.length === 0 && unit.confidence < SURE) reasons.push('the words say little');
  return reasons;
}

const KINDS: Readonly<Record<Block['type'], string>> = {
  h: 'heading',
  p: 'paragraph',
  li: 'list item',
  quote: 'quotation',
  tr: 'table row',
  caption: 'caption',
  fn: 'footnote',
  dt: 'term',
  dd: 'definition',
  code: 'code',
  img: 'image',
  jsx: 'component',
};

export function nameKinds(indices: readonly number[], blocks: readonly Block[]): string {
  return [...new Set(indices.map((i) => KINDS[blocks[i]!.type]))].join(' + ');
}
