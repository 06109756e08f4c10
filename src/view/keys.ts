import { digest } from '../base/digest.ts';
import { remember } from '../base/remember.ts';
import { fileState, imagePath, portraitPath } from '../content/images.ts';
import { listFeed } from '../content/list.ts';
import type { Content } from '../content/load.ts';
import { listEditions } from '../content/work.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { Publication } from '../works/publication.ts';

const known = new WeakMap<Content, string>();

type Shown = Pick<Publication, 'content' | 'contentDir'>;

export function keyLists(publication: Shown): string {
  return remember(known, publication.content, () => makeKey(publication));
}

export function keyFeed(publication: Publication, lang: Lang): string {
  const { content, workOf, keyOf } = publication;
  return digest(keyLists(publication), ...listFeed(content, lang).map((edition) => keyOf(workOf(edition))));
}

function makeKey({ content, contentDir }: Shown): string {
  const { works, people, plan, glossaryDigest } = content;
  const shown = works.map(({ name, original, editions }) => [
    name,
    original,
    ...langs.map((lang) => [editions[lang]?.slug, editions[lang]?.frontmatter]),
  ]);
  const editions = new Set(works.flatMap(listEditions));
  const covers = [...editions].flatMap((edition) => {
    const { cover } = edition.frontmatter;
    return cover ? [fileState(imagePath(contentDir, edition, cover.src))] : [];
  });
  // Shown in a preview.
  const unpublished = plan.unpublished.flatMap(({ edition, reason }) =>
    editions.has(edition) ? [[edition.file, reason]] : [],
  );
  const portraits = [...people.values()].flatMap(({ portrait }) =>
    portrait ? [fileState(portraitPath(contentDir, portrait))] : [],
  );
  return digest(glossaryDigest, JSON.stringify([shown, covers, portraits, unpublished]));
}
