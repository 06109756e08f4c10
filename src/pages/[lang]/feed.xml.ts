import type { APIRoute } from 'astro';
import { renderModule } from '../../components/import-edition.ts';
import { langs } from '../../locales.ts';
import type { Lang } from '../../markdown/block.ts';
import { keyFeed } from '../../view/keys.ts';
import { formatSiteFeed } from '../../view/site-feed.ts';
import { openPublication } from '../../works/current.ts';

export async function getStaticPaths() {
  const publication = await openPublication();
  return langs.map((lang) => ({ params: { lang }, props: { lang }, cacheKey: keyFeed(publication, lang) }));
}

export const GET: APIRoute = async ({ props }) => {
  const { lang } = props as { lang: Lang };
  return new Response(await formatSiteFeed(await openPublication(), lang, renderModule), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
