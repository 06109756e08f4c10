import { type Assets, useAssets } from '../assets/assets.ts';
import { createInlineOf } from '../assets/site-inline.ts';
import { createPageWriter } from '../base/write-files.ts';
import type { Bundle } from '../renderer/bundle.ts';
import { openRenderer } from '../renderer/open-renderer.ts';
import { usePublication } from '../works/current.ts';
import type { Publication } from '../works/publication.ts';
import type { Press } from './make-work.ts';

/** Travels between threads. */
export interface PressOptions {
  readonly bundle: Bundle;
  readonly assets: Assets;
  readonly siteUrl: string | undefined;
  readonly folder: string;
  readonly cacheDir: string;
  readonly folds: boolean;
}

export async function openPress(publication: Publication, options: PressOptions): Promise<Press> {
  const { bundle, assets, siteUrl, folder, cacheDir, folds } = options;
  usePublication(publication);
  useAssets(assets);
  const { render } = await openRenderer(bundle, siteUrl);
  const [inlineOf, write] = [createInlineOf(assets), createPageWriter(folder)];
  return { publication, bundleKey: bundle.key, folder, cacheDir, siteUrl, folds, inlineOf, render, write };
}
