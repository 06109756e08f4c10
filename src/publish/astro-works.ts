import { listWorkListPages, type WorkListPage } from '../templates/work-list-page.ts';
import type { Content } from '../works/load.ts';
import { shareState } from '../works/share-state.ts';
import { listEditions, type Work } from '../works/work.ts';

const state = shareState('astro-works', (): { works?: readonly Work[] } => ({}));

/**
 * Says which works' pages Astro is to know of, and that it need not know of lists, which a build makes itself. Until
 * then it knows of all: the dev server shows every page.
 */
export function leaveToAstro(works: readonly Work[]): void {
  state.works = works;
}

/** The works whose pages Astro may be asked for. */
export function listAstroWorks(content: Content): readonly Work[] {
  return state.works ?? content.works;
}

/** The lists of works that Astro may be asked for. */
export function listAstroLists(content: Content): readonly WorkListPage[] {
  return state.works ? [] : listWorkListPages(content);
}

/** Whether a work's pages can only be made by Astro: its image pipeline and Vite's modules are there. */
export const needsAstro = (work: Work) =>
  listEditions(work).some(({ mayImport, mayPicture }) => mayImport || mayPicture);
