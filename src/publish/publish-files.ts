import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Bundle, publishedFolder } from '../renderer/bundle.ts';
import { finishHtml } from '../renderer/finish-html.ts';
import { formatRedirect } from '../renderer/format-redirect.ts';
import { imageFile } from '../works/images.ts';
import { listFiles } from '../works/list-files.ts';
import type { Content } from '../works/load.ts';
import type { Assets } from './assets.ts';
import { placeFile } from './build-cache.ts';
import type { SitePage } from './build-site.ts';
import { createPageWriter } from './files.ts';
import { formatHeaders, formatRedirects } from './host-files.ts';
import { createInlineOf } from './site-inline.ts';
import { formatSitemap } from './sitemap.ts';

export interface PublishFilesOptions {
  readonly assets: Assets;
  readonly bundle: Bundle;
  readonly pages: readonly SitePage[];
  readonly content: Content;
  readonly siteUrl: string | undefined;
}

/**
 * Adds to the pages of a site what they load, the pages at old addresses, the sitemap, and the files that hosts read.
 * A file of `public/` wins over one of the same name.
 */
export function publishFiles(folder: string, options: PublishFilesOptions): void {
  const { assets, bundle, pages, content, siteUrl } = options;
  const write = createPageWriter(folder);
  for (const [path, bytes] of assets.files) write(path, bytes);
  publishCompiled(folder, bundle, pages);

  const writeNew = (path: string, text: string): void => {
    if (!existsSync(join(folder, path))) write(path, text);
  };
  const redirects: string[] = [];
  for (const { page, to } of content.redirects) {
    if (page === null) continue;
    const { html, facts } = finishHtml(formatRedirect(page, to, siteUrl), page);
    writeNew(page, html);
    redirects.push(...facts.scripts);
  }
  if (siteUrl) writeNew('sitemap.xml', formatSitemap(pages, siteUrl));
  const inlineOf = createInlineOf(assets);
  const own = [...new Map(pages.map(({ path }) => [path.split('/').length, path])).values()].map(inlineOf);
  const all = [...own, ...pages.flatMap(({ facts }) => facts ?? []), { scripts: redirects, styles: [] }];
  const unique = (kind: 'scripts' | 'styles') => [...new Set(all.flatMap((one) => one[kind]))].sort();
  writeNew('_headers', formatHeaders({ scripts: unique('scripts'), styles: unique('styles') }));
  if (content.redirects.length > 0) writeNew('_redirects', formatRedirects(content.redirects));
  writeNew('.nojekyll', '');
}

/** Publishes what Vite has compiled for the pages; of pictures only those that a page, a style or a script names. */
function publishCompiled(folder: string, { folder: from }: Bundle, pages: readonly SitePage[]): void {
  const published = join(from, publishedFolder);
  const files = existsSync(published) ? listFiles(published) : [];
  const named = new Set(pages.flatMap(({ facts }) => facts?.assets ?? []));
  const texts = files
    .filter((path) => /\.(?:css|m?js)$/.test(path))
    .map((path) => readFileSync(join(published, path), 'utf8'));
  for (const path of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (imageFile.test(path) && !named.has(path) && !texts.some((text) => text.includes(name))) continue;
    const target = join(folder, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    placeFile(join(published, path), target);
  }
}
