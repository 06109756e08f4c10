import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { findStored } from '../base/find-stored.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../markdown/block.ts';
import { publicFolder } from '../settings/current.ts';
import type { Edition } from './edition.ts';
import { findMismatch, imageFile } from './file-kinds.ts';
import { decodeTarget } from './links.ts';

/** Tells one state of a file from another; '' where there is no file. */
export function fileState(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.size} ${file.mtimeMs}` : '';
}

/** @param target relative to the edition's own folder or, with a leading slash, to `public/` */
export function imagePath(contentDir: string, edition: Edition, target: string): string {
  const clean = decodeTarget(target.replace(/[?#].*$/s, ''));
  if (clean.startsWith('/')) return findStored(join(publicFolder, clean));
  return findStored(join(contentDir, edition.lang, edition.slug, '..', clean));
}

/** @param portrait path from the content folder */
export const portraitPath = (contentDir: string, portrait: string): string => findStored(join(contentDir, portrait));

/** @param locate asked only when something is wrong */
export function checkImage(
  contentDir: string,
  edition: Edition,
  target: string,
  locate: () => Point | undefined,
): Finding[] {
  const path = imagePath(contentDir, edition, target);
  const written = decodeTarget(target);
  const find = (name: 'ImageMissing' | 'ImageUnusable', params: Record<string, string>) => [
    createFinding(name, { file: edition.file, ...locate() }, { target: written, ...params }),
  ];
  if (!existsSync(path)) return find('ImageMissing', {});
  const mismatch = findMismatch(path, 'picture');
  if (mismatch) return find('ImageUnusable', { reason: mismatch });
  if (target.startsWith('/')) return [];
  if (!resolve(path).startsWith(resolve(contentDir) + sep))
    return find('ImageUnusable', { reason: 'is outside the content folder' });
  if (!imageFile.test(path)) return find('ImageUnusable', { reason: 'is not in a format that browsers show' });
  return [];
}
