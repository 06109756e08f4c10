import type { Element } from 'hast';
import { createFinding } from '../errors.ts';
import type { Point } from './block.ts';
import type { Collector } from './collector.ts';
import type { Jsx } from './hast-nodes.ts';

/** '' for a property without a value, as in HTML. */
export type Props = Readonly<Record<string, string>>;

export interface Use {
  readonly node: Jsx;
  readonly props: Props;
  readonly collector: Collector;
  readonly at: Point;
  readonly place: { readonly dataAt: string };
}

/** Any other value would have no effect, or a wrong one. */
export interface Property {
  readonly fits: RegExp;
  readonly takes: string;
}

export const words: Property = { fits: /^/, takes: 'text' };
export const language: Property = { fits: /^(?:en|fa)$/, takes: '"en" or "fa"' };
export const styleName: Property = { fits: /^[a-z]+(?:-[a-z]+)*$/, takes: 'small letters a to z and hyphens' };
export const picturePath: Property = { fits: /\S/, takes: 'the path of a picture' };
/** Pages load nothing from other hosts. */
export const ownFile: Property = {
  fits: /^(?!\s*(?:[a-z][a-z\d+.-]*:|\/\/))\s*\S/i,
  takes: 'the path of a file of your own',
};

export interface Component {
  readonly props: Readonly<Record<string, Property>>;
  /** What of the content between its tags it shows, as it goes on after its name; the rest is reported. */
  readonly limit?: string;
  readonly expand: (use: Use) => Element;
}

export function complain({ collector, at }: Pick<Use, 'collector' | 'at'>, name: string, reason: string): void {
  collector.findings.push(createFinding('ComponentProp', { file: collector.file, ...at }, { name, reason }));
}
