import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type BuildFailure, build, type Message, type Metafile } from 'esbuild';
import { createFinding, type Finding } from '../errors.ts';
import { settings, themeFolder } from '../settings/current.ts';

/** Endings of files that a stylesheet may name. */
const endings = ['.woff2', '.svg', '.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif'];
/** How esbuild takes them: they are published as files. */
export const themeLoaders = Object.fromEntries(endings.map((ending) => [ending, 'file' as const]));

const name = (file: string) => relative(process.cwd(), file);

/** @param folder the one that esbuild names files from */
export function describeProblem(
  code: 'ThemeBroken' | 'ThemeDoubtful',
  { text, location }: Message,
  folder: string,
): Finding {
  const file = location ? name(resolve(folder, location.file)) : 'theme/theme.css';
  const at = location ? { line: location.line, column: location.column + 1 } : {};
  return createFinding(code, { file, ...at }, { reason: text.replace(/\.$/, '') });
}

/** Whether a snippet of the settings brings the source of an address along. */
const isAllowed = (address: string) =>
  settings.head.some(({ sources }) =>
    Object.values(sources ?? {})
      .flat()
      .some((source) => address.startsWith(source)),
  );

/** Addresses elsewhere, and `data:`, that stylesheets name: the content policy keeps pages from loading them. */
export function findOutside({ inputs }: Metafile, folder: string): Finding[] {
  return Object.entries(inputs).flatMap(([input, { imports }]) => {
    const outer = imports.filter(({ path, external }) => external && /^(?:https?:)?\/\/|^data:/.test(path));
    if (outer.length === 0) return [];
    const file = resolve(folder, input);
    const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return outer
      .filter(({ path }) => !isAllowed(path))
      .map(({ path }) => {
        const lines = source.slice(0, Math.max(0, source.indexOf(path))).split('\n');
        const at = { file: name(file), line: lines.length, column: lines.at(-1)!.length + 1 };
        return createFinding('ThemeOutside', at, { address: path.length > 60 ? `${path.slice(0, 60)}…` : path });
      });
  });
}

/** What is wrong with the newsroom's stylesheet. @param folder the one with `theme.css`, which need not be there */
export async function checkTheme(folder = themeFolder): Promise<Finding[]> {
  const file = join(folder, 'theme.css');
  if (!existsSync(file)) return [];
  const absWorkingDir = dirname(file);
  try {
    const { warnings, metafile } = await build({
      absWorkingDir,
      entryPoints: [file],
      bundle: true,
      loader: themeLoaders,
      outdir: '/theme',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    return [
      ...warnings.map((one) => describeProblem('ThemeDoubtful', one, absWorkingDir)),
      ...findOutside(metafile, absWorkingDir),
    ];
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (!errors) throw error;
    return errors.map((one) => describeProblem('ThemeBroken', one, absWorkingDir));
  }
}
