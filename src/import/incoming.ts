import type { Root } from 'hast';
import type { Lang } from '../markdown/block.ts';

/** One text in one language as a source has it, before it has a file here. */
export interface Incoming {
  /**
   * Kind of source, name of the source, and what it calls the text, between colons: the same whenever it is imported
   * again, and no other text of this run has it. The name ends in `~2`, `~3`, … where two sources have one.
   */
  readonly key: string;
  /** Whether its source numbers its texts, or only a file's name says which text it is. */
  readonly keyedBy: 'number' | 'file';
  /** Where it lies in the source. */
  readonly place: { readonly file: string; readonly line: number };
  readonly lang: Lang;
  readonly kind: 'article' | 'page';
  readonly title: string;
  /** The name that it would like to have; folders before it for a page below others. */
  readonly slug: string;
  /** As frontmatter has it; '' where the source does not know. */
  readonly date: string;
  readonly draft: boolean;
  /** Ids of people. */
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly section?: string | undefined;
  readonly pinned: boolean;
  /** '' where nobody wrote one. */
  readonly description: string;
  readonly cover?: { readonly src: string; readonly alt: string; readonly credit: string } | undefined;
  /** Addresses that it had. */
  readonly aliases: readonly string[];
  /** What the source itself says of its translations: all of one group say the same. */
  readonly group?: { readonly by: string; readonly id: string } | undefined;
  /** Its text, read anew each time: a tree that may be changed. */
  readonly readTree: () => Root;
}

/** A person who writes: an id, and the name as each language has it. */
export interface IncomingPerson {
  readonly id: string;
  readonly name: Readonly<Record<Lang, string>>;
  /** Whether it is a desk, and not one person. */
  readonly desk?: boolean;
}

/** A topic or section that both languages name. */
export interface IncomingLabel {
  readonly id: string;
  readonly en: string;
  readonly fa: string;
}
