import type { ErrorName } from '../../errors.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Repairs } from './repair-text.ts';

/** Something that a person should know of a text that came in. */
export interface Note {
  readonly name: ErrorName;
  readonly params: Readonly<Record<string, string>>;
  /** Words of the written text beside which it is found. */
  readonly near?: string | undefined;
}

/** Where a link or a file of the old site is to be found in the new one. */
export type Target =
  | { readonly kind: 'here'; readonly href: string }
  | { readonly kind: 'elsewhere'; readonly href: string }
  /** It belonged to the old site, and nothing here takes its place; for files that are there, why no page can show it. */
  | { readonly kind: 'missing'; readonly href: string; readonly reason?: string };

/** What converting a text needs to know of the world around it. */
export interface Surroundings {
  readonly lang: Lang;
  /** The text's own title, for what has none. */
  readonly title: string;
  /** What the setting `embeds` lets pages show. */
  readonly embeds: readonly string[];
  readonly findLink: (href: string) => Target;
  /** For images, audio, video and files to download. */
  readonly findMedia: (src: string, use: 'shown' | 'linked') => Target;
  /** The description that a media library has for an image. */
  readonly describeMedia?: ((src: string) => string) | undefined;
  readonly note: (note: Note) => void;
  readonly repairs: Repairs;
}

/** What to say of a file that is missing or of no use. @param near words beside which it is found */
export function noteMissing(
  { href, reason }: { readonly href: string; readonly reason?: string },
  near?: string,
): Note {
  return reason === undefined
    ? { name: 'ImportMediaMissing', params: { target: href }, near }
    : { name: 'ImportMediaUnusable', params: { target: href, reason }, near };
}
