import type { ErrorName } from '../../errors.ts';
import type { Block, Lang } from '../../markdown/block.ts';
import type { Unit } from '../unit.ts';

/** A unit with its text, and what a check may know of the work around it. */
export interface CheckedUnit {
  readonly unit: Unit;
  readonly blocks: Readonly<Record<Lang, readonly Block[]>>;
  /** A side's prose: code and components left out. */
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

/** What a check found: in which edition to look, and what its message says. */
export interface Doubt {
  readonly lang: Lang;
  readonly params: Readonly<Record<string, string>>;
}

/** One thing that can be wrong with a unit. Its name is the finding's, and the one to waive it by. */
export interface UnitCheck {
  readonly name: ErrorName;
  readonly find: (unit: CheckedUnit) => Doubt | undefined;
}

/** Whether both sides have prose to compare. */
export function hasBothTexts({ text }: CheckedUnit): boolean {
  return text.en !== '' && text.fa !== '';
}

/** The language that the work was translated into: where what differs is to be corrected first. */
export function translationOf({ original }: CheckedUnit): Lang {
  return original === 'en' ? 'fa' : 'en';
}
