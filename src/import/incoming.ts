import type { Root } from 'hast';
import type { Lang } from '../markdown/block.ts';

/** One text in one language, before it has a file here. */
export interface Incoming {
  /** `<kind of source>:<its name>:<what it calls the text>`: unique, and the same in later runs. */
  readonly key: string;
  /** Only a file's name may say which text it is. */
  readonly keyedBy: 'number' | 'file';
  readonly place: { readonly file: string; readonly line: number };
  readonly lang: Lang;
  readonly kind: 'article' | 'page';
  readonly title: string;
  readonly slug: string;
  /** As in frontmatter; '' where unknown. */
  readonly date: string;
  readonly draft: boolean;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly section?: string | undefined;
  readonly pinned: boolean;
  /** '' where nobody wrote one. */
  readonly description: string;
  readonly cover?: { readonly src: string; readonly alt: string; readonly credit: string } | undefined;
  readonly aliases: readonly string[];
  /** The same for all translations of one text. */
  readonly group?: { readonly by: string; readonly id: string } | undefined;
  /** Read anew each time: the tree may be changed. */
  readonly readTree: () => Root;
}

export interface IncomingPerson {
  readonly id: string;
  readonly name: Readonly<Record<Lang, string>>;
  /** A desk, not one person. */
  readonly desk?: boolean;
}

export interface IncomingLabel {
  readonly id: string;
  readonly en: string;
  readonly fa: string;
}
