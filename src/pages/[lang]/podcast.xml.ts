import type { APIRoute } from 'astro';
import { hasPodcast } from '../../content/sound.ts';
import { langs } from '../../locales.ts';
import type { Lang } from '../../markdown/block.ts';
import { formatSitePodcast, keyPodcast } from '../../view/site-podcast.ts';
import { openPublication } from '../../works/current.ts';

export async function getStaticPaths() {
  const publication = await openPublication();
  return langs
    .filter((lang) => hasPodcast(publication.content, lang))
    .map((lang) => ({ params: { lang }, props: { lang }, cacheKey: keyPodcast(publication, lang) }));
}

export const GET: APIRoute = async ({ props }) => {
  const { lang } = props as { lang: Lang };
  return new Response(await formatSitePodcast(await openPublication(), lang), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
