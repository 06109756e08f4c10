import { decodeTarget } from '../content/links.ts';

/** Any place will do that addresses can be relative to. */
const base = 'http://site.invalid/';

/**
 * The files of the site that a finished page links to.
 * @param path of the page below `dist/`
 * @returns paths below `dist/`, each once
 */
export function listLinks(html: string, path: string): string[] {
  const here = new URL(path.split('/').map(encodeURIComponent).join('/'), base);
  const paths = new Set<string>();
  for (const [, , double, single] of html.matchAll(/<a(\s[^<>]*?)?\shref=(?:"([^"]*)"|'([^']*)')/gi)) {
    const href = (double ?? single ?? '').replaceAll('&amp;', '&');
    const url = URL.canParse(href, here.href) ? new URL(href, here) : undefined;
    if (url?.origin !== here.origin || url.pathname === here.pathname) continue;
    const target = decodeTarget(url.pathname.slice(1));
    paths.add(target.replace(/(^|\/)$/, '$1index.html'));
  }
  return [...paths];
}
