import { statSync } from 'node:fs';
import { escapeXml } from '../base/xml.ts';
import { encodePath } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { imagePath } from '../content/images.ts';
import { decodeTarget } from '../content/links.ts';
import { soundType } from '../content/sound.ts';
import { openMediaForm } from '../pictures/media-form.ts';
import { noteForms } from '../pictures/shown-forms.ts';

export interface Sound {
  readonly path: string;
  readonly bytes: number;
  readonly type: string;
}

export function formatEnclosure({ path, bytes, type }: Sound, siteUrl: string): string {
  return `<enclosure url="${escapeXml(siteUrl + encodePath(path))}" length="${bytes}" type="${type}"/>`;
}

export async function openSound(contentDir: string, edition: Edition, target: string): Promise<Sound> {
  const file = imagePath(contentDir, edition, target);
  const { size } = statSync(file);
  const type = soundType(target)!;
  if (target.startsWith('/')) return { path: decodeTarget(target.slice(1)), bytes: size, type };
  const form = await openMediaForm(file);
  noteForms([form]);
  return { path: form.path, bytes: size, type };
}
