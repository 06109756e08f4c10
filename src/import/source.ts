import type { Finding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import type { Incoming, IncomingLabel, IncomingPerson } from './incoming.ts';
import type { Note } from './markdown/surroundings.ts';

export type SourcePlace =
  | { readonly kind: 'text'; readonly key: string }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'front' }
  | { readonly kind: 'feed' }
  /** Unknown to this run; an earlier one may know the alias. */
  | { readonly kind: 'unknown'; readonly alias?: string | undefined }
  | { readonly kind: 'outside' };

export interface OldList {
  /** Without the host: `/fa/category/roads/`. */
  readonly from: string;
  readonly lang: Lang;
  readonly place: Extract<SourcePlace, { kind: 'topic' | 'person' | 'front' | 'feed' }>;
}

export interface Source {
  /** The files it was read from. */
  readonly name: string;
  /** Made on this day, for texts without a date: the same whenever it is imported. */
  readonly day: string;
  /** By the text's key: folders with its files, beside those that a person names. */
  readonly uploads: (key: string) => readonly string[];
  readonly texts: readonly Incoming[];
  /** Of these files at least one text is expected. */
  readonly mustHaveText: readonly string[];
  readonly people: () => readonly IncomingPerson[];
  readonly topics: () => readonly IncomingLabel[];
  readonly sections: () => readonly IncomingLabel[];
  readonly findPlace: (href: string, from: string) => SourcePlace;
  /** Undefined where the address never was one of the source's uploads. @param from key of the text */
  readonly findUpload: (address: string, from: string) => string | undefined;
  readonly describeMedia: (address: string, from: string) => string;
  /** From reading the text's tree; emptied when taken. */
  readonly takeNotes: (key: string) => readonly Note[];
  readonly findings: readonly Finding[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly lists: (keys: ReadonlySet<string>) => readonly OldList[];
  readonly close: () => void;
}
