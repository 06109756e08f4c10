import type { Lang } from '../markdown/block.ts';

/** Indices into the two block lists, ascending; one side may be empty. */
export interface Pairing {
  readonly en: readonly number[];
  readonly fa: readonly number[];
  /** Probability, 0–1, that the whole unit is right. Calibrated: see docs/alignment.md. */
  readonly confidence: number;
}

/** The machine never overrules an editor. */
export type By = 'auto' | 'human';

/** A pairing that is not a plain translation. */
export type Relation = 'omitted' | 'added' | 'adapted';

/** omitted, added: one side is empty on purpose, as seen from the translation. */
export type UnitState = 'fresh' | 'stale' | 'untranslated' | 'omitted' | 'added';

export interface Unit extends Pairing {
  /** Short, opaque, lowercase, begins with a letter; never renumbered, never reused. */
  readonly id: string;
  readonly by: By;
  readonly relation?: Relation;
  readonly state: UnitState;
  /** Set on stale units, and on untranslated ones whose other side was deleted. The texts are those reviewed. */
  readonly stale?: {
    readonly moved: Lang;
    /** Both sides moved on, each without the other's new text in view; `moved` is then the original's. */
    readonly apart?: true;
    readonly since?: string;
    readonly reviewed: { readonly en: readonly string[]; readonly fa: readonly string[] };
  };
  /** Ids that this unit has taken over, sorted; its page answers to them. */
  readonly aliases: readonly string[];
  /** Name of the check → reason. */
  readonly waive?: Readonly<Record<string, string>>;
}
