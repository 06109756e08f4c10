import { digest } from '../base/digest.ts';
import { type PictureForm, toReadableName } from './picture.ts';

/** `src` is what importing a picture gives. */
export interface AstroTransform {
  readonly src: string | { readonly src: string };
  readonly width?: number;
  readonly format?: string;
  readonly [option: string]: unknown;
}

export function transformedForm(
  file: string,
  fileDigest: string,
  { src: _, ...options }: AstroTransform,
  service: Record<string, unknown>,
): PictureForm {
  const { width = 0, format = 'webp' } = options;
  const name = digest(fileDigest, JSON.stringify(options), JSON.stringify(service)).slice(0, 10);
  const path = `_beyt/pictures/${toReadableName(file)}.${name}.${format}`;
  const transform = { options: { ...options, format }, service };
  return { file, digest: fileDigest, path, kind: 'transformed', width, isAnimated: false, transform };
}
