import { digest } from '../../base/digest.ts';
import { isPage, type Work } from '../../content/work.ts';
import { settings } from '../../settings/current.ts';
import type { Publication } from '../../works/publication.ts';
import { keyLists } from '../keys.ts';

/** Works that are offered as books: those of a kind that is in lists, where the settings ask for books. */
export const listBooks = (works: readonly Work[]): Work[] =>
  settings.epub ? works.filter((work) => !isPage(work)) : [];

export const keyBook = (publication: Publication, work: Work): string =>
  digest(keyLists(publication), publication.keyOf(work));
