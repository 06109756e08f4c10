import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FontFile, fontFiles } from '../fonts/faces.ts';
import { type Fallback, fallbacks, type Metrics, metrics } from '../fonts/fallbacks.ts';
import type { Settings } from '../settings/schema.ts';

export interface FaceFile {
  /** Absolute path. */
  readonly src: string;
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** `unicode-range`, where the file is for some characters only. */
  readonly range?: string;
}

/** The font of one script. */
export interface Face {
  readonly family: string;
  /** The first one is preloaded. A later one is preferred for its characters. */
  readonly files: readonly FaceFile[];
  /** What pages of the other script load instead of the first file, as far as it goes. */
  readonly words: FaceFile | null;
  /** Whether the fallbacks were measured for it. */
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

/**
 * The fonts that pages show: the newsroom's, or those that Beyt brings.
 * @param folder the one that the settings name files from
 */
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

/** Where none of the fallbacks is there, or they were measured for another font. */
const UNFITTED = { latin: ['Georgia'], persian: ['"Segoe UI"', 'Tahoma'] } as const;

/**
 * The `@font-face` rules, and the names under which `tokens.css` knows them. A page has the whole face of its script, and
 * of the other one its words; the whole of that comes only where the page shows a character that these lack. The rules
 * are the same for all pages: a page that fetches another one reads it under its own policy, which names its own styles.
 */
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

/** The families that a page loads before it needs them. */
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

/** Names of the colours in the settings → custom properties of `tokens.css`. */
const properties = {
  accent: '--accent',
  paper: '--paper',
  raised: '--raised',
  ink: '--ink',
  soft: '--soft',
  line: '--line',
} as const;

/** The rules that set the newsroom's colours. Who asks for more contrast gets the colours that Beyt has for that. */
export function formatColours(colours: Settings['colours']): string {
  const list = (scheme: 'light' | 'dark') => {
    const rules = Object.entries(properties).flatMap(([name, property]) => {
      const colour = colours[name as keyof typeof properties];
      return colour ? [`${property}:${colour[scheme]}`] : [];
    });
    // What follows from them.
    if (colours.accent) rules.push('--wash:color-mix(in srgb,var(--accent) 10%,var(--paper))');
    if (colours.ink) rules.push('--rule:var(--ink)');
    return rules.join(';');
  };
  const [light, dark] = [list('light'), list('dark')];
  if (!light) return '';
  const normal = '@media not (prefers-contrast:more)';
  return `@layer beyt{${normal}{:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}}}`;
}

/** The rule that puts a stylesheet into the layer of themes, whose rules win over those of the site. */
export function formatThemeImport(file: string): string {
  return `@import ${JSON.stringify(file)} layer(theme);`;
}
