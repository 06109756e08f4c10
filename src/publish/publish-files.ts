import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Assets } from '../assets/assets.ts';
import { createInlineOf } from '../assets/site-inline.ts';
import { listFiles } from '../base/list-files.ts';
import { createPageWriter } from '../base/write-files.ts';
import { imageFile } from '../content/file-kinds.ts';
import type { Content } from '../content/load.ts';
import { type Bundle, publishedFolder } from '../renderer/bundle.ts';
import { finishHtml } from '../renderer/finish-html.ts';
import { formatRedirect } from '../renderer/format-redirect.ts';
import { allOutside } from '../renderer/outside.ts';
import { settings } from '../settings/current.ts';
import { placeFile } from './build-cache.ts';
import type { SitePage } from './build-site.ts';
import { formatHeaders, formatRedirects } from './host-files.ts';
import { formatSitemap } from './sitemap.ts';

/** A host leaves out longer lines of `_headers`. */
const MOST_LINE = 2000;

export interface PublishFilesOptions {
  readonly assets: Assets;
  readonly bundle: Bundle;
  readonly pages: readonly SitePage[];
  readonly content: Content;
  readonly siteUrl: string | undefined;
}

/** Adds what pages load, pages at old addresses, the sitemap, what hosts read. Files of `public/` win over others. */
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
    const { html, facts } = finishHtml(formatRedirect(page, to, siteUrl), page, settings);
    writeNew(page, html);
    redirects.push(...facts.scripts);
  }
  if (siteUrl) writeNew('sitemap.xml', formatSitemap(pages, siteUrl));
  const inlineOf = createInlineOf(assets);
  const shown = new Set(pages.flatMap(({ path, work }) => (work ? inlineOf(path) : [])));
  const all = [...shown, ...pages.flatMap(({ facts }) => facts ?? []), { scripts: redirects, styles: [] }];
  const unique = (kind: 'scripts' | 'styles') => [...new Set(all.flatMap((one) => one[kind]))].sort();
  const headers = formatHeaders({ scripts: unique('scripts'), styles: unique('styles'), ...allOutside(settings) });
  const longest = Math.max(...headers.split('\n').map(({ length }) => length));
  if (longest >= MOST_LINE)
    console.warn(
      `A line of _headers has ${longest} characters. Cloudflare Pages leaves out lines from ${MOST_LINE} on: there, the content policy is in the pages alone.`,
    );
  writeNew('_headers', headers);
  if (content.redirects.length > 0) writeNew('_redirects', formatRedirects(content.redirects));
  writeNew('.nojekyll', '');
}

/** Of pictures only those that a page, a style or a script names. */
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
