import { readEnvironment } from '../site.ts';
import { loadContent } from './load.ts';
import { createPublication, type FactsStore, type Publication } from './publication.ts';

let current: Promise<Publication> | undefined;

/**
 * The publication that this process builds or serves. Pages, feeds and commands share the one: Node loads this
 * module, Vite leaves it alone (`src/integration/core-modules.ts`).
 * @param facts what an earlier build left; looked at by the first call only
 */
export function openPublication(facts?: FactsStore): Promise<Publication> {
  const { contentDir } = readEnvironment();
  current ??= loadContent(contentDir, { drafts: process.env.BEYT_DRAFTS === '1' }).then((content) =>
    createPublication(content, contentDir, facts),
  );
  return current;
}

/** Forgets the publication after a file changed; the next `openPublication` reads it anew. */
export function forgetPublication(): void {
  current = undefined;
}
