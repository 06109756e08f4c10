import { digestText } from '../base/digest.ts';
import { remember } from '../base/remember.ts';
import { nearRules } from '../client/near-rules.ts';
import { type Assets, inlineStyles } from './assets.ts';

export interface InlineDigests {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The digests of what the layout puts into a page of a work, by its path below `dist/`. */
export function createInlineOf(assets: Assets): (path: string) => InlineDigests {
  const scripts = [assets.notFoundScript, assets.headScript, nearRules].map(digestText);
  const known = new Map<string, InlineDigests>();
  return (path) => {
    const kind = path.startsWith('both/') ? 'facing' : 'article';
    const depth = path.split('/').length - 1;
    return remember(known, `${kind} ${depth}`, () => ({
      scripts,
      styles: [digestText(inlineStyles(assets, kind, depth))],
    }));
  };
}
