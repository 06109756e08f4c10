import type { Lang } from '../markdown/block.ts';
import type { Frontmatter } from './frontmatter.ts';

export interface Edition {
  readonly lang: Lang;
  /** Path below `content/<lang>/` without its ending, NFC, `/` between folders. */
  readonly slug: string;
  readonly file: string;
  /** SHA-256 of the file; `readSource` reads it again when it is compiled. */
  readonly digest: string;
  /** The file's text to the end of its frontmatter. */
  readonly head: string;
  readonly mayImport: boolean;
  /** Named by the frontmatter, else the first in the text, as it is written there. */
  readonly sound?: string | undefined;
  readonly frontmatter: Frontmatter;
  readonly isUnreadable?: true;
}
