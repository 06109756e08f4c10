import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../../base/digest.ts';
import { foldWords } from '../pairing/find-pointer.ts';
import type { Scanned } from '../scan-texts.ts';
import { readFacts } from './compose-edition.ts';
import type { ManifestEntry } from './manifest.ts';

/** Letters that two texts must have in a row to be one text that was given another title. */
const SHARED = 20;

/**
 * The title of another text in the file that an earlier run wrote for this text's key: two sites may have one address,
 * and two documents one name. Undefined where title, date or a paragraph say that it is the same text, and where
 * somebody has edited or deleted the file.
 */
export function findHolder(contentDir: string, entry: ManifestEntry | undefined, scanned: Scanned): string | undefined {
  if (!entry) return undefined;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(contentDir, entry.file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (digestBytes(bytes) !== entry.digest) return undefined;
  const source = bytes.toString('utf8');
  const { title, date } = readFacts(source);
  const { text } = scanned;
  if (title === text.title || (text.date !== '' && date === text.date)) return undefined;
  const letters = foldWords(source);
  const isShared = scanned.readBlocks().some((block) => {
    const words = foldWords(block.text);
    return words.length >= SHARED && letters.includes(words);
  });
  return isShared ? undefined : title;
}
