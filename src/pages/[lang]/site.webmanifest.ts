import type { APIRoute } from 'astro';
import { langs } from '../../locales.ts';
import type { Lang } from '../../markdown/block.ts';
import { settings } from '../../settings/current.ts';
import { formatWebManifest } from '../../view/web-manifest.ts';

export const getStaticPaths = () => langs.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) =>
  new Response(formatWebManifest(params.lang as Lang, settings), {
    headers: { 'content-type': 'application/manifest+json' },
  });
