import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cost, measureCommand } from './measure-command.ts';
import { setAside } from './set-aside.ts';

export interface Generator {
  readonly name: string;
  /** Null where the generator cannot be had. */
  readonly prepare: (cache: string, plain: string) => (() => Cost) | null;
}

const page = (title: string, description: string, content: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><meta name="description" content="${description}"></head><body><main><h1>${title}</h1>${content}</main></body></html>\n`;

function install(folder: string, dependencies: Record<string, string>): void {
  const json = JSON.stringify({ private: true, type: 'module', dependencies });
  const path = join(folder, 'package.json');
  if (existsSync(join(folder, 'node_modules')) && existsSync(path) && readFileSync(path, 'utf8') === json) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, json);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'ignore' });
}

const hugo: Generator = {
  name: 'Hugo',
  prepare(cache, plain) {
    const version = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    if (version.status !== 0) return null;
    const folder = join(cache, 'hugo');
    mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
    const mount = (source: string, target: string) =>
      `[[module.mounts]]\nsource = ${JSON.stringify(source)}\ntarget = "${target}"\n`;
    const kinds = '["taxonomy","term","RSS","sitemap","404","robotsTXT","section","home"]';
    const head = `baseURL = "https://example.org/"\ndisableKinds = ${kinds}\n[module]\n`;
    writeFileSync(join(folder, 'hugo.toml'), head + mount(plain, 'content') + mount('layouts', 'layouts'));
    const layout = page('{{ .Title }}', '{{ .Description }}', '{{ .Content }}');
    writeFileSync(join(folder, 'layouts/_default/single.html'), layout);
    return () => {
      setAside(cache, join(folder, 'public'));
      return measureCommand('hugo', ['--config', 'hugo.toml', '--quiet'], folder);
    };
  },
};

const eleventy: Generator = {
  name: 'Eleventy',
  prepare(cache, plain) {
    const folder = join(cache, 'eleventy');
    install(folder, { '@11ty/eleventy': '3.1.2' });
    rmSync(join(folder, 'src'), { recursive: true, force: true });
    cpSync(plain, join(folder, 'src'), { recursive: true });
    mkdirSync(join(folder, 'src/_includes'), { recursive: true });
    const layout = page('{{ title | escape }}', '{{ description | escape }}', '{{ content }}');
    writeFileSync(join(folder, 'src/_includes/page.liquid'), layout);
    writeFileSync(join(folder, 'src/src.json'), JSON.stringify({ layout: 'page.liquid' }));
    writeFileSync(
      join(folder, 'eleventy.config.js'),
      'export default () => ({ dir: { input: "src", output: "out" }, markdownTemplateEngine: false });\n',
    );
    return () => {
      setAside(cache, join(folder, 'out'));
      return measureCommand('node', ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], folder);
    };
  },
};

const starlight: Generator = {
  name: 'Starlight',
  prepare(cache, plain) {
    const folder = join(cache, 'starlight');
    install(folder, { astro: '7.3.5', '@astrojs/starlight': '0.42.0' });
    const docs = join(folder, 'src/content/docs');
    rmSync(docs, { recursive: true, force: true });
    for (const lang of ['en', 'fa']) {
      mkdirSync(join(docs, lang), { recursive: true });
      for (const file of readdirSync(join(plain, lang))) {
        const source = readFileSync(join(plain, lang, file), 'utf8');
        writeFileSync(join(docs, lang, file), source.replace(/^(date|authors|topics|translators): .*\n/gm, ''));
      }
    }
    writeFileSync(
      join(folder, 'src/content.config.ts'),
      `import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
    );
    writeFileSync(
      join(folder, 'astro.config.mjs'),
      `import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'x', pagefind: false, sidebar: [] })] });\n`,
    );
    return () => {
      for (const made of ['dist', '.astro', 'node_modules/.astro']) setAside(cache, join(folder, made));
      return measureCommand('node', ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], folder, {
        ASTRO_TELEMETRY_DISABLED: '1',
      });
    };
  },
};

export const generators: readonly Generator[] = [hugo, eleventy, starlight];
