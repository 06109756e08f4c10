import { escapeHtml } from '../markdown/render-jsx.ts';

/** What of the window's width an article's image takes. */
export const imageSizes = '(min-width: 48rem) 44rem, 100vw';

/** An image of an edition as a page shows it. */
export interface PageImage {
  /** Relative address of the largest form. */
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
}

/** The `<img>` for an image, with width and height set. `attributes` are those that the author gave, as HTML. */
export function formatImage(image: PageImage, attributes: string, loading: 'lazy' | 'eager' = 'lazy'): string {
  const srcset = image.srcset ? ` srcset="${escapeHtml(image.srcset)}" sizes="${escapeHtml(imageSizes)}"` : '';
  const own = attributes.replace(/\b(?:width|height|loading|decoding)="[^"]*"/g, '').trim();
  return `<img src="${escapeHtml(image.src)}"${srcset} width="${image.width}" height="${image.height}" loading="${loading}" decoding="async" ${own}>`;
}
