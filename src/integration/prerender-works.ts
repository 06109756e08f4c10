import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';

/** Decides what becomes of each page of a build. */
export interface PagePlan {
  /**
   * Takes the pages that it makes or keeps itself out of the list; Astro makes the rest.
   * @param render a page's bytes, by its path below `dist/`
   */
  readonly take: (
    paths: ReadonlySet<string>,
    render: (path: string) => Promise<Uint8Array>,
  ) => Promise<ReadonlySet<string>>;
}

/** Path below `dist/` of the file that Astro writes for a route with `build.format: 'preserve'`. */
function toFile({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return path;
  if (path === '') return 'index.html';
  return route.isIndex ? `${path}/index.html` : `${path}.html`;
}

async function renderPage(plain: AstroPrerenderer, { pathname, route }: PathWithRoute, origin: string) {
  const url = new URL(`${pathname.replace(/\/$/, '')}${route.isIndex ? '/' : '.html'}`, origin);
  const rendered = await plain.render(new Request(url), { routeData: route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (response.status !== 200) throw new Error(`${pathname} came out with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Puts a plan between Astro and its pages. `experimental.incrementalBuild` would spare Astro unchanged pages too, but
 * it writes each page twice, and its manifest lags behind its files when a build is killed, so that a page may come
 * back that shows what is no longer there.
 */
export function prerenderWorks(plan: PagePlan, origin: string): AstroIntegration {
  return {
    name: 'beyt-prerender',
    hooks: {
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer((plain) => ({
          ...plain,
          name: 'beyt',
          async getStaticPaths() {
            const all = await plain.getStaticPaths();
            const byFile = new Map(all.map((path) => [toFile(path), path]));
            const taken = await plan.take(new Set(byFile.keys()), (file) =>
              renderPage(plain, byFile.get(file)!, origin),
            );
            return all.filter((path) => !taken.has(toFile(path)));
          },
        }));
      },
    },
  };
}

/** Writes a page, making its folder if this is the first one in it. */
export function createPageWriter(folder: string): (path: string, bytes: Uint8Array) => void {
  const made = new Set<string>();
  return (path, bytes) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, bytes);
  };
}
