import type { ErrorName } from '../../errors.ts';
import type { Block, Lang } from '../../markdown/block.ts';
import type { Unit } from '../unit.ts';

export interface CheckedUnit {
  readonly unit: Unit;
  readonly blocks: Readonly<Record<Lang, readonly Block[]>>;
  /** Code and components left out. */
  readonly text: Readonly<Record<Lang, string>>;
  readonly original: Lang;
  readonly terms: readonly NamedTerm[];
}

export interface NamedTerm {
  readonly en: readonly string[];
  readonly fa: readonly string[];
  /** `group`, `place`, `person`, or another; a name if not said. */
  readonly kind?: string | undefined;
}

export interface Doubt {
  readonly lang: Lang;
  readonly params: Readonly<Record<string, string>>;
}

export interface UnitCheck {
  readonly name: ErrorName;
  readonly find: (unit: CheckedUnit) => Doubt | undefined;
}

export function hasBothTexts({ text }: CheckedUnit): boolean {
  return text.en !== '' && text.fa !== '';
}

/** The language in which a difference is to be corrected first. */
export function translationOf({ original }: CheckedUnit): Lang {
  return original === 'en' ? 'fa' : 'en';
}
