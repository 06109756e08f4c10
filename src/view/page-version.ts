import { shareState } from '../base/share-state.ts';

/** Changes since the dev server started: a page that was rendered before knows a lower number. */
export const pageVersion = shareState('page-version', () => ({ number: 0 }));
