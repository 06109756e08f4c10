import type { Lang } from '../markdown/block.ts';

/** What the aligner finds: indices into the two block lists, ascending, one side possibly empty. */
export interface Pairing {
  readonly en: readonly number[];
  readonly fa: readonly number[];
  /** Probability, 0–1, that the whole unit is right. Calibrated: see docs/alignment.md. */
  readonly confidence: number;
}

/** Who paired it: the machine, or an editor whom the machine never overrules. */
export type By = 'auto' | 'human';

/** What an editor says of a pairing that is not a plain translation. */
export type Relation = 'omitted' | 'added' | 'adapted';

/**
 * fresh: both sides as last reviewed. stale: one side moved on. untranslated: one side is empty and nobody
 * said that it should be. omitted, added: one side is empty on purpose, as seen from the translation.
 */
export type UnitState = 'fresh' | 'stale' | 'untranslated' | 'omitted' | 'added';

/** A translation unit of a work, with its lasting id. */
export interface Unit extends Pairing {
  /** Short, opaque, lowercase, begins with a letter; never renumbered, never reused. */
  readonly id: string;
  readonly by: By;
  readonly relation?: Relation;
  readonly state: UnitState;
  /**
   * Which side moved on since the last review, and both texts as reviewed then. Set on stale units, and on
   * untranslated ones whose other side was deleted.
   */
  readonly stale?: {
    readonly moved: Lang;
    /** Both sides moved on, each without the other's new text in view; `moved` is then the original's. */
    readonly apart?: true;
    /** The day on which it moved on, where the record knows it. */
    readonly since?: string;
    readonly reviewed: { readonly en: readonly string[]; readonly fa: readonly string[] };
  };
  /** Ids that this unit has taken over, sorted; its page answers to them. */
  readonly aliases: readonly string[];
  /** Checks that an editor waived for this unit: name of the check → reason. */
  readonly waive?: Readonly<Record<string, string>>;
}
