import type { WorkData } from '../client/page-data.ts';
import type { Lang } from '../markdown/block.ts';

/** What a page tells its layout. */
export interface PageProps {
  readonly lang: Lang;
  /** Path of this page below `dist/`. */
  readonly path: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Path of the same page in the other language; where it has none, the other front page. */
  readonly twin?: string | undefined;
  readonly switchLabel?: string | undefined;
  /** Whether `twin` is this page in the other language, so that search engines may pair them. */
  readonly paired?: boolean | undefined;
  /** Default: `plain`. */
  readonly kind?: PageKind | undefined;
  readonly noindex?: boolean | undefined;
  readonly type?: 'website' | 'article' | undefined;
  /** When an article was published, and last changed: days, or days with a time, as its frontmatter has them. */
  readonly times?: { readonly published: string; readonly modified?: string | undefined } | undefined;
  /** The picture that networks show beside a link to the page, in pixels; default: the publication's. */
  readonly share?:
    | { readonly path: string; readonly alt: string; readonly width: number; readonly height: number }
    | undefined;
  readonly jsonLd?: object | undefined;
  readonly work?: WorkData | undefined;
  /** The name of its language's podcast, where the page is to lead apps to it. */
  readonly podcast?: string | undefined;
  /** Whether the page holds an `<Embed>`. */
  readonly embeds?: boolean | undefined;
  /** Whether hosts show this page at addresses other than its own. */
  readonly notFound?: boolean | undefined;
}

export type PageKind = 'front' | 'article' | 'facing' | 'list' | 'search' | 'plain';

/** Whether a page shows a text, and so keeps a reader's place. */
export const holdsWork = (kind: PageKind) => kind === 'article' || kind === 'facing';
