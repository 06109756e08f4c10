import { resolve } from 'node:path';
import { digest } from '../base/digest.ts';
import { addresses } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { fileState, imagePath } from '../content/images.ts';
import { peopleOf } from '../content/labels.ts';
import { listByDate } from '../content/list.ts';
import { soundType } from '../content/media.ts';
import type { Lang } from '../markdown/block.ts';
import { openMediaForm } from '../pictures/media-form.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { settings, settingsFolder } from '../settings/current.ts';
import { openEnvironment } from '../site.ts';
import type { Publication } from '../works/publication.ts';
import { keyLists } from './keys.ts';
import { openSharePicture } from './picture.ts';
import { type Episode, formatPodcast } from './podcast.ts';
import { openSound } from './sound.ts';

/** An edition, and the sound in it as the author named it. */
interface Heard {
  readonly edition: Edition;
  readonly target: string;
}

/**
 * The articles of a language that can be heard, newest first: by the sound that their frontmatter names, else by the
 * first in their text. None without the site's address, since apps ask for sound by whole addresses.
 */
function listHeard({ content, readFacts, workOf }: Publication, lang: Lang): Heard[] {
  if (!openEnvironment().siteUrl) return [];
  return listByDate(content, lang).flatMap((edition) => {
    // Most texts name no sound, and need not be compiled to know that.
    if (!edition.mayPlay) return [];
    const target =
      edition.frontmatter.audio?.file ??
      readFacts(workOf(edition)).editions[lang]?.files.find((file) => soundType(file));
    return target === undefined ? [] : [{ edition, target }];
  });
}

/** Whether a language has a podcast. */
export const hasPodcast = (publication: Publication, lang: Lang): boolean => listHeard(publication, lang).length > 0;

/** Key of a language's podcast: it shows what lists show, and files of sound. */
export function keyPodcast(publication: Publication, lang: Lang): string {
  const files = listHeard(publication, lang).flatMap(({ edition, target }) => [
    target,
    fileState(imagePath(publication.contentDir, edition, target)),
  ]);
  return digest(keyLists(publication), lang, ...files);
}

/** The picture of the podcast, published as it is: directories ask for a size that pages have no use for. */
async function openPodcastImage(lang: Lang): Promise<string | undefined> {
  const { image } = settings.podcast;
  if (!image) return (await openSharePicture(lang))?.path;
  const form = await openMediaForm(resolve(settingsFolder, image));
  noteForms([form]);
  return form.path;
}

/** A language's podcast, as `formatPodcast` writes it. */
export async function formatSitePodcast(publication: Publication, lang: Lang): Promise<string> {
  const episodes = await Promise.all(
    listHeard(publication, lang).map(async (heard): Promise<Episode> => {
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
    image: await openPodcastImage(lang),
  });
}
