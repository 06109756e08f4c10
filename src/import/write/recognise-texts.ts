import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../../base/digest.ts';
import type { Block } from '../../markdown/block.ts';
import { foldWords } from '../fold-words.ts';
import type { Incoming } from '../incoming.ts';
import type { Scanned } from '../scan-texts.ts';
import { numberKey, plainKey, sitelessKey } from '../source-key.ts';
import { readFacts } from './compose-edition.ts';
import type { ManifestEntry } from './manifest.ts';

export interface Identity {
  readonly key: string;
  readonly entry?: ManifestEntry | undefined;
  /** For a new text: the file of another one from a source of the same name. */
  readonly beside?: string | undefined;
}

interface Likeness {
  readonly title: boolean;
  readonly date: boolean | undefined;
  /** Share of the text's letters that are in the file, in whole paragraphs: 0–1. */
  readonly words: () => number;
  readonly state: 'as written' | 'edited' | 'deleted';
}

/** Letters in a row that tell a paragraph from others; shorter ones count where a text has no longer one. */
const TELLING = 20;
/** Share of words that makes two texts one: a newsroom's texts may all end in the same lines. */
const ENOUGH = 0.3;
/** … where somebody has edited the one. */
const ENOUGH_EDITED = 0.1;

/** By words: a key alone does not tell, because two sites may have one address, two documents one name. */
export function recogniseTexts(
  texts: readonly Scanned[],
  manifest: ReadonlyMap<string, ManifestEntry>,
  contentDir: string,
): Map<string, Identity> {
  const found = new Map<string, Identity>();
  const claimed = new Set<string>();
  const claim = ({ text }: Scanned, identity: Identity) => {
    found.set(text.key, identity);
    claimed.add(identity.key);
  };
  const alike = Map.groupBy(manifest.values(), ({ key }) => plainKey(key));
  const measured = new Map<ManifestEntry, Map<Scanned, Likeness>>();
  const measure = (scanned: Scanned, entry: ManifestEntry): Likeness => {
    const known = measured.get(entry) ?? new Map<Scanned, Likeness>();
    measured.set(entry, known);
    const likeness = known.get(scanned) ?? compare(scanned, entry, contentDir);
    known.set(scanned, likeness);
    return likeness;
  };
  const findFreeKey = (plain: string) => {
    let n = 1;
    while (manifest.has(numberKey(plain, n)) || claimed.has(numberKey(plain, n))) n++;
    return numberKey(plain, n);
  };
  /** @param cut what is equal in the keys of both */
  const settle = (cut: (key: string) => string, fits: (likeness: Likeness, text: Incoming) => boolean | undefined) => {
    const entries = Map.groupBy(manifest.values(), ({ key }) => cut(key));
    for (const scanned of texts) {
      const { text } = scanned;
      if (found.has(text.key)) continue;
      const list = entries.get(cut(text.key)) ?? [];
      const entry = list.find((one) => !claimed.has(one.key) && fits(measure(scanned, one), text));
      if (!entry) continue;
      claimed.add(entry.key);
      measured.delete(entry);
      const plain = plainKey(text.key);
      claim(scanned, { key: plainKey(entry.key) === plain ? entry.key : findFreeKey(plain), entry });
    }
  };
  settle(
    plainKey,
    ({ title, date, words }, { keyedBy }) => (keyedBy === 'number' && (date ?? title)) || words() >= ENOUGH,
  );
  // Nothing is written into what a person has edited or deleted: what may be the same text is taken for it.
  settle(
    plainKey,
    ({ state, words }, { keyedBy }) =>
      state === 'deleted' || (state === 'edited' && (keyedBy === 'number' || words() >= ENOUGH_EDITED)),
  );
  settle(
    sitelessKey,
    ({ title, date, words }, { keyedBy }) => keyedBy === 'number' && (title || date) && words() >= ENOUGH,
  );
  for (const scanned of texts) {
    if (found.has(scanned.text.key)) continue;
    const plain = plainKey(scanned.text.key);
    claim(scanned, { key: findFreeKey(plain), beside: alike.get(plain)?.[0]?.file });
  }
  return found;
}

function compare({ text, readBlocks }: Scanned, entry: ManifestEntry, contentDir: string): Likeness {
  const path = join(contentDir, entry.file);
  if (!existsSync(path)) return { title: false, date: undefined, words: () => 0, state: 'deleted' };
  const bytes = readFileSync(path);
  const source = bytes.toString('utf8');
  const facts = readFacts(source);
  return {
    title: facts.title === text.title,
    date: text.date === '' || facts.date === '' ? undefined : facts.date === text.date,
    words: () => measureShared(readBlocks(), source),
    state: digestBytes(bytes) === entry.digest ? 'as written' : 'edited',
  };
}

/** @param blocks the first is the title */
function measureShared(blocks: readonly Block[], source: string): number {
  const letters = foldWords(source);
  const all = blocks
    .slice(1)
    .map((block) => foldWords(block.text))
    .filter(Boolean);
  const telling = all.filter((words) => words.length >= TELLING);
  const paragraphs = telling.length > 0 ? telling : all;
  const count = (list: readonly string[]) => list.reduce((sum, words) => sum + words.length, 0);
  const shared = count(paragraphs.filter((words) => letters.includes(words)));
  return shared / (Math.min(count(paragraphs), letters.length) || 1);
}
