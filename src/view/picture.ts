import { resolve } from 'node:path';
import { escapeHtml } from '../base/escape-html.ts';
import { relativeHref } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { imagePath, portraitPath } from '../content/images.ts';
import { decodeTarget } from '../content/links.ts';
import { ContentError, createFinding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import { isolatePlain } from '../markdown/isolate-foreign.ts';
import { listForms, type Picture, pictureSettings, readPicture, shareForm } from '../pictures/picture.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { settings, settingsFolder } from '../settings/current.ts';
import type { PageProps } from './page-props.ts';
import { hasShareFile, shareFile } from './site-files.ts';

const places = {
  text: { widths: pictureSettings.widths, sizes: '(min-width: 48rem) 44rem, 100vw' },
  lead: { widths: pictureSettings.widths, sizes: '(min-width: 76rem) 41rem, (min-width: 52rem) 54vw, 100vw' },
  card: { widths: [240, 480], sizes: '(min-width: 52rem) 9rem, 7rem' },
  portrait: { widths: [240], sizes: '5rem' },
} as const;
export type PicturePlace = keyof typeof places;

export interface ShownPicture {
  readonly src: string;
  readonly srcset: string;
  readonly sizes: string;
  readonly width: number;
  readonly height: number;
}

/** Null for a file of `public/`, which is copied as it is. */
async function openPicture(contentDir: string, edition: Edition, target: string): Promise<Picture | null> {
  if (target.startsWith('/')) return null;
  try {
    return await readPicture(imagePath(contentDir, edition, target));
  } catch (error) {
    const params = { target: decodeTarget(target), reason: `cannot be read: ${(error as Error).message}` };
    throw new ContentError([createFinding('ImageUnusable', { file: edition.file }, params)]);
  }
}

/** Null for a file of `public/`. @param page path of the page below `dist/` */
export async function showPicture(
  contentDir: string,
  edition: Edition,
  target: string,
  page: string,
  place: PicturePlace = 'text',
): Promise<ShownPicture | null> {
  const picture = await openPicture(contentDir, edition, target);
  return picture && offerForms(picture, page, place);
}

export async function showPortrait(contentDir: string, portrait: string, page: string): Promise<ShownPicture> {
  return offerForms(await readPicture(portraitPath(contentDir, portrait)), page, 'portrait');
}

function offerForms(picture: Picture, page: string, place: PicturePlace): ShownPicture {
  const { widths, sizes } = places[place];
  const forms = listForms(picture, widths);
  noteForms(forms);
  const largest = forms.at(-1)!;
  const srcset = picture.isVector
    ? ''
    : forms.map(({ path, width }) => `${relativeHref(page, path)} ${width}w`).join(', ');
  const height = picture.isVector ? picture.height : Math.round((picture.height * largest.width) / picture.width);
  return { src: relativeHref(page, largest.path), srcset, sizes, width: largest.width, height };
}

/** Path below `dist/`; null for a file of `public/`. */
export async function sharePicture(contentDir: string, edition: Edition, target: string): Promise<string | null> {
  const picture = await openPicture(contentDir, edition, target);
  if (!picture) return null;
  const form = shareForm(picture);
  noteForms([form]);
  return form.path;
}

export async function formatCover(
  contentDir: string,
  edition: Edition,
  page: string,
  place: PicturePlace,
  loading: 'lazy' | 'eager' = 'lazy',
): Promise<string> {
  const { src, alt } = edition.frontmatter.cover!;
  const picture = await showPicture(contentDir, edition, src, page, place);
  const attributes = `alt="${escapeHtml(isolatePlain(alt, edition.lang))}"`;
  if (picture) return formatPicture(picture, attributes, loading);
  const address = escapeHtml(relativeHref(page, decodeTarget(src.slice(1)).normalize('NFC')));
  return `<img src="${address}" loading="${loading}" ${attributes}>`;
}

/** That of the settings, else `share.png` of `public/`, 1200×630. */
export async function openSharePicture(lang: Lang): Promise<PageProps['share']> {
  const { name, shareImage } = settings;
  const nameAndSize = { alt: name[lang], width: pictureSettings.share.width, height: pictureSettings.share.height };
  if (!shareImage) return hasShareFile ? { path: shareFile, ...nameAndSize } : undefined;
  const form = shareForm(await readPicture(resolve(settingsFolder, shareImage)));
  noteForms([form]);
  return { path: form.path, ...nameAndSize };
}

/** Sets width and height. `attributes` are the author's, as HTML. */
export function formatPicture(picture: ShownPicture, attributes: string, loading: 'lazy' | 'eager' = 'lazy'): string {
  const srcset = picture.srcset ? ` srcset="${escapeHtml(picture.srcset)}" sizes="${escapeHtml(picture.sizes)}"` : '';
  const kept = attributes.replace(/\b(?:width|height|loading|decoding)="[^"]*"/g, '').trim();
  return `<img src="${escapeHtml(picture.src)}"${srcset} width="${picture.width}" height="${picture.height}" loading="${loading}" decoding="async" ${kept}>`;
}
