import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { PagePath } from '../renderer/open-renderer.ts';
import type { MadePage } from './make-work.ts';

/**
 * What is wrong with a developer's own pages: what their content policy blocks, and links that go to no file of the
 * site. The links of all other pages come from what there is.
 * @param folder of the site, with all of its files
 */
export function checkOwnPages(made: readonly MadePage[], all: readonly PagePath[], folder: string): Finding[] {
  const routes = new Map(all.map(({ path, route }) => [path, route]));
  return made.flatMap(({ path, review }) => {
    const route = routes.get(path) ?? '';
    const file = route.slice(route.indexOf(' ') + 1);
    const { links = [], faults = [] } = review ?? {};
    return [
      ...faults.map(({ name, params }) => createFinding(name, { file }, { path, ...params })),
      ...links
        .filter((target) => !statSync(join(folder, target), { throwIfNoEntry: false })?.isFile())
        .map((target) => createFinding('PageLinkBroken', { file }, { path, target })),
    ];
  });
}
