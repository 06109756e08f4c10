import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PathWithRoute, RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { ContentError } from '../errors.ts';
import type { PictureForm } from '../pictures/picture.ts';
import { collectForms } from '../pictures/shown-forms.ts';
import { settings } from '../settings/current.ts';
import { takeAstroImages } from './astro-images.ts';
import type { Bundle } from './bundle.ts';
import { finishHtml, type PageFacts } from './finish-html.ts';
import { formatRedirect } from './format-redirect.ts';
import { mapStack } from './map-stack.ts';

/** Travels between threads. */
export interface PagePath {
  readonly path: string;
  readonly pathname: string;
  readonly route: string;
  /** From `getStaticPaths`: the page shows the same as long as this is the same. */
  readonly cacheKey?: string;
}

export interface RenderedPage {
  readonly bytes: Uint8Array;
  readonly forms: readonly PictureForm[];
  /** Of pages in HTML only. */
  readonly facts?: PageFacts;
}

export interface Renderer {
  readonly listPages: () => Promise<PagePath[]>;
  readonly render: (page: PagePath) => Promise<RenderedPage>;
}

interface App {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] };
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

const nameRoute = ({ route, component }: RouteData) => `${route} ${component}`;

function toFile({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return path;
  if (path === '') return 'index.html';
  return route.isIndex ? `${path}/index.html` : `${path}.html`;
}

/**
 * Loads a bundle, to render by it in this process or thread. It does what Astro's own build does between compiling
 * and writing (`astro/dist/core/build/generate.js`), so that any thread can do it, in any later run.
 */
export async function openRenderer(bundle: Bundle, siteUrl: string | undefined): Promise<Renderer> {
  const { app } = (await import(pathToFileURL(join(bundle.folder, bundle.entry)).href)) as { app: App };
  app.setInternals({
    pagesByKeys: new Map(bundle.pages),
    entrySpecifierToBundleMap: new Map(bundle.entryModules),
  });
  /** Stacks: Astro also writes these errors to its log, before. */
  const thrown = new Set<string>();
  const write = ({ message }: { message: string }) =>
    void setImmediate(() => {
      if (!thrown.has(message)) process.stderr.write(`${message}\n`);
    });
  app.setOptions({ settings: { scripts: bundle.scripts }, logger: { options: { destination: { write } } } });
  takeAstroImages((bundle.image as { service?: { config?: Record<string, unknown> } }).service?.config ?? {});
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [nameRoute(routeData), routeData]));
  const origin = new URL(siteUrl ?? 'http://localhost').origin;
  return {
    async listPages() {
      const pages = new Map<string, PagePath>();
      for (const one of (await new StaticPaths(app as never).getAll()) as (PathWithRoute & { cacheKey?: string })[]) {
        const { pathname, route, cacheKey } = one;
        const path = toFile(one);
        // Routes come in Astro's order: the first that makes an address has it.
        const first = pages.get(path);
        if (first) {
          const taken = routes.get(first.route)!;
          if (taken.component !== route.component)
            console.warn(
              `${taken.component} is published as ${path}, in place of the page that ${route.component} makes`,
            );
          continue;
        }
        pages.set(path, { path, pathname, route: nameRoute(route), ...(cacheKey !== undefined && { cacheKey }) });
      }
      return [...pages.values()];
    },
    async render({ path, pathname, route }) {
      const routeData = routes.get(route)!;
      const ending = routeData.type === 'endpoint' ? '' : routeData.isIndex ? '/' : '.html';
      const url = new URL(`${pathname.replace(/\/$/, '')}${ending}`, origin);
      const { result: response, forms } = await collectForms(async () => {
        const rendered = await app.render(new Request(url), { routeData });
        return {
          status: rendered.status,
          headers: rendered.headers,
          bytes: new Uint8Array(await rendered.arrayBuffer()),
        };
      }).catch((cause: Error) => {
        thrown.add(cause.stack ?? '');
        if (cause instanceof ContentError) throw cause;
        const { component } = routeData;
        const { stack, place = component } = mapStack(cause.stack ?? '');
        cause.stack = stack;
        const page = place.startsWith(component) ? path : `${path}, which ${component} makes,`;
        throw new Error(`${place}: the page ${page} cannot be rendered: ${cause.message}`, { cause });
      });
      const { status, headers, bytes } = response;
      if (status >= 300 && status < 400) {
        const text = formatRedirect(path, headers.get('location') ?? '/', siteUrl);
        return { ...finish(text, path, routeData.component), forms };
      }
      if (status !== 200 && !(status === 404 && path === '404.html'))
        throw new Error(`${routeData.component}: the page ${path} was answered with status ${status}`);
      if (!/\.html$/.test(path)) return { bytes, forms };
      return {
        ...finish(
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
          path,
          routeData.component,
        ),
        forms,
      };
    },
  };
}

function finish(text: string, path: string, file: string): Pick<RenderedPage, 'bytes' | 'facts'> {
  const { html, facts } = finishHtml(text, path, settings, file);
  return { bytes: Buffer.from(html), facts };
}
