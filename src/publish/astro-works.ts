import type { Content } from '../works/load.ts';
import { shareState } from '../works/share-state.ts';
import type { Work } from '../works/work.ts';

const state = shareState('astro-works', (): { works?: readonly Work[] } => ({}));

/** Says which works' pages Astro is to know of. Until then it knows of all: the dev server shows every page. */
export function leaveToAstro(works: readonly Work[]): void {
  state.works = works;
}

/** The works whose pages Astro may be asked for. */
export function listAstroWorks(content: Content): readonly Work[] {
  return state.works ?? content.works;
}
