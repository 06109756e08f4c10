import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PathWithRoute, RouteData } from 'astro';

/** The part of Astro's built app that renders: what `AstroPrerenderer.render` calls. */
interface App {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] };
  readonly render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
  readonly setInternals: (internals: unknown) => void;
  readonly setOptions: (options: unknown) => void;
}

/** Path below `dist/` of the file that Astro writes for a page with `build.format: 'preserve'`. */
export function toFile({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return path;
  if (path === '') return 'index.html';
  return route.isIndex ? `${path}/index.html` : `${path}.html`;
}

/** Reads what a page came out as. Only whole pages pass. */
export async function readPage(path: string, response: Response): Promise<Uint8Array> {
  if (response.status !== 200) throw new Error(`${path} came out with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Renders works' pages from Astro's bundle outside of Astro's own process thread. The app is given empty build
 * internals: it looks there for styles and scripts of a page's own, and our pages have none (`prove-thread.ts` tries
 * it on a page of each kind before a thread is trusted).
 */
export async function createPageRenderer(
  entry: string,
  origin: string,
): Promise<(path: string) => Promise<Uint8Array>> {
  const { app } = (await import(entry)) as { app: App };
  const destination = { write: () => true };
  app.setInternals({ pagesByKeys: new Map(), entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  const routes = app.manifest.routes.map(({ routeData }) => routeData);
  const find = (component: string) => routes.find((route) => route.component.endsWith(component))!;
  const [facing, article] = [find('both/[...work].astro'), find('[lang]/[...slug].astro')];
  return async (path) => {
    const routeData = path.startsWith('both/') ? facing : article;
    return readPage(path, await app.render(new Request(new URL(`/${path}`, origin)), { routeData }));
  };
}

/** Writes pages below a folder, making the folders they need. */
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
