import type { Block } from '../../markdown/block.ts';
import type { IndexUnit } from './score.ts';

/** Two editions of one text and which of their blocks say the same. */
export interface GoldDocument {
  readonly name: string;
  readonly en: readonly Block[];
  readonly fa: readonly Block[];
  readonly gold: readonly IndexUnit[];
}

/** Documents of one source, aligned as the works of one site. */
export interface GoldFolder {
  readonly name: string;
  readonly documents: readonly GoldDocument[];
}
