import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { PagePath } from '../renderer/open-renderer.ts';
import type { MadePage } from './make-work.ts';

/** All other pages link only to what there is. */
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
