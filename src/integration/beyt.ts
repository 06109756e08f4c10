import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { forgetAssets, openAssets } from '../publish/assets.ts';
import { openSearchFiles } from '../publish/search-files.ts';
import { readEnvironment } from '../site.ts';
import { noteChange, openPublication } from '../works/current.ts';
import { imageFile } from '../works/images.ts';
import { contentModules, editionsId, imagesId } from './content-modules.ts';
import { coreModules } from './core-modules.ts';
import { watchFolder } from './watch-folder.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

/** Wires Beyt into Astro: the core stays with Node, assets come from one bundle, saved editions reload their pages. */
export function beyt(): AstroIntegration {
  const { contentDir, outDir } = readEnvironment();
  return {
    name: 'beyt',
    hooks: {
      'astro:config:setup'({ updateConfig, injectRoute, command }) {
        if (command === 'dev')
          injectRoute({ pattern: '/[lang]/status', entrypoint: `${src}integration/StatusPage.astro` });
        // Vite would put a watch on every file of an archive before it answers.
        const ignored = [`${resolve(contentDir)}/**`, `${resolve(outDir)}/**`, '**/.cache/**'];
        updateConfig({
          vite: { plugins: [coreModules(), contentModules(contentDir)], server: { watch: { ignored } } },
        });
      },
      'astro:server:setup'({ server }) {
        // Read while the server gets ready, so that the first page need not wait for it. What fails, fails there too.
        openPublication().catch(() => {});
        const content = watchFolder(resolve(contentDir), (path) => {
          noteChange(path);
          forgetPaths(server);
          forgetModules(server, path);
          server.ws.send({ type: 'full-reload' });
        });
        server.httpServer?.on('close', content.close);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(`${src}styles`) && !path.startsWith(`${src}client`)) return;
          forgetAssets();
          server.ws.send({ type: 'full-reload' });
        });
        server.middlewares.use(async (request, response, next) => {
          const path = /\/((?:_beyt|pagefind)\/[^?]+)/.exec(request.url ?? '')?.[1];
          const files = path?.startsWith('pagefind/')
            ? await openPublication()
                .then(openSearchFiles)
                .catch(() => undefined)
            : (await openAssets()).files;
          const bytes = path && files?.get(path);
          if (!bytes) return next();
          response.setHeader('content-type', types[path.replace(/^.*\./, '')] ?? 'application/octet-stream');
          response.end(bytes);
        });
      },
    },
  };
}

/** Of pictures and of editions with modules of their own Vite keeps modules, and lists of both. */
function forgetModules(server: ViteDevServer, path: string): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    moduleGraph.onFileChange(path);
    for (const id of imageFile.test(path) ? [imagesId] : [editionsId]) {
      const list = moduleGraph.getModuleById(id);
      if (list) moduleGraph.invalidateModule(list);
    }
  }
}

/** Astro keeps each route's paths, with the works as they were: it lets go of them when told that content changed. */
function forgetPaths(server: ViteDevServer): void {
  for (const [name, { hot }] of Object.entries(server.environments))
    if (name !== 'client') hot.send({ type: 'custom', event: 'astro:content-changed', data: {} });
}
