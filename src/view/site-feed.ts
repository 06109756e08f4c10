import { addresses } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { peopleOf, topicsOf } from '../content/labels.ts';
import { listFeed } from '../content/list.ts';
import { otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { openEnvironment } from '../site.ts';
import type { Publication } from '../works/publication.ts';
import { viewEdition } from './edition-html.ts';
import { formatFeed } from './feed.ts';
import { openSound } from './sound.ts';

/** @param renderModule HTML of an edition that imports modules; undefined for all others */
export async function formatSiteFeed(
  publication: Publication,
  lang: Lang,
  renderModule: (edition: Edition) => Promise<string | undefined>,
): Promise<string> {
  const { content, workOf, prepare } = publication;
  const newest = listFeed(content, lang);
  const items = await Promise.all(
    newest.map(async (edition) => {
      const work = workOf(edition);
      const twin = work.editions[otherLang(lang)];
      const path = addresses.article(lang, edition.slug);
      const { audio } = edition.frontmatter;
      const options = { twins: false, module: await renderModule(edition) };
      return {
        edition,
        path,
        twin: twin && addresses.article(twin.lang, twin.slug),
        html: await viewEdition(publication, prepare(work), lang, path, options),
        authors: peopleOf(content.glossary, edition.frontmatter.authors).map((label) => label[lang]),
        sound: audio && (await openSound(publication.contentDir, edition, audio.file)),
        topics: topicsOf(content.glossary, edition).map((label) => label[lang]),
      };
    }),
  );
  return formatFeed(lang, items, openEnvironment().siteUrl);
}
