import type { APIRoute } from 'astro';
import { formatSitemap } from '../publish/sitemap.ts';
import { readEnvironment } from '../site.ts';
import { openPublication } from '../works/current.ts';

/** Without the site's address there is nothing that a sitemap could say: an empty body, so no file. */
export const GET: APIRoute = async () => {
  const { siteUrl } = readEnvironment();
  const { content } = await openPublication();
  return new Response(siteUrl ? formatSitemap(content, siteUrl) : null, {
    headers: { 'content-type': 'application/xml' },
  });
};
