import { remember } from '../base/remember.ts';
import type { Content } from '../content/load.ts';
import { listNavigation, type NavigationItem } from '../content/navigation.ts';
import type { Lang } from '../markdown/block.ts';
import { settings } from '../settings/current.ts';

const known = new WeakMap<Content, Map<string, NavigationItem[]>>();

export function openNavigation(content: Content, lang: Lang, place: 'bar' | 'foot'): NavigationItem[] {
  const ofContent = remember(known, content, () => new Map<string, NavigationItem[]>());
  const { navigation, footer = navigation } = settings;
  return remember(ofContent, `${place} ${lang}`, () =>
    listNavigation(content, place === 'bar' ? navigation : footer, lang),
  );
}
