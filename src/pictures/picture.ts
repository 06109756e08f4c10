import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import { digestBytes } from '../base/digest.ts';
import { remember } from '../base/remember.ts';

/** Changing these makes all pictures anew. */
export const pictureSettings = {
  /** CSS pixels, ascending. */
  widths: [480, 768, 1080, 1600],
  format: 'webp',
  quality: 80,
  /** 0 to 6. Measured on photographs: 2 takes half the time of 4 for 4 % more bytes. */
  effort: 2,
  /** Shown beside links, in pixels. */
  share: { width: 1200, height: 630, quality: 80 },
} as const;

export interface Picture {
  readonly file: string;
  readonly digest: string;
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly isVector: boolean;
  readonly isAnimated: boolean;
}

export interface PictureForm {
  readonly file: string;
  readonly digest: string;
  readonly path: string;
  readonly kind: 'original' | 'scaled' | 'share' | 'transformed';
  /** In pixels; of `scaled` forms only. */
  readonly width: number;
  readonly isAnimated: boolean;
  readonly transform?: { readonly options: Record<string, unknown>; readonly service: Record<string, unknown> };
}

const known = new Map<string, Promise<Picture>>();

/** Reads a changed file again. @throws when the file is missing or is not a picture */
export function readPicture(file: string): Promise<Picture> {
  const { size, mtimeMs } = statSync(file);
  return remember(known, `${file} ${size} ${mtimeMs}`, () => inspectPicture(file));
}

async function inspectPicture(file: string): Promise<Picture> {
  const bytes = readFileSync(file);
  const {
    format,
    width,
    height,
    pages = 1,
    pageHeight,
    autoOrient,
  } = await sharp(bytes, { animated: true }).metadata();
  const isAnimated = pages > 1;
  return {
    file,
    digest: digestBytes(bytes),
    width: isAnimated ? width : autoOrient.width,
    height: isAnimated ? (pageHeight ?? height) : autoOrient.height,
    isVector: format === 'svg',
    isAnimated,
  };
}

/** Letters of any script, digits, `.`, `_` and `-`. */
export function toReadableName(file: string): string {
  const name = basename(file)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC');
  return (
    name
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60) || 'picture'
  );
}

function toForm(picture: Picture, kind: 'original' | 'scaled' | 'share', width: number): PictureForm {
  const { file, digest, isAnimated } = picture;
  const ending = { original: 'svg', scaled: `${width}.${pictureSettings.format}`, share: 'share.jpg' }[kind];
  const path = `_beyt/pictures/${toReadableName(file)}.${digest.slice(0, 10)}.${ending}`;
  return { file, digest, path, kind, width, isAnimated };
}

/** The largest last. @param widths ascending; no form is wider than the picture */
export function listForms(picture: Picture, widths: readonly number[] = pictureSettings.widths): PictureForm[] {
  if (picture.isVector) return [toForm(picture, 'original', picture.width)];
  const smaller = widths.filter((width) => width < Math.min(picture.width, widths.at(-1)!));
  const largest = toForm(picture, 'scaled', Math.min(picture.width, widths.at(-1)!));
  return [...smaller.map((width) => toForm(picture, 'scaled', width)), largest];
}

/** Networks show JPEG, and none of the formats that pages use. */
export function shareForm(picture: Picture): PictureForm {
  return toForm(picture, 'share', pictureSettings.share.width);
}
