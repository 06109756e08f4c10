import type { WorkData } from '../client/page-data.ts';
import type { Lang } from '../markdown/block.ts';

export interface PageProps {
  readonly lang: Lang;
  readonly path: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The same page in the other language; where there is none, the other front page. */
  readonly twin?: string | undefined;
  readonly switchLabel?: string | undefined;
  /** `twin` is this very page in the other language. */
  readonly paired?: boolean | undefined;
  readonly kind?: PageKind | undefined;
  readonly noindex?: boolean | undefined;
  readonly type?: 'website' | 'article' | undefined;
  /** Days, or days with a time, as an article's frontmatter has them. */
  readonly times?: { readonly published: string; readonly modified?: string | undefined } | undefined;
  readonly share?:
    | { readonly path: string; readonly alt: string; readonly width: number; readonly height: number }
    | undefined;
  readonly jsonLd?: object | undefined;
  readonly work?: WorkData | undefined;
  readonly podcast?: string | undefined;
  readonly embeds?: boolean | undefined;
  /** Hosts show this page at other addresses. */
  readonly notFound?: boolean | undefined;
}

export type PageKind = 'front' | 'article' | 'facing' | 'list' | 'search' | 'plain';

/** So the page keeps a reader's place. */
export const holdsWork = (kind: PageKind) => kind === 'article' || kind === 'facing';
