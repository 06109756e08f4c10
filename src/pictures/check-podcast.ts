import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import type { Content } from '../content/load.ts';
import { listHeard } from '../content/sound.ts';
import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { ReadSettings } from '../settings/read-settings.ts';

const [LEAST, MOST] = [1400, 3000];

/** @param folder the one that settings name files from */
export async function checkPodcast(
  content: Content,
  { settings, locate }: ReadSettings,
  folder: string,
): Promise<Finding[]> {
  const { image } = settings.podcast;
  if (!image) {
    const isHeard = langs.some((lang) => listHeard(content, lang).length > 0);
    return isHeard ? [createFinding('PodcastImageMissing', locate(['podcast']))] : [];
  }
  const file = resolve(folder, image);
  // Reported by those who load the settings.
  if (!existsSync(file)) return [];
  const found = (size: string) => [createFinding('PodcastImageUnfit', locate(['podcast', 'image']), { size })];
  const { width, height } = await sharp(file)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  if (width === 0) return found('cannot be read');
  return width === height && width >= LEAST && width <= MOST ? [] : found(`has ${width}×${height} pixels`);
}
