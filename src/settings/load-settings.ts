import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../works/block.ts';
import { createLocator } from './locate-setting.ts';
import { createDefaults, type ReadSettings, readSettings } from './read-settings.ts';
import type { Settings } from './schema.ts';

/** The files that settings name, by the path of the field. */
export function listSettingFiles({ shareImage, fonts, components }: Settings): [path: PropertyKey[], file: string][] {
  return [
    ...(shareImage ? [[['shareImage'], shareImage] as [PropertyKey[], string]] : []),
    ...Object.entries(fonts).flatMap(([script, font]) =>
      (font?.files ?? []).map(({ src }, i): [PropertyKey[], string] => [['fonts', script, 'files', i, 'src'], src]),
    ),
    ...Object.entries(components).map(([part, file]): [PropertyKey[], string] => [['components', part], file]),
  ];
}

function reportMissingFiles(
  settings: Settings,
  root: string,
  file: string,
  locate: (path: readonly PropertyKey[]) => Point,
): Finding[] {
  return listSettingFiles(settings)
    .filter(([, target]) => !existsSync(join(root, target)))
    .map(([path, target]) =>
      createFinding('SettingFileMissing', { file, ...locate(path) }, { field: path.join('.'), target }),
    );
}

/**
 * Loads and checks a file of settings. It runs in Node as it is, and is code of the newsroom's own.
 * @param path of `beyt.config.ts`; files that it names are meant from its folder
 */
export async function loadSettings(path: string, cwd = process.cwd()): Promise<ReadSettings> {
  const full = resolve(cwd, path);
  const file = relative(cwd, full).split(sep).join('/');
  if (!existsSync(full)) return { settings: createDefaults(), findings: [createFinding('SettingsMissing', { file })] };
  let raw: unknown;
  try {
    raw = (await import(/* @vite-ignore */ pathToFileURL(full).href)).default;
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.replace(/[.:]?\s*$/, '');
    return { settings: createDefaults(), findings: [createFinding('SettingsUnreadable', { file }, { reason })] };
  }
  const start: Point = { line: 1, column: 1 };
  const quick = readSettings(raw, file, () => start);
  const root = dirname(full);
  if (quick.findings.length === 0 && reportMissingFiles(quick.settings, root, file, () => start).length === 0)
    return quick;
  const locate = await createLocator(readFileSync(full, 'utf8'));
  const { settings, findings } = readSettings(raw, file, locate);
  return { settings, findings: [...findings, ...reportMissingFiles(settings, root, file, locate)] };
}
