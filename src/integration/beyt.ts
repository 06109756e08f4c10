import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings, settingsFolder } from '../settings/current.ts';
import { readEnvironment } from '../site.ts';
import { openPublication } from '../works/current.ts';
import { contentModules } from './content-modules.ts';
import { coreModules } from './core-modules.ts';
import { answerErrorPages } from './error-pages.ts';
import { serveFiles } from './serve-files.ts';
import { themeParts } from './theme-parts.ts';
import { watchContent } from './watch-content.ts';

const src = fileURLToPath(new URL('..', import.meta.url));

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
          vite: {
            plugins: [coreModules(), contentModules(), themeParts(settings.components, settingsFolder)],
            server: { watch: { ignored } },
          },
        });
      },
      'astro:server:setup'({ server }) {
        // What fails, fails again for the first page.
        openPublication().catch(() => {});
        answerErrorPages(server);
        watchContent(server, contentDir);
        serveFiles(server);
      },
    },
  };
}
