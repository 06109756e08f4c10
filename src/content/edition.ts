import type { Lang } from '../markdown/block.ts';
import type { Frontmatter } from './frontmatter.ts';

/** A work in one language: one MDX file. */
export interface Edition {
  readonly lang: Lang;
  /** Path below `content/<lang>/` without its ending, NFC, `/` between folders. */
  readonly slug: string;
  /** Path as messages name it. */
  readonly file: string;
  /** SHA-256 of the file as it was read. Its text is not kept: `readSource` reads it again when it is compiled. */
  readonly digest: string;
  /** The file's text to the end of its frontmatter, to say where a field is. */
  readonly head: string;
  /** Whether the text may bring modules of its own: it has a line that begins as an import or export does. */
  readonly mayImport: boolean;
  /** The file of sound that its frontmatter names, else the first in its text, as it is written there. */
  readonly sound?: string | undefined;
  readonly frontmatter: Frontmatter;
  /** Of one that takes no part: whether its file is no text that can be read. */
  readonly isUnreadable?: true;
}
