import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { Edition } from './edition.ts';
import { decodeTarget } from './links.ts';

/** Files that the image pipeline takes. */
export const imageFile = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** File of an image that an edition names, relative to its own folder or, with a leading slash, to `public/`. */
export function imagePath(contentDir: string, edition: Edition, target: string): string {
  const clean = decodeTarget(target.replace(/[?#].*$/s, ''));
  if (clean.startsWith('/')) return join('public', clean);
  return join(contentDir, edition.lang, edition.slug, '..', clean);
}

/** What is wrong with an image that an edition names; nothing where the site can show it. */
export function checkImage(
  contentDir: string,
  edition: Edition,
  target: string,
  at: { file: string; line: number; column: number },
): Finding[] {
  const path = imagePath(contentDir, edition, target);
  const written = decodeTarget(target);
  if (!existsSync(path)) return [createFinding('ImageMissing', at, { target: written })];
  if (target.startsWith('/')) return [];
  if (!resolve(path).startsWith(resolve(contentDir) + sep))
    return [createFinding('ImageUnusable', at, { target: written, reason: 'lies outside the content folder' })];
  if (!imageFile.test(path))
    return [createFinding('ImageUnusable', at, { target: written, reason: 'is not in a format that browsers show' })];
  return [];
}
