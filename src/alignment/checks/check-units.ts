import type { Block, BlockType, Lang } from '../../markdown/block.ts';
import type { Unit } from '../unit.ts';
import { lengthCheck } from './length-check.ts';
import { imagesCheck, linksCheck } from './links-check.ts';
import { numbersCheck } from './numbers-check.ts';
import { quotesCheck } from './quotes-check.ts';
import { scriptCheck } from './script-check.ts';
import { termsCheck } from './terms-check.ts';
import type { CheckedUnit, Doubt, NamedTerm, UnitCheck } from './unit-check.ts';

/** In the order in which their findings are reported. */
export const unitChecks: readonly UnitCheck[] = [
  scriptCheck,
  numbersCheck,
  linksCheck,
  imagesCheck,
  termsCheck,
  lengthCheck,
  quotesCheck,
];

const NOT_PROSE: ReadonlySet<BlockType> = new Set(['code', 'img', 'jsx']);

export interface UnitDoubt extends Doubt {
  readonly name: UnitCheck['name'];
  readonly unit: Unit;
}

/**
 * Run every check over every unit of a work.
 * @returns doubts in the order of the units; those that an editor waived for a unit are left out
 */
export function checkUnits(
  units: readonly Unit[],
  blocks: Readonly<Record<Lang, readonly Block[]>>,
  work: { readonly original: Lang; readonly terms: readonly NamedTerm[] },
): UnitDoubt[] {
  const doubts: UnitDoubt[] = [];
  for (const unit of units) {
    const checked = openUnit(unit, blocks, work);
    for (const check of unitChecks) {
      if (unit.waive?.[check.name] !== undefined) continue;
      const doubt = check.find(checked);
      if (doubt) doubts.push({ ...doubt, name: check.name, unit });
    }
  }
  return doubts;
}

function openUnit(
  unit: Unit,
  blocks: Readonly<Record<Lang, readonly Block[]>>,
  work: { readonly original: Lang; readonly terms: readonly NamedTerm[] },
): CheckedUnit {
  const unitBlocks = { en: unit.en.map((i) => blocks.en[i]!), fa: unit.fa.map((i) => blocks.fa[i]!) };
  const prose = (lang: Lang) =>
    unitBlocks[lang]
      .filter((block) => !NOT_PROSE.has(block.type))
      .map((block) => block.text)
      .join('\n');
  return { unit, blocks: unitBlocks, text: { en: prose('en'), fa: prose('fa') }, ...work };
}
