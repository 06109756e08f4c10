import type { Lang } from './block.ts';

/** Paths of the site's pages below `dist/`, without a leading slash and not encoded. */
export const addresses = {
  root: 'index.html',
  front: (lang: Lang) => `${lang}/index.html`,
  article: (lang: Lang, slug: string) => `${lang}/${slug}.html`,
  facing: (work: string) => `both/${work}.html`,
  search: (lang: Lang) => `${lang}/search.html`,
  about: (lang: Lang) => `${lang}/about.html`,
  archive: (lang: Lang, page: number) => (page === 1 ? `${lang}/works.html` : `${lang}/works/${page}.html`),
  topics: (lang: Lang) => `${lang}/topics.html`,
  topic: (lang: Lang, id: string) => `${lang}/topics/${id}.html`,
  people: (lang: Lang) => `${lang}/people.html`,
  person: (lang: Lang, id: string) => `${lang}/people/${id}.html`,
  feed: (lang: Lang) => `${lang}/feed.xml`,
} as const;

/** A path as it stands in an address: percent-encoded, slashes kept. */
export function encodePath(path: string): string {
  return /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}

/** References asked for of late, by folder: the pages of one ask for those of their frame again and again. */
const references = new Map<string, Map<string, string>>();
const MOST_REFERENCES = 200;

/** The relative reference from one page to another path of the site, so that `dist/` works wherever it lies. */
export function relativeHref(from: string, to: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  let own = references.get(folder);
  if (!own || own.size >= MOST_REFERENCES) {
    if (references.size >= MOST_REFERENCES) references.clear();
    own = new Map();
    references.set(folder, own);
  }
  let href = own.get(to);
  if (href === undefined) {
    href = findReference(folder, to);
    own.set(to, href);
  }
  return href;
}

function findReference(folder: string, to: string): string {
  const a = folder.split('/').slice(0, -1);
  const b = to.split('/');
  let same = 0;
  while (same < a.length && same < b.length - 1 && a[same] === b[same]) same++;
  const href = '../'.repeat(a.length - same) + encodePath(b.slice(same).join('/'));
  // A first segment with a colon would read as a scheme.
  return /^[^/]*:/.test(href) ? `./${href}` : href;
}
