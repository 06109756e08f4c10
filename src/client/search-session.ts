import type { WorkHits } from '../search/work-hits.ts';
import type { PagefindOptions } from './found-pages.ts';
import { openSearch } from './open-search.ts';
import type { FoundWork, SearchOutcome } from './search-engine.ts';
import type { SearchSettings } from './search-texts.ts';

export interface SearchRequest {
  readonly text: string;
  /** The last word may go on. */
  readonly typing: boolean;
  readonly options?: PagefindOptions;
}

export interface SearchView {
  readonly size: number;
  busy(): void;
  show(request: SearchRequest, outcome: SearchOutcome, first: readonly WorkHits[]): void;
  /** The page was opened from a disk, or the index cannot be had. */
  fail(reason: 'fromFile' | 'failed'): void;
}

/** Reads on until `size` works keep what the index promised; `next` is where the others begin. */
export async function readWorks(
  works: readonly FoundWork[],
  from: number,
  size: number,
): Promise<{ hits: WorkHits[]; next: number }> {
  const hits: WorkHits[] = [];
  let next = from;
  while (next < works.length && hits.length < size) {
    const batch = works.slice(next, next + size - hits.length);
    next += batch.length;
    for (const loaded of await Promise.all(batch.map((work) => work.load()))) if (loaded) hits.push(loaded);
  }
  return { hits, next };
}

/** While one is under way only the latest request waits. */
export function createSession(settings: SearchSettings, view: SearchView): (request: SearchRequest) => Promise<void> {
  let waiting: SearchRequest | undefined;
  let running: Promise<void> | undefined;

  async function show(request: SearchRequest, outcome: SearchOutcome): Promise<void> {
    const { hits } = await readWorks(outcome.works, 0, view.size);
    if (!waiting) view.show(request, outcome, hits);
  }

  async function answer(request: SearchRequest): Promise<void> {
    try {
      const engine = await openSearch(settings.root);
      const outcome = await engine.search(request.text, { ...request.options, typing: request.typing });
      if (outcome.works.length > 0) await show(request, outcome);
      if (outcome.widen && !waiting) await show(request, await outcome.widen());
      else if (outcome.works.length === 0) await show(request, outcome);
    } catch (error) {
      console.error(error);
      view.fail('failed');
    }
  }

  async function run(): Promise<void> {
    while (waiting) {
      const request = waiting;
      waiting = undefined;
      await answer(request);
    }
    running = undefined;
  }

  return (request) => {
    if (location.protocol === 'file:') {
      view.fail('fromFile');
      return Promise.resolve();
    }
    waiting = request;
    if (!running) {
      view.busy();
      running = run();
    }
    return running;
  };
}
