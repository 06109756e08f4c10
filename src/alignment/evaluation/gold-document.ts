import type { Block } from '../../markdown/block.ts';
import type { IndexUnit } from './score.ts';

export interface GoldDocument {
  readonly name: string;
  readonly en: readonly Block[];
  readonly fa: readonly Block[];
  readonly gold: readonly IndexUnit[];
}

export interface GoldFolder {
  readonly name: string;
  readonly documents: readonly GoldDocument[];
}
