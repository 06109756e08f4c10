import type { APIRoute } from 'astro';
import { openEnvironment } from '../site.ts';

export const GET: APIRoute = () => {
  const { siteUrl, preview } = openEnvironment();
  const rule = preview ? 'Disallow: /' : 'Allow: /';
  const sitemap = siteUrl ? `\nSitemap: ${siteUrl}sitemap.xml\n` : '';
  return new Response(`User-agent: *\n${rule}\n${sitemap}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
