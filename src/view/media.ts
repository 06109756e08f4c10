import { openMediaForm } from '../pictures/media-form.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { relativeHref } from '../works/addresses.ts';
import type { Edition } from '../works/edition.ts';
import { imageFile, imagePath } from '../works/images.ts';
import { decodeTarget } from '../works/links.ts';
import { showPicture } from './picture.ts';

/**
 * The address of a file of sound, a film, its poster or captions, for a page.
 * @param page path of the page below `dist/`
 */
export async function showFile(contentDir: string, edition: Edition, target: string, page: string): Promise<string> {
  if (target.startsWith('/')) return relativeHref(page, decodeTarget(target.slice(1)));
  if (imageFile.test(target)) return (await showPicture(contentDir, edition, target, page))!.src;
  const form = await openMediaForm(imagePath(contentDir, edition, target));
  noteForms([form]);
  return relativeHref(page, form.path);
}
