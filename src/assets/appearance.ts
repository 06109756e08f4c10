import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FontFile, fontFiles } from '../fonts/faces.ts';
import { type Fallback, fallbacks, type Metrics, metrics } from '../fonts/fallbacks.ts';
import type { Settings } from '../settings/schema.ts';

export interface FaceFile {
  readonly src: string;
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  readonly range?: string;
}

export interface Face {
  readonly family: string;
  /** The first one is preloaded. A later one is preferred for its characters. */
  readonly files: readonly FaceFile[];
  /** For pages of the other script, instead of the first file. */
  readonly words: FaceFile | null;
  /** The fallbacks were measured for it. */
  readonly isBundled: boolean;
}
export type Faces = Readonly<Record<'latin' | 'persian', Face>>;

export type PageScript = 'latin' | 'persian' | 'both';

const findFile = ({ file, range }: FontFile): FaceFile => ({
  src: fileURLToPath(new URL(`../fonts/${file}`, import.meta.url)),
  // Bold words of the other script are set in the regular weight rather than in a face of twice the size.
  weight: '400 700',
  style: 'normal',
  ...(range && { range }),
});

export function openFaces({ latin, persian }: Settings['fonts'], folder: string): Faces {
  const openNewsroom = ({ family, files }: NonNullable<typeof latin>): Face => ({
    family,
    files: files.map((file) => ({ ...file, src: resolve(folder, file.src) })),
    words: null,
    isBundled: false,
  });
  const openOwn = (family: string, script: 'latin' | 'persian'): Face => ({
    family,
    files: fontFiles[script].map(findFile),
    words: findFile(fontFiles[`${script}Words`]),
    isBundled: true,
  });
  return {
    latin: latin ? openNewsroom(latin) : openOwn('Newsreader', 'latin'),
    persian: persian ? openNewsroom(persian) : openOwn('Vazirmatn', 'persian'),
  };
}

function formatFile(family: string, { src, weight, style, range }: FaceFile): string {
  const italic = style === 'italic' ? 'font-style:italic;' : '';
  const only = range ? `;unicode-range:${range}` : '';
  return `@font-face{font-family:"${family}";src:url(${JSON.stringify(src)}) format("woff2");font-weight:${weight};${italic}font-display:swap${only}}`;
}

/** For fonts that the fallbacks were not measured for. */
const UNFITTED = { latin: ['Georgia'], persian: ['"Segoe UI"', 'Tahoma'] } as const;

/** The same on all pages: a page that fetches another one reads it under its own policy, which names its own styles. */
export function formatFonts(faces: Faces): string {
  const rules: string[] = [];
  const names: string[] = [];
  const short: string[] = [];
  for (const name of ['latin', 'persian'] as const) {
    const { family, files, words, isBundled } = faces[name];
    rules.push(...files.map((file) => formatFile(family, file)));
    if (words) {
      rules.push(formatFile(`${family} Words`, words));
      const other = name === 'latin' ? 'fa' : 'en';
      short.push(
        `:root:lang(${other}):not([data-page=facing],[data-page=front]){--${name}-family:"${family} Words","${family}"}`,
      );
    }
    const fitted = isBundled ? fallbacks[name] : [];
    rules.push(...fitted.map((fallback, index) => formatFallback(`${family} ${index}`, fallback, metrics[name])));
    names.push(
      `--${name}-family:"${family}"`,
      `--${name}-fallback:${[...fitted.map((_, index) => `"${family} ${index}"`), ...UNFITTED[name]].join()}`,
    );
  }
  return [...rules, `@layer beyt{:root{${names.join(';')}}${short.join('')}}`].join('\n');
}

export const listFamilies = (faces: Faces, script: PageScript): string[] =>
  (['latin', 'persian'] as const).map((name) => {
    const { family, words } = faces[name];
    return words && script !== 'both' && script !== name ? `${family} Words` : family;
  });

const formatPercent = (share: number) => `${+(share * 100).toFixed(1)}%`;

function formatFallback(family: string, { names, width }: Fallback, { ascent, descent }: Metrics): string {
  const src = names.map((name) => `local("${name}")`).join();
  return `@font-face{font-family:"${family}";src:${src};size-adjust:${formatPercent(width)};ascent-override:${formatPercent(ascent / width)};descent-override:${formatPercent(descent / width)}}`;
}

const properties = {
  accent: '--accent',
  paper: '--paper',
  raised: '--raised',
  ink: '--ink',
  soft: '--soft',
  line: '--line',
} as const;

/** Readers who ask for more contrast get Beyt's colours for that. */
export function formatColours(colours: Settings['colours']): string {
  const list = (scheme: 'light' | 'dark') => {
    const rules = Object.entries(properties).flatMap(([name, property]) => {
      const colour = colours[name as keyof typeof properties];
      return colour ? [`${property}:${colour[scheme]}`] : [];
    });
    if (colours.accent) rules.push('--wash:color-mix(in srgb,var(--accent) 10%,var(--paper))');
    if (colours.ink) rules.push('--rule:var(--ink)');
    return rules.join(';');
  };
  const [light, dark] = [list('light'), list('dark')];
  if (!light) return '';
  const normal = '@media not (prefers-contrast:more)';
  return `@layer beyt{${normal}{:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}}}`;
}

export function formatThemeImport(file: string): string {
  return `@import ${JSON.stringify(file)} layer(theme);`;
}
