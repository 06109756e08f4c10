import type { Lang } from '../markdown/block.ts';

/** One translation unit as search sees it: its texts, either of which may be missing. */
export interface SearchUnit {
  /** The unit's id in the pages: `<id>` in each edition and in the facing page. */
  readonly id: string;
  readonly en?: string;
  readonly fa?: string;
  /** True for a heading; its words count for more. */
  readonly heading?: boolean;
}

/** A name as the filters show it: an address-like key and a label in each language. */
export interface SearchLabel {
  readonly id: string;
  readonly en: string;
  readonly fa: string;
}

/** One published work, both editions together: what the index is built from. */
export interface SearchDocument {
  readonly work: string;
  readonly titles: Partial<Record<Lang, string>>;
  readonly descriptions?: Partial<Record<Lang, string>>;
  /** ISO date, `2024-08-15`; `''` for pages that have none: they are the last of those sorted by date. */
  readonly date: string;
  /** The year in the calendar of each language, as its filter shows it: `{ en: '2024', fa: '۱۴۰۳' }`. */
  readonly years?: Partial<Record<Lang, string>>;
  /** The date as each language's page shows it; results repeat it. */
  readonly dates?: Partial<Record<Lang, string>>;
  readonly authors?: readonly SearchLabel[];
  readonly topics?: readonly SearchLabel[];
  readonly section?: string;
  readonly original: Lang;
  /** Addresses from the site's root, without a leading slash: `en/alliances.html`, `both/alliances.html`. */
  readonly urls: Partial<Record<Lang | 'both', string>>;
  readonly units: readonly SearchUnit[];
}

/** Names that mean the same: a query for one finds the other. Spellings as in running text. */
export interface SearchName {
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

/** What a block of an indexed text is: the work's title, its description, names around it, or a unit's text. */
export type BlockKind = 'title' | 'description' | 'names' | 'heading' | 'text';

/** A stretch of a work's indexed text. `unit` is '' for what is outside the units. */
export interface IndexedBlock {
  readonly unit: string;
  readonly lang: Lang;
  readonly kind: BlockKind;
  readonly text: string;
}

/** What a fragment file says of its work besides the text. */
export interface WorkSummary {
  readonly work: string;
  readonly titles: Partial<Record<Lang, string>>;
  readonly descriptions: Partial<Record<Lang, string>>;
  readonly dates: Partial<Record<Lang, string>>;
  readonly date: string;
  readonly original: Lang;
  readonly urls: Partial<Record<Lang | 'both', string>>;
}
