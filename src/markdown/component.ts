import type { Element } from 'hast';
import { createFinding } from '../errors.ts';
import type { Point } from './block.ts';
import type { Collector } from './collector.ts';
import type { Jsx } from './hast-nodes.ts';

export type Props = Readonly<Record<string, string | true>>;

export interface Use {
  readonly node: Jsx;
  readonly props: Props;
  readonly collector: Collector;
  readonly at: Point;
  readonly place: { readonly dataAt: string };
}

export interface Component {
  readonly props: readonly string[];
  readonly expand: (use: Use) => Element;
}

/** '' where the property is missing or has no value. */
export const string = (value: string | true | undefined): string => (typeof value === 'string' ? value : '');

export function complain({ collector, at }: Pick<Use, 'collector' | 'at'>, name: string, reason: string): void {
  collector.findings.push(createFinding('ComponentProp', { file: collector.file, ...at }, { name, reason }));
}
