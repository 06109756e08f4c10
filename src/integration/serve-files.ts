import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import { forgetAssets, openAssets } from '../assets/assets.ts';
import { findStored } from '../base/find-stored.ts';
import { encodePath } from '../content/addresses.ts';
import { decodeTarget } from '../content/links.ts';
import { locationOf, pageOf } from '../content/redirects.ts';
import { makeForm } from '../pictures/make-forms.ts';
import { findForm } from '../pictures/shown-forms.ts';
import { openSearchFiles } from '../publish/search-files.ts';
import { publicFolder, settingsFile, themeFolder } from '../settings/current.ts';
import { listImportedFiles } from '../settings/imported-files.ts';
import { openPublication } from '../works/current.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
};

/** What a build would have written a file of; undefined where nothing would be. */
async function readServed(path: string): Promise<Uint8Array | undefined> {
  if (path.startsWith('pagefind/')) {
    const publication = await openPublication().catch(() => undefined);
    return publication && (await openSearchFiles(publication)).get(path);
  }
  const form = findForm(path);
  return form ? makeForm(form) : (await openAssets()).files.get(path);
}

/** By its name on the disk, which may be stored decomposed. */
function findPublicUrl(url: string): string {
  const [address, query] = [url.replace(/\?.*$/s, ''), /\?.*$/s.exec(url)?.[0] ?? ''];
  const path = decodeTarget(address);
  if (!/[^ -~]/.test(path)) return url;
  const stored = findStored(join(publicFolder, path));
  const name = relative(publicFolder, stored).replaceAll(sep, '/');
  return existsSync(stored) && !name.startsWith('..') ? `/${encodePath(name)}${query}` : url;
}

/** Where an old address goes now: an alias of an edition, or a redirect of the settings. */
async function findRedirect(url: string): Promise<string | undefined> {
  const publication = await openPublication().catch(() => undefined);
  const asked = decodeTarget(url).normalize('NFC');
  const redirect = publication?.content.redirects.find(({ from, page }) =>
    page === null ? from === asked : page === pageOf(asked),
  );
  return redirect && locationOf(redirect);
}

/** Vite knows the assets of components by itself. After a change of the settings the server starts again. */
function isAsset(path: string): boolean {
  if (path.startsWith(themeFolder + sep)) return !path.endsWith('.astro') && !listImportedFiles(settingsFile).has(path);
  return path.startsWith(`${src}styles`) || path.startsWith(`${src}client`);
}

/** Styles, scripts, pictures and the search index are each made when asked for. */
export function serveFiles(server: ViteDevServer): void {
  server.watcher.add(themeFolder);
  server.watcher.on('all', (_event, path) => {
    if (!isAsset(path)) return;
    forgetAssets();
    server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use((request, _response, next) => {
    request.url = findPublicUrl(request.url ?? '/');
    next();
  });
  server.middlewares.use((request, response, next) => {
    if (!/\btext\/html\b/.test(request.headers.accept ?? '')) return next();
    findRedirect(request.url ?? '/').then((location) => {
      if (location === undefined) return next();
      // For now: a browser would keep what is said to be for good.
      response.writeHead(302, { location }).end();
    }, next);
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
