import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, digestBytes } from '../base/digest.ts';

/** All pages as Astro and Vite have compiled them: made once, then loaded by every process and thread that renders. */
export interface Bundle {
  readonly folder: string;
  /** Path of the module to import, below `folder`. */
  readonly entry: string;
  /** What Astro's build knows of each page and of the site's own scripts; see `open-renderer.ts`. */
  readonly pages: readonly (readonly [string, unknown])[];
  readonly entryModules: readonly (readonly [string, string])[];
  readonly scripts: readonly unknown[];
  /** Astro's settings for pictures. */
  readonly image: unknown;
  /** Digest by path of the modules that are neither code of the site nor a package: what editions import, data. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Digest of the inputs, without the editions themselves: what pages show of them depends on nothing else. */
  readonly key: string;
}

/** Where what belongs in the published site is, below the folder of a bundle. */
export const publishedFolder = 'published';
const descriptionFile = 'bundle.json';

/** Digest of a file; 'missing' where there is none. */
export function digestFile(path: string): string {
  try {
    return digestBytes(readFileSync(path));
  } catch {
    return 'missing';
  }
}

export function keyInputs(inputs: Readonly<Record<string, string>>): string {
  return digest(JSON.stringify(Object.entries(inputs).filter(([path]) => !path.endsWith('.mdx'))));
}

export function formatBundle({ folder: _, ...description }: Bundle): [path: string, text: string] {
  return [descriptionFile, JSON.stringify(description)];
}

/** Reads a bundle; undefined where there is none, or where one of its inputs has changed since. */
export function readBundle(folder: string): Bundle | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, descriptionFile), 'utf8');
  } catch {
    return undefined;
  }
  const bundle = { ...(JSON.parse(text) as Omit<Bundle, 'folder'>), folder };
  const isCurrent = Object.entries(bundle.inputs).every(([path, known]) => digestFile(path) === known);
  return isCurrent ? bundle : undefined;
}
