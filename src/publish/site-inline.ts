import { nearRules } from '../client/near-rules.ts';
import { type Assets, inlineStyles } from './assets.ts';
import { digestText } from './digest.ts';

/** Digests of inline scripts and styles, as a content policy names them. */
export interface InlineDigests {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Makes the function that gives the digests of what the layout puts into a page, by the page's path below `dist/`. */
export function createInlineOf(assets: Assets): (path: string) => InlineDigests {
  const scripts = [assets.notFoundScript, assets.headScript, nearRules].map(digestText);
  const kinds = Object.keys(assets.pageStyles) as (keyof Assets['pageStyles'])[];
  const byDepth: InlineDigests[] = [];
  return (path) => {
    const depth = path.split('/').length - 1;
    byDepth[depth] ??= { scripts, styles: kinds.map((kind) => digestText(inlineStyles(assets, kind, depth))) };
    return byDepth[depth];
  };
}
