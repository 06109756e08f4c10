import { resolve } from 'node:path';
import { digest } from '../base/digest.ts';
import { addresses } from '../content/addresses.ts';
import { fileState, imagePath } from '../content/images.ts';
import { peopleOf } from '../content/labels.ts';
import { listHeard } from '../content/sound.ts';
import type { Lang } from '../markdown/block.ts';
import { openMediaForm } from '../pictures/media-form.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { settings, settingsFolder } from '../settings/current.ts';
import { openEnvironment } from '../site.ts';
import type { Publication } from '../works/publication.ts';
import { keyLists } from './keys.ts';
import { type Episode, formatPodcast } from './podcast.ts';
import { openSound } from './sound.ts';

export function keyPodcast(publication: Publication, lang: Lang): string {
  const files = listHeard(publication.content, lang).flatMap(({ edition, target }) => [
    target,
    fileState(imagePath(publication.contentDir, edition, target)),
  ]);
  return digest(keyLists(publication), lang, ...files);
}

/** Published as it is: directories ask for a size that pages have no use for, and a square. */
async function openPodcastImage(): Promise<string | undefined> {
  const { image } = settings.podcast;
  if (!image) return undefined;
  const form = await openMediaForm(resolve(settingsFolder, image));
  noteForms([form]);
  return form.path;
}

export async function formatSitePodcast(publication: Publication, lang: Lang): Promise<string> {
  const episodes = await Promise.all(
    listHeard(publication.content, lang).map(async (heard): Promise<Episode> => {
      const { edition } = heard;
      return {
        edition,
        path: addresses.article(lang, edition.slug),
        authors: peopleOf(publication.content.glossary, edition.frontmatter.authors).map((label) => label[lang]),
        file: await openSound(publication.contentDir, edition, heard.target),
      };
    }),
  );
  return formatPodcast(lang, episodes, {
    siteUrl: openEnvironment().siteUrl!,
    settings,
    image: await openPodcastImage(),
  });
}
