import { otherLang } from '../locales.ts';
import { formatFeed } from '../publish/feed.ts';
import { listFeedWorks } from '../publish/site-pages.ts';
import { addresses } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import { peopleOf, topicsOf } from '../works/labels.ts';
import { viewEdition } from './edition-html.ts';
import type { PageContext } from './page.ts';

/** A language's feed: its newest works, whole. */
export async function formatSiteFeed(context: PageContext, lang: Lang): Promise<string> {
  const { publication, siteUrl } = context;
  const { glossary } = publication.content;
  const items = await Promise.all(
    listFeedWorks(publication, lang).map(async (work) => {
      const edition = work.editions[lang]!;
      const twin = work.editions[otherLang(lang)];
      const path = addresses.article(lang, edition.slug);
      const html = await viewEdition(context, publication.prepare(work), lang, path, { twins: false });
      return {
        edition,
        path,
        twin: twin && addresses.article(twin.lang, twin.slug),
        html,
        authors: peopleOf(glossary, edition.frontmatter.authors).map((label) => label[lang]),
        topics: topicsOf(glossary, edition).map((label) => label[lang]),
      };
    }),
  );
  return formatFeed(lang, items, siteUrl);
}
