import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import { imageFile, imagePath } from './images.ts';
import { decodeTarget } from './links.ts';
import { soundType } from './sound.ts';

export const mediaFile = /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm|vtt)$/i;

export function checkSound(contentDir: string, edition: Edition, locate: () => Point | undefined): Finding[] {
  const { audio } = edition.frontmatter;
  if (!audio) return [];
  const findings = checkMedia(contentDir, edition, audio.file, locate);
  if (findings.length > 0 || soundType(audio.file)) return findings;
  const params = { target: decodeTarget(audio.file), reason: 'is not a file of sound' };
  return [createFinding('MediaUnusable', { file: edition.file, ...locate() }, params)];
}

/** @param locate asked only when something is wrong */
export function checkMedia(
  contentDir: string,
  edition: Edition,
  target: string,
  locate: () => Point | undefined,
): Finding[] {
  const path = imagePath(contentDir, edition, target);
  const find = (name: 'MediaMissing' | 'MediaUnusable', params: Record<string, string> = {}) => [
    createFinding(name, { file: edition.file, ...locate() }, { target: decodeTarget(target), ...params }),
  ];
  if (!existsSync(path)) return find('MediaMissing');
  if (target.startsWith('/')) return [];
  if (!resolve(path).startsWith(resolve(contentDir) + sep))
    return find('MediaUnusable', { reason: 'is outside the content folder' });
  if (!mediaFile.test(path) && !imageFile.test(path))
    return find('MediaUnusable', { reason: 'is not in a format that browsers play' });
  return [];
}
