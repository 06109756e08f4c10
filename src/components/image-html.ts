import { getImage } from 'astro:assets';
import { resolve } from 'node:path';
import { images } from 'virtual:beyt/images';
import { escapeHtml } from '../markdown/render-jsx.ts';
import { relativeHref } from '../works/addresses.ts';
import type { Edition } from '../works/edition.ts';
import { imagePath } from '../works/images.ts';

/** Widths in CSS pixels that an article's image is offered in. */
const widths = [480, 768, 1080, 1600];
const sizes = '(min-width: 48rem) 44rem, 100vw';

/** An image of an edition as a page shows it. */
export interface PageImage {
  /** Relative address of the largest form. */
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Sends an image through Astro's pipeline. `null` where the file does not exist or lies in `public/`.
 * @param page path of the page below `dist/`, to which addresses are relative
 */
export async function prepareImage(
  contentDir: string,
  edition: Edition,
  target: string,
  page: string,
): Promise<PageImage | null> {
  const load = images[resolve(imagePath(contentDir, edition, target))];
  if (!load) return null;
  const { default: metadata } = await load();
  const { width, height, format } = metadata;
  const local = (path: string) => relativeHref(page, decodeURI(path.replace(/^\//, '').replace(/\?.*$/s, '')));
  const dev = (path: string) => (import.meta.env.DEV ? path : local(path));
  if (format === 'svg') return { src: dev(metadata.src), srcset: '', width, height };
  const offered = [...widths.filter((w) => w < width), Math.min(width, widths.at(-1)!)];
  const image = await getImage({ src: metadata, widths: offered, format: 'webp', sizes });
  const srcset = image.srcSet.values.map((v) => `${dev(v.url)} ${v.descriptor ?? ''}`.trim()).join(', ');
  return { src: dev(image.src), srcset, width, height };
}

/** The `<img>` for an image, with width and height set. `attributes` are those that the author gave, as HTML. */
export function formatImage(image: PageImage, attributes: string, loading: 'lazy' | 'eager' = 'lazy'): string {
  const srcset = image.srcset ? ` srcset="${escapeHtml(image.srcset)}" sizes="${escapeHtml(sizes)}"` : '';
  const own = attributes.replace(/\b(?:width|height|loading|decoding)="[^"]*"/g, '').trim();
  return `<img src="${escapeHtml(image.src)}"${srcset} width="${image.width}" height="${image.height}" loading="${loading}" decoding="async" ${own}>`;
}
