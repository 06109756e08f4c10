import { join, relative } from 'node:path';
import { shareState } from '../base/share-state.ts';
import {
  type ContentFiles,
  type ReadEditions,
  readContentFiles,
  rereadContentFiles,
} from '../content/content-files.ts';
import { assembleContent } from '../content/load.ts';
import { readEnvironment } from '../site.ts';
import type { WorkFacts } from './facts.ts';
import { createPublication, type FactsStore, type Publication } from './publication.ts';

interface State {
  current?: Promise<Publication> | undefined;
  /** The last reading that has begun. */
  files?: Promise<ContentFiles>;
  store: FactsStore;
  readonly changed: Set<string>;
}
const state = shareState('publication', (): State => ({ store: new Map<string, WorkFacts>(), changed: new Set() }));

async function readPublication(read: ReadEditions | undefined): Promise<Publication> {
  const { contentDir, preview, now } = readEnvironment();
  const again = [...state.changed];
  state.changed.clear();
  const readAll = () => readContentFiles(contentDir, { read });
  // One reading after another: of two files that are saved at once, each would be read beside the old of the other.
  state.files = state.files?.then((files) => rereadContentFiles(files, again), readAll) ?? readAll();
  const content = assembleContent(await state.files, { preview, now });
  return createPublication(content, contentDir, state.store);
}

/**
 * The publication that this process builds or serves. Pages, feeds and commands share the one: Node loads this
 * module, Vite leaves it alone (`src/integration/core-modules.ts`).
 * What it is given is looked at by the first call only.
 * @param facts what an earlier build left
 * @param read how to read editions
 */
export function openPublication(facts?: FactsStore, read?: ReadEditions): Promise<Publication> {
  if (!state.current) {
    state.store = facts ?? state.store;
    state.current = readPublication(read);
  }
  return state.current;
}

/** Makes a publication this thread's own, which its pages open. */
export function usePublication(publication: Publication): void {
  state.current = Promise.resolve(publication);
}

/** Tells that a file of the content changed, came or went: the next `openPublication` reads it, and only it, anew. */
export function noteChange(path: string): void {
  const { contentDir } = readEnvironment();
  state.changed.add(join(contentDir, relative(contentDir, path)));
  state.current = undefined;
}
