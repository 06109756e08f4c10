import { site } from '../site.ts';
import type { Lang } from './block.ts';
import type { Edition } from './edition.ts';
import type { Content } from './load.ts';

/** Every edition of a language, newest first, then by slug. */
export function listByDate(content: Content, lang: Lang): Edition[] {
  return content.works
    .flatMap((work) => work.editions[lang] ?? [])
    .sort((a, b) => {
      const [x, y] = [a.frontmatter.date, b.frontmatter.date];
      return x === y ? (a.slug < b.slug ? -1 : 1) : x < y ? 1 : -1;
    });
}

/** How many archive pages so many works fill; at least one. */
export function countPages(works: number): number {
  return Math.max(1, Math.ceil(works / site.pageSize));
}
