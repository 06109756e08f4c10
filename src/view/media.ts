import { relativeHref } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { imageFile } from '../content/file-kinds.ts';
import { imagePath } from '../content/images.ts';
import { decodeTarget } from '../content/links.ts';
import { openMediaForm } from '../pictures/media-form.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { showPicture } from './picture.ts';

export async function showFile(contentDir: string, edition: Edition, target: string, page: string): Promise<string> {
  if (target.startsWith('/')) return relativeHref(page, decodeTarget(target.slice(1)).normalize('NFC'));
  if (imageFile.test(target)) return (await showPicture(contentDir, edition, target, page))!.src;
  const form = await openMediaForm(imagePath(contentDir, edition, target));
  noteForms([form]);
  return relativeHref(page, form.path);
}
