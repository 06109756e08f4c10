import type { APIRoute } from 'astro';
import { openEnvironment } from '../site.ts';

export const GET: APIRoute = () => {
  const { siteUrl } = openEnvironment();
  const sitemap = siteUrl ? `\nSitemap: ${siteUrl}sitemap.xml\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
