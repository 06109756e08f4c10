import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import type { Plugin } from 'vite';
import { isRunning } from '../base/is-running.ts';
import { listFiles } from '../base/list-files.ts';
import { type Bundle, digestFile, formatBundle, keyInputs, publishedFolder } from './bundle.ts';

/** Astro empties this folder first, and its output imports packages of the project. */
const workFolder = '.cache/astro';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Internals {
  readonly pagesByKeys: ReadonlyMap<string, { readonly styles: readonly unknown[] }>;
  readonly entrySpecifierToBundleMap: ReadonlyMap<string, string>;
}

type Captured = Omit<Bundle, 'folder' | 'inputs' | 'key'>;

function listInputs(inputs: Set<string>): Plugin {
  return {
    name: 'beyt-list-inputs',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const path = id.replace(/[?#].*$/s, '');
        if (/[\\/]node_modules[\\/]/.test(path) || path.startsWith(join(root, 'src') + sep)) continue;
        if (path.startsWith(sep) && existsSync(path)) inputs.add(relative(process.cwd(), path));
      }
    },
  };
}

/** A source map names sources from its own folder. */
const nameSource = (source: string, map: string): string =>
  relative(process.cwd(), resolve(dirname(map), source))
    .split(sep)
    .join('/');

/** Keeps what Astro would render the pages with; renders none. */
function keepBundle(
  outDir: string,
  folder: string,
  inputs: Set<string>,
  onBundle: (c: Captured) => void,
): AstroIntegration {
  let settings: { scripts: readonly unknown[]; image: unknown } = { scripts: [], image: undefined };
  return {
    name: 'beyt-bundle',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({
          vite: {
            plugins: [listInputs(inputs)],
            // For the places of errors; browsers get no map.
            build: { sourcemap: 'hidden' },
            environments: {
              client: { build: { sourcemap: false } },
              prerender: { build: { rolldownOptions: { output: { sourcemapPathTransform: nameSource } } } },
            },
          },
        });
      },
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer((plain) => ({
          ...plain,
          name: 'beyt',
          async setup() {
            const entry = listFiles(outDir).find((path) => /(?:^|\/)prerender-entry\.[^/]*mjs$/.test(path));
            if (!entry) throw new Error('Astro has made no prerender-entry module');
            const { app } = (await import(pathToFileURL(join(outDir, entry)).href)) as {
              app: {
                setInternals: (internals: Internals) => void;
                setOptions: (options: {
                  settings: { scripts: readonly unknown[]; config: { image: unknown } };
                }) => void;
              };
            };
            const { setInternals, setOptions } = app;
            let internals: Internals | undefined;
            app.setInternals = (value) => {
              internals = value;
              setInternals.call(app, value);
            };
            app.setOptions = (options) => {
              settings = { scripts: options.settings.scripts, image: options.settings.config.image };
              setOptions.call(app, options as never);
            };
            await plain.setup?.();
            if (!internals) throw new Error('Astro has handed over nothing of its build');
            const code = entry.slice(0, Math.max(0, entry.lastIndexOf('/')));
            cpSync(join(outDir, code), join(folder, 'code'), { recursive: true });
            onBundle({
              entry: join('code', entry.slice(code.length + 1)),
              pages: [...internals.pagesByKeys].map(([key, { styles }]) => [key, { styles }]),
              entryModules: [...internals.entrySpecifierToBundleMap],
              ...settings,
            });
          },
          getStaticPaths: async () => [],
        }));
      },
    },
  };
}

/** Stylesheets name files from the root of the host; in a folder, and without a host, only relative names work. */
function relativizeStyles(folder: string): void {
  for (const path of listFiles(folder).filter((name) => name.endsWith('.css'))) {
    const up = '../'.repeat(path.split('/').length - 1);
    const css = readFileSync(join(folder, path), 'utf8');
    const relativized = css.replace(/url\((["']?)\/(?!\/)/g, (_, quote: string) => `url(${quote}${up}`);
    if (relativized !== css) writeFileSync(join(folder, path), relativized);
  }
}

/** Compiles all pages by Astro and Vite into a folder, which appears when it is whole. @throws what Astro reports */
export async function makeBundle(folder: string, siteUrl: string | undefined): Promise<Bundle> {
  const others = existsSync(workFolder) ? readdirSync(workFolder) : [];
  for (const name of others)
    if (!isRunning(Number.parseInt(name, 10))) rmSync(join(workFolder, name), { recursive: true, force: true });
  const work = resolve(workFolder, String(process.pid));
  const [outDir, publicDir, fresh] = [join(work, 'out'), join(work, 'public'), join(work, 'bundle')];
  mkdirSync(publicDir, { recursive: true });
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  try {
    const inputs = new Set<string>();
    let captured: Captured | undefined;
    const keep = keepBundle(outDir, fresh, inputs, (bundle) => {
      captured = bundle;
    });
    await build({ outDir, publicDir, site: siteUrl, logLevel: 'warn', integrations: [keep] });
    if (!captured) throw new Error('Astro has compiled no page');
    const published = join(fresh, publishedFolder);
    mkdirSync(published, { recursive: true });
    if (existsSync(join(outDir, '_astro')))
      cpSync(join(outDir, '_astro'), join(published, '_astro'), { recursive: true });
    relativizeStyles(published);
    const digests = Object.fromEntries([...inputs].sort().map((path) => [path, digestFile(path)]));
    const bundle: Bundle = { folder, ...captured, inputs: digests, key: keyInputs(digests) };
    const [name, text] = formatBundle(bundle);
    writeFileSync(join(fresh, name), text);
    mkdirSync(join(folder, '..'), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    return bundle;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
