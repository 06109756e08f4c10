import { openAssets } from '../publish/assets.ts';
import { readEnvironment } from '../site.ts';
import { openPublication } from '../works/current.ts';
import type { Media, PageContext } from './page.ts';

/** What this process makes its pages with. */
export async function openPageContext(media: Media): Promise<PageContext> {
  const [publication, assets] = await Promise.all([openPublication(), openAssets()]);
  return { publication, assets, siteUrl: readEnvironment().siteUrl, media };
}
