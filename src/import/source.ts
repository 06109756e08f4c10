import type { Finding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import type { Incoming, IncomingLabel, IncomingPerson } from './incoming.ts';
import type { Note } from './markdown/surroundings.ts';

/** Where an address of a source leads. */
export type SourcePlace =
  | { readonly kind: 'text'; readonly key: string }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'front' }
  | { readonly kind: 'feed' }
  /** An address of the old site that this run knows nothing of; as an alias, by which an earlier run may know it. */
  | { readonly kind: 'unknown'; readonly alias?: string | undefined }
  | { readonly kind: 'outside' };

/** A page of the old site that listed texts. */
export interface OldList {
  /** Without the host: `/fa/category/roads/`. */
  readonly from: string;
  readonly lang: Lang;
  readonly place: Extract<SourcePlace, { kind: 'topic' | 'person' | 'front' | 'feed' }>;
}

/** Everything that a source holds, whatever kind of source it is. */
export interface Source {
  /** What to call it: the files it was read from. */
  readonly name: string;
  /** The day that it was made, for texts that have no date: the same whenever it is imported. */
  readonly day: string;
  /** Folders with the files that a text shows, beside those that a person names. By the text's key. */
  readonly uploads: (key: string) => readonly string[];
  readonly texts: readonly Incoming[];
  /** Files of which at least one text is expected. */
  readonly mustHaveText: readonly string[];
  readonly people: () => readonly IncomingPerson[];
  readonly topics: () => readonly IncomingLabel[];
  /** Ids of topics that are used as sections. */
  readonly sections: () => readonly IncomingLabel[];
  /** @param from key of the text that has the address */
  readonly findPlace: (href: string, from: string) => SourcePlace;
  /**
   * Path of a file in the uploads, by its address in a text; undefined where it never was one of the source's.
   * @param from key of the text
   */
  readonly findUpload: (address: string, from: string) => string | undefined;
  readonly describeMedia: (address: string, from: string) => string;
  /** Notes that reading a text's tree gave, by the text's key; emptied when taken. */
  readonly takeNotes: (key: string) => readonly Note[];
  readonly findings: readonly Finding[];
  /** Why something was left out → how often. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Old addresses of lists of the texts with these keys, and what they listed in which language. */
  readonly lists: (keys: ReadonlySet<string>) => readonly OldList[];
  readonly close: () => void;
}
