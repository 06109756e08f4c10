import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { createFinding, type Finding } from '../errors.ts';
import type { ReadSettings } from '../settings/read-settings.ts';

/** What directories ask of the picture of a podcast: a square of so many pixels a side. */
const [LEAST, MOST] = [1400, 3000];

/** Finds out whether directories would refuse the picture of the podcast. @param folder the one that settings name files from */
export async function checkPodcastImage({ settings, locate }: ReadSettings, folder: string): Promise<Finding[]> {
  const { image } = settings.podcast;
  const file = image && resolve(folder, image);
  // That there is none is said by those who load the settings.
  if (!file || !existsSync(file)) return [];
  const found = (size: string) => [createFinding('PodcastImageUnfit', locate(['podcast', 'image']), { size })];
  const { width, height } = await sharp(file)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  if (width === 0) return found('cannot be read');
  return width === height && width >= LEAST && width <= MOST ? [] : found(`has ${width}×${height} pixels`);
}
