import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '../base/list-files.ts';
import { settings, settingsFolder, themeFolder } from '../settings/current.ts';
import { listSettingFiles } from '../settings/load-settings.ts';
import { hasShareFile, siteIcons } from '../view/site-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function listThemeFiles(): string[] {
  const themeFiles = existsSync(themeFolder) ? listFiles(themeFolder).map((path) => join(themeFolder, path)) : [];
  const named = listSettingFiles(settings).map(([, path]) => resolve(settingsFolder, path));
  return [...new Set([...themeFiles, ...named])].filter((path) => existsSync(path)).sort();
}

/** Digest of what makes pages beside content: code, texts, styles, settings, theme, dependencies, Node and its data. */
export function readCodeVersion(): string {
  const hash = createHash('sha256');
  const sources = listFiles(join(root, 'src')).filter((path) => !/\.test\.ts$/.test(path));
  const paths = ['astro.config.mjs', 'package-lock.json', ...sources.map((path) => `src/${path}`)];
  const files = [
    ...paths.map((path) => [path, join(root, path)] as const),
    ...listThemeFiles().map((path) => [relative(settingsFolder, path), path] as const),
  ];
  for (const [name, path] of files) hash.update(name).update('\0').update(readFileSync(path)).update('\0');
  hash.update(JSON.stringify([settings, siteIcons, hasShareFile]));
  const { node, icu, tz, unicode } = process.versions as Record<string, string>;
  return hash.update(JSON.stringify([node, icu, tz, unicode])).digest('hex');
}
