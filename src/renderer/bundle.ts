import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, digestBytes } from '../base/digest.ts';

export interface Bundle {
  readonly folder: string;
  readonly entry: string;
  /** From Astro's build; see `open-renderer.ts`. */
  readonly pages: readonly (readonly [string, unknown])[];
  readonly entryModules: readonly (readonly [string, string])[];
  readonly scripts: readonly unknown[];
  readonly image: unknown;
  /** Path → digest, of modules that are neither code of the site nor a package: what editions import, data. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Digest of the inputs, without the editions themselves. */
  readonly key: string;
}

export const publishedFolder = 'published';
const descriptionFile = 'bundle.json';

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
