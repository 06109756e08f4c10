import type { Lang } from '../markdown/block.ts';
import type { Frontmatter } from './frontmatter.ts';

export interface Edition {
  readonly lang: Lang;
  /** Path below `content/<lang>/` without its ending, NFC, `/` between folders. */
  readonly slug: string;
  readonly file: string;
  /** SHA-256 of the file as it was read: `readSource` reads it again when it is compiled. */
  readonly digest: string;
  /** The file's text to the end of its frontmatter. */
  readonly head: string;
  /** Whether a line of the text begins as an import or export does. */
  readonly mayImport: boolean;
  /** The file that its frontmatter names, else the first in its text, as it is written there. */
  readonly sound?: string | undefined;
  readonly frontmatter: Frontmatter;
  readonly isUnreadable?: true;
}
