import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../base/digest.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Edition } from './edition.ts';
import type { Content } from './load.ts';

/** Reads a text again. A changed file is a finding: its pages would not fit the rest of the site. */
export function readSource({ root }: Content, edition: Edition): string | Finding {
  const { file } = edition;
  try {
    const bytes = readFileSync(join(root, file));
    return digestBytes(bytes) === edition.digest ? bytes.toString('utf8') : createFinding('FileChanged', { file });
  } catch (error) {
    return createFinding('FileUnreadable', { file }, { reason: (error as Error).message });
  }
}
