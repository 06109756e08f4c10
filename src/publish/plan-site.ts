import { addresses } from '../content/addresses.ts';
import type { Work } from '../content/work.ts';
import { langs } from '../locales.ts';
import type { PagePath } from '../renderer/open-renderer.ts';
import type { Publication } from '../works/publication.ts';
import type { BuildCache } from './build-cache.ts';
import { keyFolded, keyOtherPage, keyWorkPage, type WorkPages } from './make-work.ts';

/** Parts that a build may leave out, to measure the rest. */
export type Part = 'search' | 'facing';

export interface SitePlan {
  readonly works: readonly WorkPages[];
  readonly others: readonly PagePath[];
  readonly all: readonly PagePath[];
  readonly owners: ReadonlyMap<string, Work>;
  /** Of the works whose pages are in place. */
  readonly keys: ReadonlyMap<Work, string>;
}

function listWorkPaths({ name, editions }: Work): string[] {
  const articles = langs.flatMap((lang) => {
    const edition = editions[lang];
    return edition ? [addresses.article(lang, edition.slug)] : [];
  });
  return articles.length === 2 ? [...articles, addresses.facing(name)] : articles;
}

export interface PlanOptions {
  readonly publication: Publication;
  readonly cache: BuildCache;
  readonly bundleKey: string;
  readonly folder: string;
  readonly taken: ReadonlySet<string>;
  readonly without: ReadonlySet<Part>;
}

/** Puts in place the pages that show what they showed in the last build. */
export function planSite(pages: readonly PagePath[], options: PlanOptions): SitePlan {
  const { publication, cache, bundleKey, folder, taken, without } = options;
  const owners = new Map<string, Work>();
  for (const work of publication.content.works) for (const path of listWorkPaths(work)) owners.set(path, work);
  const all = pages.filter(({ path }) => !taken.has(path) && !(without.has('facing') && path.startsWith('both/')));
  const byWork = new Map<Work, PagePath[]>(publication.content.works.map((work) => [work, []]));
  const rest: PagePath[] = [];
  const keys = new Map<Work, string>();
  for (const page of all) (byWork.get(owners.get(page.path)!) ?? rest).push(page);

  const isRestored = (work: Work, pages: readonly PagePath[]): boolean => {
    if (cache.isEmpty || !publication.findFacts(work)) return false;
    const key = publication.keyOf(work);
    const pageKeys = pages.map(({ path }) => keyWorkPage(bundleKey, key, path));
    if (!cache.restore(pageKeys, folder)) return false;
    cache.retain([keyFolded(key)]);
    keys.set(work, key);
    return true;
  };
  const works = [...byWork].filter(([work, pages]) => !isRestored(work, pages));
  const others = rest.filter((page) => {
    const key = keyOtherPage(bundleKey, page);
    return key === undefined || !cache.restore([key], folder);
  });
  return { works: works.map(([{ name }, pages]) => ({ name, pages })), others, all, owners, keys };
}
