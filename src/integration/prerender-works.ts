import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, PathWithRoute } from 'astro';
import { readPage, toFile } from './render-page.ts';

/** Decides what becomes of each page of a build. */
export interface PagePlan {
  /**
   * Takes the pages that it makes or keeps itself out of the list; Astro makes the rest.
   * @param paths all pages, by their paths below `dist/`
   * @param render a page's bytes
   * @param entry URL of the bundle that renders, for other threads
   * @returns the pages taken
   */
  readonly take: (
    paths: ReadonlySet<string>,
    render: (path: string) => Promise<Uint8Array>,
    entry: string,
  ) => Promise<ReadonlySet<string>>;
}

/**
 * Puts a plan between Astro and its pages. `experimental.incrementalBuild` would spare Astro unchanged pages too, but
 * it writes each page twice, and its manifest lags behind its files when a build is killed, so that a page may come
 * back that shows what is no longer there.
 * @param outDir Astro's own, in which its bundle lies while it runs
 */
export function prerenderWorks(plan: PagePlan, outDir: string, origin: string): AstroIntegration {
  return {
    name: 'beyt-prerender',
    hooks: {
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer((plain) => ({
          ...plain,
          name: 'beyt',
          async getStaticPaths() {
            const all = await plain.getStaticPaths();
            const byFile = new Map(all.map((path): [string, PathWithRoute] => [toFile(path), path]));
            const render = async (file: string) => {
              const { pathname, route } = byFile.get(file)!;
              const url = new URL(`${pathname.replace(/\/$/, '')}${route.isIndex ? '/' : '.html'}`, origin);
              const rendered = await plain.render(new Request(url), { routeData: route });
              return readPage(file, rendered instanceof Response ? rendered : rendered.response);
            };
            const taken = await plan.take(new Set(byFile.keys()), render, findEntry(outDir));
            return all.filter((path) => !taken.has(toFile(path)));
          },
        }));
      },
    },
  };
}

function findEntry(outDir: string): string {
  const folder = `${outDir}/.prerender`;
  const name = readdirSync(folder).find((file) => /^prerender-entry.*\.mjs$/.test(file));
  if (!name) throw new Error(`Astro left no bundle in ${folder}`);
  return pathToFileURL(`${folder}/${name}`).href;
}
