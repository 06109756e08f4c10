import type { Block, Lang } from '../../works/block.ts';
import type { Pair } from './declared-pairs.ts';

/** A text that nothing has joined to another yet. */
export interface Candidate {
  readonly key: string;
  readonly lang: Lang;
  readonly kind: string;
  /** When it was published, in milliseconds since 1970; undefined where nobody knows. */
  readonly time?: number | undefined;
  readonly images: ReadonlySet<string>;
  readonly readBlocks: () => readonly Block[];
}

export interface ContentOptions {
  /** Texts that are known to say the same: they teach words. */
  readonly teachers: readonly { readonly en: () => readonly Block[]; readonly fa: () => readonly Block[] }[];
  readonly progress: (what: string, done: number, all: number) => void;
}

export async function pairByContent(
  _texts: readonly Candidate[],
  _options: ContentOptions,
): Promise<{ pairs: Pair[]; proposals: Pair[] }> {
  return { pairs: [], proposals: [] };
}
