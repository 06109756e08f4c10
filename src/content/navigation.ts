import { type TextKey, translate } from '../i18n/translate.ts';
import type { Lang } from '../markdown/block.ts';
import type { NavigationLink, namedPages } from '../settings/navigation.ts';
import { addresses } from './addresses.ts';
import { createPathCheck } from './links.ts';
import type { Content } from './load.ts';
import { pageOf } from './redirects.ts';
import { hasPodcast } from './sound.ts';

export interface NavigationItem {
  readonly label: string;
  /** Below `dist/`, with what follows it; absent where the link is to another host. */
  readonly path?: string;
  readonly outer?: string;
}

const names: Readonly<Record<(typeof namedPages)[number], TextKey>> = {
  'index.html': 'site.home',
  'works.html': 'nav.works',
  'topics.html': 'nav.topics',
  'people.html': 'nav.people',
  'search.html': 'nav.search',
};

function toItem({ to, label }: NavigationLink, lang: Lang): NavigationItem {
  const target = typeof to === 'string' ? to : to[lang];
  const told = label?.[lang] ?? translate(lang, names[target as keyof typeof names]);
  return /^[a-z]+:/.test(target) ? { label: told, outer: target } : { label: told, path: `${lang}/${target}` };
}

/** Where a link leads, if to a page that the site does not have. */
export function findBrokenTarget(
  link: NavigationLink,
  lang: Lang,
  isPage: (path: string) => boolean,
): string | undefined {
  const { path } = toItem(link, lang);
  return path === undefined || isPage(pageOf(path.replace(/\?[^#]*/, ''))!) ? undefined : path;
}

/** Without links to pages that the site does not have. */
export function listNavigation(content: Content, links: readonly NavigationLink[], lang: Lang): NavigationItem[] {
  const isPage = createPathCheck(content);
  const isThere = (path: string) => isPage(path) && (path !== addresses.podcast(lang) || hasPodcast(content, lang));
  return links.flatMap((link) => (findBrokenTarget(link, lang, isThere) ? [] : [toItem(link, lang)]));
}
