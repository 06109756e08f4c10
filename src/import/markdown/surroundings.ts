import type { ErrorName } from '../../errors.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Repairs } from './repair-text.ts';

export interface Note {
  readonly name: ErrorName;
  readonly params: Readonly<Record<string, string>>;
  /** Words of the written text beside which it is found. */
  readonly near?: string | undefined;
}

export type Target =
  | { readonly kind: 'here'; readonly href: string }
  | { readonly kind: 'elsewhere'; readonly href: string }
  /** Nothing here takes its place; `reason`: why no page can show a file that is there. */
  | { readonly kind: 'missing'; readonly href: string; readonly reason?: string };

export interface Surroundings {
  readonly lang: Lang;
  readonly title: string;
  readonly embeds: readonly string[];
  readonly findLink: (href: string) => Target;
  /** `linked` for files to download. */
  readonly findMedia: (src: string, use: 'shown' | 'linked') => Target;
  readonly describeMedia?: ((src: string) => string) | undefined;
  readonly note: (note: Note) => void;
  readonly repairs: Repairs;
}

export function noteMissing(
  { href, reason }: { readonly href: string; readonly reason?: string },
  near?: string,
): Note {
  return reason === undefined
    ? { name: 'ImportMediaMissing', params: { target: href }, near }
    : { name: 'ImportMediaUnusable', params: { target: href, reason }, near };
}
