import { ContentError, createFinding } from '../errors.ts';
import { escapeHtml } from '../markdown/render-jsx.ts';
import { listForms, type Picture, readPicture, shareForm } from '../pictures/picture.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { relativeHref } from '../works/addresses.ts';
import type { Edition } from '../works/edition.ts';
import { imagePath } from '../works/images.ts';
import { decodeTarget } from '../works/links.ts';

/** What of the window's width an article's picture takes. */
export const pictureSizes = '(min-width: 48rem) 44rem, 100vw';

/** A picture as a page shows it. */
export interface ShownPicture {
  /** Relative address of the largest form. */
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
}

/** Reads a picture that an edition names; null where it is a file of `public/`, which is copied as it is. */
async function openPicture(contentDir: string, edition: Edition, target: string): Promise<Picture | null> {
  if (target.startsWith('/')) return null;
  try {
    return await readPicture(imagePath(contentDir, edition, target));
  } catch (error) {
    const params = { target: decodeTarget(target), reason: `cannot be read: ${(error as Error).message}` };
    throw new ContentError([createFinding('ImageUnusable', { file: edition.file }, params)]);
  }
}

/**
 * The forms of an edition's picture, for a page; null where it is a file of `public/`.
 * @param page path of the page below `dist/`
 */
export async function showPicture(
  contentDir: string,
  edition: Edition,
  target: string,
  page: string,
): Promise<ShownPicture | null> {
  const picture = await openPicture(contentDir, edition, target);
  if (!picture) return null;
  const forms = listForms(picture);
  noteForms(forms);
  const largest = forms.at(-1)!;
  const srcset = picture.isVector
    ? ''
    : forms.map(({ path, width }) => `${relativeHref(page, path)} ${width}w`).join(', ');
  const height = picture.isVector ? picture.height : Math.round((picture.height * largest.width) / picture.width);
  return { src: relativeHref(page, largest.path), srcset, width: largest.width, height };
}

/** Path below `dist/` of the form of an edition's picture that networks show beside a link; null as above. */
export async function sharePicture(contentDir: string, edition: Edition, target: string): Promise<string | null> {
  const picture = await openPicture(contentDir, edition, target);
  if (!picture) return null;
  const form = shareForm(picture);
  noteForms([form]);
  return form.path;
}

/** The `<img>` of a picture, with width and height set. `attributes` are those that the author gave, as HTML. */
export function formatPicture(picture: ShownPicture, attributes: string, loading: 'lazy' | 'eager' = 'lazy'): string {
  const srcset = picture.srcset ? ` srcset="${escapeHtml(picture.srcset)}" sizes="${escapeHtml(pictureSizes)}"` : '';
  const own = attributes.replace(/\b(?:width|height|loading|decoding)="[^"]*"/g, '').trim();
  return `<img src="${escapeHtml(picture.src)}"${srcset} width="${picture.width}" height="${picture.height}" loading="${loading}" decoding="async" ${own}>`;
}
