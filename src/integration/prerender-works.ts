import type { AstroIntegration, PathWithRoute } from 'astro';

/**
 * Makes pages itself, with Astro to render them, before Astro makes any.
 * @param render a page's bytes, by its path below `dist/`
 * @returns the pages that Astro is to make, by their paths
 */
export type MakePages = (render: (path: string) => Promise<Uint8Array>) => Promise<ReadonlySet<string>>;

/**
 * Leaves to Astro only those pages that a build wants of it. `experimental.incrementalBuild` would spare it unchanged
 * pages too, but it writes each page twice, and its manifest lags behind its files when a build is killed, so that a
 * page may come back that shows what is no longer there.
 */
export function prerenderWorks(makePages: MakePages, origin: string): AstroIntegration {
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
            const find = (file: string): PathWithRoute => {
              const path = byFile.get(file);
              if (!path) throw new Error(`Astro knows no page ${file}`);
              return path;
            };
            const wanted = await makePages(async (file) => {
              const { pathname, route } = find(file);
              const url = new URL(`${pathname.replace(/\/$/, '')}${route.isIndex ? '/' : '.html'}`, origin);
              const rendered = await plain.render(new Request(url), { routeData: route });
              return readPage(file, rendered instanceof Response ? rendered : rendered.response);
            });
            return [...wanted].map(find);
          },
        }));
      },
    },
  };
}

/** Path below `dist/` of the file that Astro writes for a page with `build.format: 'preserve'`. */
function toFile({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return path;
  if (path === '') return 'index.html';
  return route.isIndex ? `${path}/index.html` : `${path}.html`;
}

/** Reads what a page came out as. Only whole pages pass. */
async function readPage(path: string, response: Response): Promise<Uint8Array> {
  if (response.status !== 200) throw new Error(`${path} came out with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
