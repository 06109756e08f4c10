import { readFileSync } from 'node:fs';
import { digestBytes } from '../base/digest.ts';
import { noteForms } from '../pictures/shown-forms.ts';
import { type AstroTransform, transformedForm } from '../pictures/transformed-form.ts';

interface AstroAssets {
  addStaticImage?: (options: AstroTransform, hashed: readonly string[], file: string | undefined) => string;
  referencedImages?: Set<string>;
}

/** Not those of other hosts: a build asks no network. @param service Astro's setting `image.service.config` */
export function takeAstroImages(service: Record<string, unknown>): void {
  const assets = globalThis as unknown as { astroAsset?: AstroAssets };
  const addStaticImage: AstroAssets['addStaticImage'] = (options, _, file) => {
    const { src } = options;
    if (typeof src === 'string' || !file)
      throw new Error(`The picture ${src} is on another host: import a file instead`);
    const form = transformedForm(file, digestBytes(readFileSync(file)), options, service);
    noteForms([form]);
    return `/${encodeURI(form.path)}`;
  };
  assets.astroAsset = { ...assets.astroAsset, addStaticImage, referencedImages: new Set() };
}
