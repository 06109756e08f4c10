import type { APIRoute } from 'astro';
import { astroMedia } from '../../components/astro-media.ts';
import { langs } from '../../locales.ts';
import { openPageContext } from '../../templates/open-context.ts';
import { formatSiteFeed } from '../../templates/site-feed.ts';
import type { Lang } from '../../works/block.ts';

export const getStaticPaths = () => langs.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute = async ({ props }) => {
  const { lang } = props as { lang: Lang };
  return new Response(await formatSiteFeed(await openPageContext(astroMedia), lang), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
