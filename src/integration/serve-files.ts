import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import { makeForm } from '../pictures/make-forms.ts';
import { findForm } from '../pictures/shown-forms.ts';
import { forgetAssets, openAssets } from '../publish/assets.ts';
import { openSearchFiles } from '../publish/search-files.ts';
import { openPublication } from '../works/current.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

/** What the dev server answers at a path that a build would have written a file to; undefined where nothing would be. */
async function readServed(path: string): Promise<Uint8Array | undefined> {
  if (path.startsWith('pagefind/')) {
    const publication = await openPublication().catch(() => undefined);
    return publication && (await openSearchFiles(publication)).get(path);
  }
  const form = findForm(path);
  return form ? makeForm(form) : (await openAssets()).files.get(path);
}

/** Serves what is not a page: styles and scripts of the site, pictures, the search index, each made when it is asked for. */
export function serveFiles(server: ViteDevServer): void {
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(`${src}styles`) && !path.startsWith(`${src}client`)) return;
    forgetAssets();
    server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use((request, response, next) => {
    const path = /\/((?:_beyt|pagefind)\/[^?]+)/.exec(request.url ?? '')?.[1];
    if (!path) return next();
    readServed(decodeURI(path)).then((bytes) => {
      if (!bytes) return next();
      response.setHeader('content-type', types[path.replace(/^.*\./, '')] ?? 'application/octet-stream');
      response.end(bytes);
    }, next);
  });
}
