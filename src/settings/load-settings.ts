import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFinding, type Finding } from '../errors.ts';
import { locateFailure } from './locate-failure.ts';
import { createLocator } from './locate-setting.ts';
import { createDefaults, type Locate, type ReadSettings, readSettings, settingNames } from './read-settings.ts';
import type { Settings } from './schema.ts';

export function listSettingFiles({
  shareImage,
  fonts,
  components,
  podcast,
}: Settings): [path: PropertyKey[], file: string][] {
  return [
    ...(shareImage ? [[['shareImage'], shareImage] as [PropertyKey[], string]] : []),
    ...(podcast.image ? [[['podcast', 'image'], podcast.image] as [PropertyKey[], string]] : []),
    ...Object.entries(fonts).flatMap(([script, font]) =>
      (font?.files ?? []).map(({ src }, i): [PropertyKey[], string] => [['fonts', script, 'files', i, 'src'], src]),
    ),
    ...Object.entries(components).map(([part, file]): [PropertyKey[], string] => [['components', part], file]),
  ];
}

/** Only colours that are set can be wrong or too faint, and what knows colours takes time to load. */
async function checkLook(settings: Settings, locate: Locate): Promise<Finding[]> {
  if (!Object.values(settings.colours).some(Boolean)) return [];
  const { checkColours, checkContrast } = await import('./contrast.ts');
  return [...checkColours(settings, locate), ...checkContrast(settings, locate)];
}

/** Whether a file begins as WOFF 2.0 says: https://www.w3.org/TR/WOFF2/#woff20Header */
const isWoff2 = (file: string) => readFileSync(file).subarray(0, 4).toString('latin1') === 'wOF2';

/** Loads and checks a file of settings, in Node as it is. @param path files that it names are meant from its folder */
export async function loadSettings(path: string, cwd = process.cwd()): Promise<ReadSettings> {
  const full = resolve(cwd, path);
  const nameFile = (target: string) => relative(cwd, target).split(sep).join('/');
  const file = nameFile(full);
  let find: ReturnType<typeof createLocator> | undefined;
  const locate: Locate = (steps) => {
    find ??= createLocator(readFileSync(full, 'utf8'));
    return { file, ...find(steps) };
  };
  const giveUp = (...finding: Parameters<typeof createFinding>): ReadSettings => ({
    settings: createDefaults(),
    findings: [createFinding(...finding)],
    wrong: new Set(settingNames),
    locate: () => ({ file, line: 1, column: 1 }),
  });
  if (!existsSync(full)) return giveUp('SettingsMissing', { file });
  let raw: unknown;
  try {
    raw = (await import(/* @vite-ignore */ pathToFileURL(full).href)).default;
  } catch (error) {
    const { path: failed, line, column, reason } = locateFailure(error, full);
    return giveUp('SettingsUnreadable', { file: nameFile(failed), line, column }, { reason });
  }
  const { settings, findings, wrong } = readSettings(raw, locate);
  const lost = listSettingFiles(settings).filter(([, target]) => !existsSync(join(dirname(full), target)));
  const missing = lost.map(([steps, target]) =>
    createFinding('SettingFileMissing', locate(steps), { field: steps.join('.'), target }),
  );
  const unfit = Object.entries(settings.fonts).flatMap(([script, font]) =>
    (font?.files ?? []).flatMap(({ src }, i) => {
      const at = join(dirname(full), src);
      if (!existsSync(at) || isWoff2(at)) return [];
      const steps = ['fonts', script, 'files', i, 'src'];
      const reason = `names the file "${src}", which is not a font in woff2, whatever its name says`;
      return [createFinding('SettingWrong', locate(steps), { field: steps.join('.'), reason })];
    }),
  );
  return {
    settings,
    findings: [...findings, ...missing, ...unfit, ...(await checkLook(settings, locate))],
    wrong: new Set([...wrong, ...lost.map(([[field]]) => String(field)), ...(unfit.length ? ['fonts'] : [])]),
    locate,
  };
}
