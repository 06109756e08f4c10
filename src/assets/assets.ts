import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, type BuildOptions, type BuildResult, build, type Plugin } from 'esbuild';
import { shareState } from '../base/share-state.ts';
import { ContentError, formatFinding } from '../errors.ts';
import { textsForBrowser } from '../i18n/for-browser.ts';
import { settings, settingsFolder, themeFolder } from '../settings/current.ts';
import { settingsForBrowser } from '../settings/for-browser.ts';
import {
  formatColours,
  formatFonts,
  formatThemeImport,
  listFamilies,
  openFaces,
  type PageScript,
} from './appearance.ts';
import { describeProblem, findOutside, themeLoaders } from './check-theme.ts';

export interface Assets {
  /** Path below `dist/` → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Styles of what opens over a page, or is printed: the rest is in the page itself. */
  readonly laterStyles: string;
  /** One script per kind of page: articles, facing pages, all others. */
  readonly readerScript: string;
  readonly facingScript: string;
  readonly pageScript: string;
  readonly searchScript: string | null;
  readonly embedScript: string;
  readonly lateScript: string;
  /** The text of the scripts that are in every page itself, and in `404.html`. */
  readonly headScript: string;
  readonly notFoundScript: string;
  /** The text of the styles that are in the pages themselves. */
  readonly pageStyles: Readonly<Record<'article' | 'facing' | 'list' | 'search', string>>;
  /** The `@font-face` rules, and what the newsroom adds to every page. */
  readonly fontStyles: string;
  readonly themeStyles: string;
  readonly families: Readonly<Record<PageScript, readonly string[]>>;
}

const src = fileURLToPath(new URL('..', import.meta.url));

function madeStyles(texts: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'beyt-made-styles',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^beyt:/ }, ({ path }) => ({ path, namespace: 'beyt' }));
      onLoad({ filter: /.*/, namespace: 'beyt' }, ({ path }) => ({
        contents: texts[path.slice('beyt:'.length)]!,
        loader: 'css',
        resolveDir: settingsFolder,
      }));
    },
  };
}

/** @throws ContentError for what is wrong with the newsroom's stylesheet */
async function bundleAssets<Options extends BuildOptions>(options: Options): Promise<BuildResult<Options>> {
  try {
    const result = await build<Options>(options as never);
    for (const warning of result.warnings) console.warn(formatFinding(describeProblem('ThemeDoubtful', warning, src)));
    for (const outside of findOutside(result.metafile!, src)) console.warn(formatFinding(outside));
    return result;
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (!errors) throw error;
    throw new ContentError(errors.map((one) => describeProblem('ThemeBroken', one, src)));
  }
}

/** Scripts come out as classic scripts: modules do not load from `file://`. */
async function buildAssets(): Promise<Assets> {
  const entries = [
    'styles/page-article.css',
    'styles/page-facing.css',
    'styles/page-list.css',
    'styles/page-search.css',
    'styles/later.css',
    'client/reader.ts',
    'client/facing.ts',
    'client/page.ts',
    'client/search-page.ts',
    'client/embeds.ts',
    'client/not-found.ts',
    'client/head.ts',
    'client/keep-lines.ts',
  ].filter((e) => existsSync(src + e));
  const faces = openFaces(settings.fonts, settingsFolder);
  const themeFile = join(themeFolder, 'theme.css');
  const made = {
    fonts: formatFonts(faces),
    theme: `${existsSync(themeFile) ? formatThemeImport(themeFile) : ''}${formatColours(settings.colours)}`,
  };
  const result = await bundleAssets({
    absWorkingDir: src,
    entryPoints: {
      ...Object.fromEntries(entries.map((e) => [e.replace(/^.*\/|\.\w+$/g, ''), e])),
      ...Object.fromEntries(Object.keys(made).map((name) => [name, `beyt:${name}`])),
    },
    bundle: true,
    minify: true,
    // Persian in a script is half as long as its escapes.
    charset: 'utf8',
    format: 'iife',
    // Older browsers lack what the scripts call; their readers follow the links instead.
    target: ['es2022', 'chrome103', 'firefox115', 'safari16.4'],
    outdir: '/_beyt',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: themeLoaders,
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [settingsForBrowser(settings), textsForBrowser(), madeStyles(made)],
  });
  const files = new Map(result.outputFiles.map((f) => [f.path.replace(/^.*?\/_beyt\//, '_beyt/'), f.contents]));
  const find = (pattern: RegExp) => [...files.keys()].sort().find((path) => pattern.test(path)) ?? null;
  const takeInline = (pattern: RegExp) => {
    const path = find(pattern) ?? '';
    const text = new TextDecoder().decode(files.get(path)).trim();
    files.delete(path);
    return text;
  };
  return {
    files,
    laterStyles: find(/\/later\.[^/]+\.css$/) ?? '',
    readerScript: find(/\/reader\.[^/]+\.js$/) ?? '',
    facingScript: find(/\/facing\.[^/]+\.js$/) ?? '',
    pageScript: find(/\/page\.[^/]+\.js$/) ?? '',
    lateScript: find(/\/keep-lines\.[^/]+\.js$/) ?? '',
    embedScript: find(/\/embeds\.[^/]+\.js$/) ?? '',
    searchScript: find(/\/search-page\.[^/]+\.js$/),
    headScript: takeInline(/\/head\.[^/]+\.js$/),
    notFoundScript: takeInline(/\/not-found\.[^/]+\.js$/),
    pageStyles: {
      article: takeInline(/\/page-article\.[^/]+\.css$/),
      facing: takeInline(/\/page-facing\.[^/]+\.css$/),
      list: takeInline(/\/page-list\.[^/]+\.css$/),
      search: takeInline(/\/page-search\.[^/]+\.css$/),
    },
    fontStyles: takeInline(/\/fonts\.[^/]+\.css$/),
    themeStyles: takeInline(/\/theme\.[^/]+\.css$/),
    families: {
      latin: listFamilies(faces, 'latin'),
      persian: listFamilies(faces, 'persian'),
      both: listFamilies(faces, 'both'),
    },
  };
}

/** The later layer wins; rules in none win over both. */
const layers = '@layer beyt,theme;';

/** Addresses in an inline style are relative to the page. @param depth folders between `dist/` and the page */
export function inlineStyles(
  { fontStyles, pageStyles, themeStyles }: Pick<Assets, 'fontStyles' | 'pageStyles' | 'themeStyles'>,
  kind: keyof Assets['pageStyles'],
  depth: number,
): string {
  const place = (css: string) => css.replace(/(url\(["']?)\.\//g, `$1${'../'.repeat(depth)}_beyt/`);
  return layers + place(fontStyles) + pageStyles[kind] + place(themeStyles);
}

const state = shareState('assets', (): { current?: Promise<Assets> | undefined } => ({}));

export function openAssets(): Promise<Assets> {
  state.current ??= buildAssets();
  return state.current;
}

export function useAssets(assets: Assets): void {
  state.current = Promise.resolve(assets);
}

/** For the dev server, after a stylesheet or script changed. */
export function forgetAssets(): void {
  state.current = undefined;
}
