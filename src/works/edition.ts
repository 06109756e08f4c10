import type { Lang } from './block.ts';
import type { Frontmatter } from './frontmatter.ts';

/** A work in one language: one MDX file. */
export interface Edition {
  readonly lang: Lang;
  /** Path below `content/<lang>/` without its ending, NFC, `/` between folders. */
  readonly slug: string;
  /** Path as messages name it. */
  readonly file: string;
  readonly source: string;
  readonly frontmatter: Frontmatter;
}
