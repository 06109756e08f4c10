import type { Lang } from '../markdown/block.ts';

export interface SearchUnit {
  readonly id: string;
  readonly en?: string;
  readonly fa?: string;
  readonly heading?: boolean;
}

export interface SearchLabel {
  readonly id: string;
  readonly en: string;
  readonly fa: string;
}

export interface SearchDocument {
  readonly work: string;
  readonly titles: Partial<Record<Lang, string>>;
  readonly descriptions?: Partial<Record<Lang, string>>;
  /** `2024-08-15`; `''` for pages without a date, which sort last. */
  readonly date: string;
  /** In the calendar of each language: `{ en: '2024', fa: '۱۴۰۳' }`. */
  readonly years?: Partial<Record<Lang, string>>;
  readonly dates?: Partial<Record<Lang, string>>;
  readonly authors?: readonly SearchLabel[];
  readonly topics?: readonly SearchLabel[];
  readonly section?: string;
  readonly original: Lang;
  /** From the site's root, without a leading slash: `en/alliances.html`, `both/alliances.html`. */
  readonly urls: Partial<Record<Lang | 'both', string>>;
  readonly units: readonly SearchUnit[];
}

/** Spellings, as in running text, of which a query for one finds the others. */
export interface SearchName {
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

export type BlockKind = 'title' | 'description' | 'names' | 'heading' | 'text';

/** `unit` is '' for what is outside the units. */
export interface IndexedBlock {
  readonly unit: string;
  readonly lang: Lang;
  readonly kind: BlockKind;
  readonly text: string;
}

export interface WorkSummary {
  readonly work: string;
  readonly titles: Partial<Record<Lang, string>>;
  readonly descriptions: Partial<Record<Lang, string>>;
  readonly dates: Partial<Record<Lang, string>>;
  readonly date: string;
  readonly original: Lang;
  readonly urls: Partial<Record<Lang | 'both', string>>;
}
