import { existsSync } from 'node:fs';
import type { Edition } from '../content/edition.ts';
import { locateField } from '../content/frontmatter.ts';
import { checkImage, imagePath } from '../content/images.ts';
import { checkMedia, checkSound } from '../content/media.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Places } from '../markdown/collector.ts';
import type { EditionFacts } from './facts.ts';

/** @param findPlaces asked only when something is wrong */
export function checkNamedFiles(
  contentDir: string,
  edition: Edition,
  { images, files, modules }: Pick<EditionFacts, 'images' | 'files' | 'modules'>,
  findPlaces: () => Places,
): Finding[] {
  const { cover } = edition.frontmatter;
  return [
    ...images.flatMap((image, i) => checkImage(contentDir, edition, image, () => findPlaces().images[i])),
    ...files.flatMap((file, i) => checkMedia(contentDir, edition, file, () => findPlaces().files[i])),
    ...modules.flatMap((module, i) => {
      // One without an ending may be several files.
      if (!/\.\w+$/.test(module) || existsSync(imagePath(contentDir, edition, module))) return [];
      return [createFinding('ImportMissing', { file: edition.file, ...findPlaces().modules[i] }, { target: module })];
    }),
    ...checkSound(contentDir, edition, () => locateField(edition.head, ['audio', 'file'])),
    ...(cover ? checkImage(contentDir, edition, cover.src, () => locateField(edition.head, ['cover', 'src'])) : []),
  ];
}
