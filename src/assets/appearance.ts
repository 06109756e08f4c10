import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../settings/schema.ts';

/** The font of one script. */
export interface Face {
  readonly family: string;
  /** Absolute paths. The first one is preloaded. */
  readonly files: readonly { readonly src: string; readonly weight: string; readonly style: 'normal' | 'italic' }[];
}
export type Faces = Readonly<Record<'latin' | 'persian', Face>>;

const bring = (family: string, file: string): Face => ({
  family,
  files: [{ src: fileURLToPath(new URL(`../fonts/${file}`, import.meta.url)), weight: '400 700', style: 'normal' }],
});

/**
 * The fonts that pages show: the newsroom's, or those that Beyt brings.
 * @param folder the one that the settings name files from
 */
export function openFaces({ latin, persian }: Settings['fonts'], folder: string): Faces {
  const own = (font: NonNullable<typeof latin>): Face => ({
    ...font,
    files: font.files.map((file) => ({ ...file, src: resolve(folder, file.src) })),
  });
  return {
    latin: latin ? own(latin) : bring('Newsreader', 'newsreader-beyt.woff2'),
    persian: persian ? own(persian) : bring('Vazirmatn', 'vazirmatn-beyt.woff2'),
  };
}

function formatFace({ files }: Face, family: string, rules: string): string {
  return files
    .map(
      ({ src, weight, style }) =>
        `@font-face{font-family:"${family}";src:url(${JSON.stringify(src)}) format("woff2");font-weight:${weight};${style === 'italic' ? 'font-style:italic;' : ''}${rules}}`,
    )
    .join('');
}

/**
 * The `@font-face` rules, and the names under which `tokens.css` knows them. `optional`: a page is readable before a
 * font arrives, and no line moves when it does. The first file is preloaded, and the first paint waits for it a moment;
 * where it comes later still, the system's own stays until the next page. From a disk, where no font comes that early,
 * `src/client/head.ts` shows it whenever it comes. The Persian one comes once more for a word that an English line did
 * not mark: fetched only where one stands, and for what a reader opens.
 */
export function formatFonts({ latin, persian }: Faces): string {
  const letters = `${persian.family} Letters`;
  return [
    formatFace(persian, persian.family, 'font-display:optional'),
    formatFace(persian, letters, 'font-display:swap;unicode-range:U+0600-06FF'),
    formatFace(latin, latin.family, 'font-display:optional'),
    `@layer beyt{:root{--latin-family:"${latin.family}";--persian-family:"${persian.family}";--letters-family:"${letters}"}}`,
  ].join('\n');
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
    const own = Object.entries(properties).flatMap(([name, property]) => {
      const colour = colours[name as keyof typeof properties];
      return colour ? [`${property}:${colour[scheme]}`] : [];
    });
    // What follows from them.
    if (colours.accent) own.push('--wash:color-mix(in srgb,var(--accent) 10%,var(--paper))');
    if (colours.ink) own.push('--rule:var(--ink)');
    return own.join(';');
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
