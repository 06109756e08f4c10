import type { APIRoute } from 'astro';
import { astroMedia } from '../../components/astro-media.ts';
import { langs, otherLang } from '../../locales.ts';
import { formatFeed } from '../../publish/feed.ts';
import { site } from '../../site.ts';
import { viewEdition } from '../../templates/edition-html.ts';
import { openPageContext } from '../../templates/open-context.ts';
import { addresses } from '../../works/addresses.ts';
import type { Lang } from '../../works/block.ts';
import { peopleOf, topicsOf } from '../../works/labels.ts';
import { listByDate } from '../../works/list.ts';

export const getStaticPaths = () => langs.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute = async ({ props }) => {
  const { lang } = props as { lang: Lang };
  const context = await openPageContext(astroMedia);
  const { publication, siteUrl } = context;
  const { glossary } = publication.content;
  const items = await Promise.all(
    listByDate(publication.content, lang)
      .slice(0, site.pageSize)
      .map(async (edition) => {
        const work = publication.workOf(edition);
        const twin = work.editions[otherLang(lang)];
        const path = addresses.article(lang, edition.slug);
        const view = await viewEdition(context, publication.prepare(work), lang, path, { twins: false });
        return {
          edition,
          path,
          twin: twin && addresses.article(twin.lang, twin.slug),
          html: view.pieces.map((p) => p.html).join(''),
          authors: peopleOf(glossary, edition.frontmatter.authors).map((label) => label[lang]),
          topics: topicsOf(glossary, edition).map((label) => label[lang]),
        };
      }),
  );
  return new Response(formatFeed(lang, items, siteUrl), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
