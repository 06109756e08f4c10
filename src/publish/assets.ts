import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { settings } from '../settings/current.ts';
import { settingsForBrowser } from '../settings/for-browser.ts';
import { shareState } from '../works/share-state.ts';

/** The site's own stylesheet, scripts and fonts, bundled and named by their content. */
export interface Assets {
  /** Path below `dist/` → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Styles of what opens over a page, or is printed: the rest stands in the page itself. */
  readonly laterStyles: string;
  /** One script a kind of page: articles, facing pages, all others. */
  readonly readerScript: string;
  readonly facingScript: string;
  readonly pageScript: string;
  readonly searchScript: string | null;
  /** Not files: the texts of the scripts that stand in pages themselves, in every page and in `404.html`. */
  readonly headScript: string;
  readonly notFoundScript: string;
  /** Not files: the styles that stand in pages themselves, a kind of page. */
  readonly pageStyles: Readonly<Record<'article' | 'facing' | 'list' | 'search', string>>;
  /** Not a file: the `@font-face` rules, with addresses that begin with `./`; see `inlineStyles`. */
  readonly fontStyles: string;
  /** The fonts, to preload. */
  readonly persianFont: string | null;
  readonly latinFont: string | null;
}

const src = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles `src/styles` and `src/client`. Scripts come out as classic scripts: modules do not load from `file://`.
 */
export async function buildAssets(): Promise<Assets> {
  const entries = [
    'styles/fonts.css',
    'styles/page-article.css',
    'styles/page-facing.css',
    'styles/page-list.css',
    'styles/page-search.css',
    'styles/later.css',
    'client/reader.ts',
    'client/facing.ts',
    'client/page.ts',
    'client/search-page.ts',
    'client/not-found.ts',
    'client/head.ts',
  ].filter((e) => existsSync(src + e));
  const result = await build({
    absWorkingDir: src,
    entryPoints: Object.fromEntries(entries.map((e) => [e.replace(/^.*\/|\.\w+$/g, ''), e])),
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
    loader: { '.woff2': 'file', '.svg': 'file' },
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [settingsForBrowser(settings)],
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
    persianFont: find(/\/vazirmatn[^/]*\.woff2$/),
    latinFont: find(/\/newsreader[^/]*\.woff2$/),
  };
}

/**
 * The styles that stand in a page: the `@font-face` rules, and those of its kind. Addresses in an inline style are
 * relative to the page.
 * @param depth how many folders below `dist/` the page lies
 */
export function inlineStyles(
  { fontStyles, pageStyles }: Pick<Assets, 'fontStyles' | 'pageStyles'>,
  kind: keyof Assets['pageStyles'],
  depth: number,
): string {
  return fontStyles.replaceAll('./', `${'../'.repeat(depth)}_beyt/`) + pageStyles[kind];
}

const state = shareState('assets', (): { current?: Promise<Assets> | undefined } => ({}));

/** The assets of this process's build or dev server. */
export function openAssets(): Promise<Assets> {
  state.current ??= buildAssets();
  return state.current;
}

/** Gives this thread the assets that another one has bundled. */
export function useAssets(assets: Assets): void {
  state.current = Promise.resolve(assets);
}

/** Bundles anew at the next `openAssets`: after a stylesheet or script changed in the dev server. */
export function forgetAssets(): void {
  state.current = undefined;
}
