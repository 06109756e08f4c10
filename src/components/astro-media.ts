import { getImage } from 'astro:assets';
import { resolve } from 'node:path';
import { editions } from 'virtual:beyt/editions';
import { images } from 'virtual:beyt/images';
import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { imageSizes, type PageImage } from '../templates/image.ts';
import type { Media } from '../templates/page.ts';
import { relativeHref } from '../works/addresses.ts';
import { openPublication } from '../works/current.ts';
import type { Edition } from '../works/edition.ts';
import { imagePath } from '../works/images.ts';

/** Widths in CSS pixels that an article's image is offered in. */
const widths = [480, 768, 1080, 1600];

/** Sends an image through Astro's pipeline. */
async function prepareImage(edition: Edition, target: string, page: string): Promise<PageImage | null> {
  const { contentDir } = await openPublication();
  const load = images[resolve(imagePath(contentDir, edition, target))];
  if (!load) return null;
  const { default: metadata } = await load();
  const { width, height, format } = metadata;
  const local = (path: string) => relativeHref(page, decodeURI(path.replace(/^\//, '').replace(/\?.*$/s, '')));
  const dev = (path: string) => (import.meta.env.DEV ? path : local(path));
  if (format === 'svg') return { src: dev(metadata.src), srcset: '', width, height };
  const offered = [...widths.filter((w) => w < width), Math.min(width, widths.at(-1)!)];
  const image = await getImage({ src: metadata, widths: offered, format: 'webp', sizes: imageSizes });
  const srcset = image.srcSet.values.map((v) => `${dev(v.url)} ${v.descriptor ?? ''}`.trim()).join(', ');
  return { src: dev(image.src), srcset, width, height };
}

/** Renders an edition that imports modules of its own, as Vite has compiled it. */
async function renderModule(edition: Edition): Promise<string> {
  const load = editions[resolve(edition.file)];
  if (!load) throw new Error(`${edition.file} is not among the editions that Vite compiles`);
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  const { default: Content } = await load();
  const html = await container.renderToString(Content);
  // Astro gives headings ids; ours are those of their units.
  return html.replace(/(<h[1-6](?:[^<>"]|"[^"]*")*? data-b="\d+") id="[^"]*"(?=>)/g, '$1');
}

/** Pictures and modules, which only Astro and Vite can make: for the pages that they render. */
export const astroMedia: Media = { prepareImage, renderModule };
