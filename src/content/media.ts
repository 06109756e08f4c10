import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import { type FileKind, findMismatch, isOfKind } from './file-kinds.ts';
import { checkImage, imagePath } from './images.ts';
import { decodeTarget } from './links.ts';
import { soundType } from './sound.ts';

/** A file that a player needs, as its author wrote it. */
export interface MediaUse {
  readonly target: string;
  readonly kind: FileKind;
}

export function checkSound(contentDir: string, edition: Edition, locate: () => Point | undefined): Finding[] {
  const { audio } = edition.frontmatter;
  if (!audio) return [];
  const findings = checkMedia(contentDir, edition, { target: audio.file, kind: 'sound' }, locate);
  if (findings.length > 0 || soundType(audio.file)) return findings;
  const params = { target: decodeTarget(audio.file), kind: 'sound', reason: 'is not a file of sound' };
  return [createFinding('MediaUnusable', { file: edition.file, ...locate() }, params)];
}

/** @param locate asked only when something is wrong */
export function checkMedia(
  contentDir: string,
  edition: Edition,
  { target, kind }: MediaUse,
  locate: () => Point | undefined,
): Finding[] {
  if (kind === 'picture') return checkImage(contentDir, edition, target, locate);
  const path = imagePath(contentDir, edition, target);
  const find = (name: 'MediaMissing' | 'MediaUnusable', params: Record<string, string> = {}) => [
    createFinding(name, { file: edition.file, ...locate() }, { target: decodeTarget(target), kind, ...params }),
  ];
  if (!existsSync(path)) return find('MediaMissing');
  const mismatch = findMismatch(path, kind);
  if (mismatch) return find('MediaUnusable', { reason: mismatch });
  if (target.startsWith('/')) return [];
  if (!resolve(path).startsWith(resolve(contentDir) + sep))
    return find('MediaUnusable', { reason: 'is outside the content folder' });
  if (!isOfKind(path, kind)) return find('MediaUnusable', { reason: 'is not in a format that browsers play' });
  return [];
}
