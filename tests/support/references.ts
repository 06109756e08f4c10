import { findAll, type HtmlElement } from './html.ts';
import type { Site, SitePage } from './read-site.ts';

export interface Reference {
  readonly page: SitePage;
  readonly element: HtmlElement;
  readonly target: string;
}

export function listReferences(site: Site): Reference[] {
  return [...site.pages.values()].flatMap((page) =>
    findAll(page.root, '[href]', '[src]', '[srcset]', '[action]').flatMap((element) => {
      const { href, src, srcset, action } = element.attributes;
      const listed = srcset?.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0]!) ?? [];
      return [href, src, action, ...listed].flatMap((target) =>
        target === undefined ? [] : [{ page, element, target }],
      );
    }),
  );
}

/** Those that begin at the root of the host, or lead nowhere: `page: reference reason`. */
export function findDeadReferences(site: Site, references: readonly Reference[]): string[] {
  return references.flatMap(({ page, element, target }) => {
    if (target.startsWith('/') && !target.startsWith('//')) return [`${page.path}: ${target} is absolute`];
    const found = target.startsWith('//') ? null : site.follow(page, target);
    if (!found) return [];
    if (found.path.endsWith('/')) return [`${page.path}: ${target} is a folder`];
    if (!site.files.has(found.path)) return [`${page.path}: ${target} does not exist`];
    const there = site.pages.get(found.path);
    if (!found.fragment || element.tag !== 'a') return [];
    return there?.ids.has(found.fragment) ? [] : [`${page.path}: ${target} names no place`];
  });
}
