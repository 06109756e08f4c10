import { settings } from '../settings/current.ts';
import type { Lang } from '../works/block.ts';
import type { Content } from '../works/load.ts';
import { listNavigation, type NavigationItem } from '../works/navigation.ts';
import { remember } from '../works/remember.ts';

const known = new WeakMap<Content, Map<string, NavigationItem[]>>();

/** The links of the bar or the foot of every page, in a language. */
export function openNavigation(content: Content, lang: Lang, place: 'bar' | 'foot'): NavigationItem[] {
  const ofContent = remember(known, content, () => new Map<string, NavigationItem[]>());
  const { navigation, footer = navigation } = settings;
  return remember(ofContent, `${place} ${lang}`, () =>
    listNavigation(content, place === 'bar' ? navigation : footer, lang),
  );
}
