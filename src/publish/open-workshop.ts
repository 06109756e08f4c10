import { formatArticle } from '../templates/article.ts';
import { formatFacing } from '../templates/facing.ts';
import type { PageContext } from '../templates/page.ts';
import { addresses } from '../works/addresses.ts';
import type { Publication } from '../works/publication.ts';
import type { Work } from '../works/work.ts';
import type { Assets } from './assets.ts';
import { encodePage } from './encode-page.ts';
import { createPageWriter } from './files.ts';
import type { Workshop } from './make-work.ts';
import type { Part } from './site-pages.ts';

export interface WorkshopOptions {
  readonly publication: Publication;
  readonly assets: Assets;
  readonly siteUrl: string | undefined;
  readonly folder: string;
  readonly cacheDir: string;
  readonly without: ReadonlySet<Part>;
}

const refuse = async (): Promise<never> => {
  throw new Error('A page with pictures or modules of its own is made by Astro');
};

/** What pages are made with where they need nothing of Astro: the same in every thread. */
export function openContext({ publication, assets, siteUrl }: WorkshopOptions): PageContext {
  return { publication, assets, siteUrl, media: { prepareImage: refuse, renderModule: refuse } };
}

/** Makes pages from the templates alone. */
export function openWorkshop(options: WorkshopOptions): Workshop {
  const { publication, folder, cacheDir, without } = options;
  const context = openContext(options);
  const render = async (work: Work, path: string): Promise<Uint8Array> => {
    if (path === addresses.facing(work.name)) return encodePage(await formatFacing(context, work));
    const lang = path.startsWith('en/') ? 'en' : 'fa';
    return encodePage(await formatArticle(context, work, lang));
  };
  return { publication, folder, cacheDir, without, render, write: createPageWriter(folder) };
}
