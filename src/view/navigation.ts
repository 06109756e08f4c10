import { settings } from '../settings/current.ts';
import type { Lang } from '../works/block.ts';
import type { Content } from '../works/load.ts';
import { listNavigation, type NavigationItem } from '../works/navigation.ts';
import { remember } from '../works/remember.ts';

const known = new WeakMap<Content, Map<Lang, NavigationItem[]>>();

/** The links of the bar and the foot of every page, in a language. */
export function openNavigation(content: Content, lang: Lang): NavigationItem[] {
  const ofContent = remember(known, content, () => new Map<Lang, NavigationItem[]>());
  return remember(ofContent, lang, () => listNavigation(content, settings.navigation, lang));
}
