import { join, relative, sep } from 'node:path';
import { shareState } from '../base/share-state.ts';
import {
  type ContentFiles,
  type ReadEditions,
  readContentFiles,
  rereadContentFiles,
} from '../content/content-files.ts';
import { assembleContent } from '../content/load.ts';
import { recordsDir } from '../records/record-files.ts';
import { readEnvironment } from '../site.ts';
import type { WorkFacts } from './facts.ts';
import { type Lessons, openLessons } from './lessons.ts';
import { createPublication, type FactsStore, type Publication } from './publication.ts';

interface State {
  current?: Promise<Publication> | undefined;
  files?: Promise<ContentFiles>;
  store: FactsStore;
  lessons?: Lessons | undefined;
  readonly changed: Set<string>;
}
const state = shareState('publication', (): State => ({ store: new Map<string, WorkFacts>(), changed: new Set() }));

async function readPublication(read: ReadEditions | undefined): Promise<Publication> {
  const { contentDir, preview, now } = readEnvironment();
  const again = [...state.changed];
  state.changed.clear();
  const readAll = () => readContentFiles(contentDir, { read });
  // In turn: of two files that are saved at once, each would be read beside the old of the other.
  state.files = state.files?.then((files) => rereadContentFiles(files, again), readAll) ?? readAll();
  const content = assembleContent(await state.files, { preview, now });
  state.lessons ??= openLessons(contentDir);
  return createPublication(content, contentDir, state.store, state.lessons);
}

/** Shared by pages and commands (`src/integration/core-modules.ts`). Arguments count in the first call only. */
export function openPublication(facts?: FactsStore, read?: ReadEditions): Promise<Publication> {
  if (!state.current) {
    state.store = facts ?? state.store;
    state.current = readPublication(read);
  }
  return state.current;
}

export function usePublication(publication: Publication): void {
  state.current = Promise.resolve(publication);
}

/** The next `openPublication` reads this file, and only it, anew. */
export function noteChange(path: string): void {
  const { contentDir } = readEnvironment();
  const changed = join(contentDir, relative(contentDir, path));
  state.changed.add(changed);
  if (changed.startsWith(recordsDir(contentDir) + sep)) state.lessons = undefined;
  state.current = undefined;
}
