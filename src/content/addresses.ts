import type { Lang } from '../markdown/block.ts';

/** Paths of the site's pages below `dist/`, without a leading slash and not encoded. */
export const addresses = {
  root: 'index.html',
  front: (lang: Lang) => `${lang}/index.html`,
  article: (lang: Lang, slug: string) => `${lang}/${slug}.html`,
  facing: (work: string) => `both/${work}.html`,
  book: (work: string) => `epub/${work}.epub`,
  search: (lang: Lang) => `${lang}/search.html`,
  archive: (lang: Lang, page: number) => (page === 1 ? `${lang}/works.html` : `${lang}/works/${page}.html`),
  topics: (lang: Lang) => `${lang}/topics.html`,
  topic: (lang: Lang, id: string) => `${lang}/topics/${id}.html`,
  people: (lang: Lang) => `${lang}/people.html`,
  person: (lang: Lang, id: string) => `${lang}/people/${id}.html`,
  section: (lang: Lang, id: string) => `${lang}/sections/${id}.html`,
  series: (lang: Lang, id: string) => `${lang}/series/${id}.html`,
  corrections: (lang: Lang) => `${lang}/corrections.html`,
  feed: (lang: Lang) => `${lang}/feed.xml`,
  webManifest: (lang: Lang) => `${lang}/site.webmanifest`,
  podcast: (lang: Lang) => `${lang}/podcast.xml`,
} as const;

/** Percent-encoded, slashes kept. */
export function encodePath(path: string): string {
  return /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}

/** References are relative, so that `dist/` works wherever it is. */
export function relativeHref(from: string, to: string): string {
  let shared = 0;
  for (let i = 0; i < from.length && from.charCodeAt(i) === to.charCodeAt(i); i++) if (from[i] === '/') shared = i + 1;
  let href = '';
  for (let i = from.indexOf('/', shared); i >= 0; i = from.indexOf('/', i + 1)) href += '../';
  href += encodePath(to.slice(shared));
  // A first segment with a colon would read as a scheme.
  return href.includes(':') && /^[^/]*:/.test(href) ? `./${href}` : href;
}

/** `encodePath`, for a path that may have a query or fragment. */
export function encodeReference(to: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  return encodePath(path) + rest;
}

/** `relativeHref`, for a path that may have a query or fragment. */
export function relativeReference(from: string, to: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  return relativeHref(from, path) + rest;
}
