import { nearRules } from '../client/near-rules.ts';
import type { WorkData } from '../client/page-data.ts';
import { scriptTexts } from '../i18n/script-texts.ts';
import { translator } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import { type Assets, inlineStyles } from '../publish/assets.ts';
import { digestText } from '../publish/digest.ts';
import { formatPolicy } from '../publish/policy.ts';
import { settings } from '../settings/current.ts';
import { site } from '../site.ts';
import { addresses, encodePath, relativeHref, relativeReference } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import type { Edition } from '../works/edition.ts';
import { listNavigation, type NavigationItem } from '../works/navigation.ts';
import type { Publication } from '../works/publication.ts';
import { remember } from '../works/remember.ts';
import { attribute, type Html, html, raw } from './html.ts';
import type { PageImage } from './image.ts';
import { mark } from './parts.ts';

/** What an edition may bring that only Astro and Vite can make. */
export interface Media {
  /**
   * An image of an edition; `null` where it lies in `public/`.
   * @param page path of the page below `dist/`, to which addresses are relative
   */
  readonly prepareImage: (edition: Edition, target: string, page: string) => Promise<PageImage | null>;
  /** HTML of an edition that imports modules of its own. */
  readonly renderModule: (edition: Edition) => Promise<string>;
}

/** What every page of one build is made with. */
export interface PageContext {
  readonly publication: Publication;
  readonly assets: Assets;
  readonly siteUrl: string | undefined;
  readonly media: Media;
}

export interface PageOptions {
  readonly lang: Lang;
  /** Path of this page below `dist/`. */
  readonly path: string;
  readonly title?: string;
  readonly description?: string;
  /** Path of the same page in the other language; where it has none, the other front page. */
  readonly twin?: string | undefined;
  /** What the switch says. */
  readonly switchLabel?: string;
  /** Whether `twin` is this page in the other language, so that search engines may pair them. */
  readonly paired?: boolean;
  readonly kind: 'front' | 'article' | 'facing' | 'list' | 'search' | 'plain';
  readonly noindex?: boolean;
  readonly type?: 'website' | 'article';
  /** Address of the picture that stands for the page elsewhere. */
  readonly image?: string | undefined;
  readonly jsonLd?: Record<string, unknown> | undefined;
  /** The work that the page shows, for citing. */
  readonly work?: WorkData;
  /** Whether an English page shows Persian. */
  readonly persian?: boolean;
  /** Whether hosts show this page at addresses other than its own. */
  readonly notFound?: boolean;
  /** What the page adds to its head. */
  readonly head?: Html;
  /** What stands between the page's head and its foot. */
  readonly main: Html;
}

/** A page in two parts, one after the other. */
export interface PageText {
  /** What it has in common with others of its kind. */
  readonly frame: string;
  readonly own: string;
}

/** Whether the page shows a text, and so keeps a reader's place. */
const holdsWork = (kind: PageOptions['kind']) => kind === 'article' || kind === 'facing';

/** JSON as it may stand in a script element. */
const formatJson = (data: unknown): Html => raw(JSON.stringify(data).replace(/</g, '\\u003c'));

/** What scripts say, a kind of page: put together once. */
const texts = new Map<string, Html>();

function textsOf(lang: Lang, kind: 'article' | 'facing' | 'other'): Html {
  const known = texts.get(`${lang} ${kind}`) ?? formatJson(scriptTexts(lang, kind));
  texts.set(`${lang} ${kind}`, known);
  return known;
}

/** What pages of one kind have in common, put together once: by the assets, and by what of a page it depends on. */
const frames = new WeakMap<Assets, Map<string, string>>();

/** The beginning of a page, to where its own head begins. Half the bytes of a page, and few of them in a site. */
function formatFrame(assets: Assets, { lang, path, kind, notFound = false, persian = false }: PageOptions): string {
  const depth = path.split('/').length - 1;
  const make = (): string => {
    const rel = (to: string) => relativeHref(path, to);
    const script = { article: assets.readerScript, facing: assets.facingScript }[kind as string] ?? assets.pageScript;
    const fonts = [
      lang === 'en' || kind === 'facing' || kind === 'front' ? assets.latinFont : null,
      lang === 'fa' || persian ? assets.persianFont : null,
    ];
    const fontPaths = fonts.flatMap((font) => (font ? [rel(font)] : []));
    const styles = inlineStyles(assets, holdsWork(kind) || kind === 'search' ? kind : 'list', depth);
    const inlineScripts = [
      ...(notFound ? [assets.notFoundScript] : []),
      assets.headScript,
      ...(holdsWork(kind) ? [nearRules] : []),
    ];
    const searches = assets.searchScript !== null;
    const csp = formatPolicy({ searches, inlineScripts, inlineStyles: [styles], movesBase: notFound }, digestText);
    return html`<!DOCTYPE html>
<html lang="${locales[lang].tag}" dir="${locales[lang].dir}" data-page="${kind}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
${notFound && html`<script>${raw(assets.notFoundScript)}</script>\n`}<script defer blocking="render" src="${rel(script)}"></script>
<script${attribute('data-fonts', fontPaths.length > 0 && fontPaths.join(' '))}>${raw(assets.headScript)}</script>
${
  holdsWork(kind) &&
  html`<script type="speculationrules">${raw(nearRules)}</script>
`
}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<style>${raw(styles)}</style>
`.text;
  };
  const known = remember(frames, assets, () => new Map<string, string>());
  return remember(known, [lang, depth, kind, notFound, persian].join(' '), make);
}

function formatHead({ siteUrl }: Pick<PageContext, 'siteUrl'>, options: PageOptions): Html {
  const { lang, path, title, paired = true, noindex = false, type = 'website', image, jsonLd, twin } = options;
  const other = otherLang(lang);
  const rel = (to: string) => relativeHref(path, to);
  const full = title ? `${title} · ${site.name[lang]}` : `${site.name[lang]}: ${site.tagline[lang]}`;
  const summary = options.description ?? site.tagline[lang];
  const hasTwin = paired && twin !== undefined;
  const absolute = (to: string) => `${siteUrl}${encodePath(to)}`;
  const alternate = (hreflang: string, to: string) =>
    html`<link rel="alternate" hreflang="${hreflang}" href="${absolute(to)}">\n`;
  const addressed = siteUrl &&
    !noindex && [
      html`<link rel="canonical" href="${absolute(path)}">\n`,
      alternate(locales[lang].tag, path),
      hasTwin && alternate(locales[other].tag, twin),
      alternate('x-default', hasTwin && lang === 'fa' ? twin : path),
    ];
  return html`<title>${full}</title>
<meta name="description" content="${summary}">
${noindex && html`<meta name="robots" content="noindex">\n`}<link rel="icon" href="${rel('favicon.svg')}" type="image/svg+xml">
${addressed}<link rel="alternate" type="application/rss+xml" title="${site.name[lang]}" href="${rel(addresses.feed(lang))}">
<meta property="og:site_name" content="${site.name[lang]}">
<meta property="og:title" content="${title ?? site.name[lang]}">
<meta property="og:description" content="${summary}">
<meta property="og:type" content="${type}">
<meta property="og:locale" content="${locales[lang].openGraph}">
${hasTwin && html`<meta property="og:locale:alternate" content="${locales[other].openGraph}">\n`}${
  siteUrl && html`<meta property="og:url" content="${absolute(path)}">\n`
}${image && html`<meta property="og:image" content="${image}">\n`}${
  jsonLd && html`<script type="application/ld+json">${formatJson(jsonLd)}</script>\n`
}${options.head}`;
}

/** A page of the site: its head, the bar above, what it shows, and the foot. The same for both languages. */
export function formatPage(context: Omit<PageContext, 'media'>, options: PageOptions): PageText {
  const { assets } = context;
  const { lang, path, kind, paired = true, twin, work, main } = options;
  const other = otherLang(lang);
  const t = translator(lang);
  const rel = (to: string) => relativeHref(path, to);
  const switchLabel = options.switchLabel ?? t(twin ? 'switch.page' : 'switch.front');
  const nav = listNavigation(context.publication.content, settings.navigation, lang);
  const hrefOf = ({ path: to, outer }: NavigationItem) => outer ?? relativeReference(path, to!);
  const current = (to: string | undefined) => attribute('aria-current', to === path && 'page');
  const search = rel(addresses.search(lang));
  const root = '../'.repeat(path.split('/').length - 1);
  const texts = textsOf(lang, holdsWork(kind) ? kind : 'other');
  const own = html`${formatHead(context, options)}
</head>
<body>
<a class="skip" href="#main">${t('site.skip')}</a>
<header class="bar">
<a class="nameplate" href="${rel(addresses.front(lang))}">${mark} ${site.name[lang]}</a>
<nav aria-label="${t('site.menu')}">
${nav.map((item) => html`<a class="extra" href="${hrefOf(item)}"${current(item.path)}>${item.label}</a>\n`)}<a data-search-link data-root="${root}"${attribute('data-script', assets.searchScript && rel(assets.searchScript))} href="${search}"${current(addresses.search(lang))}>${t('nav.search')}</a>
</nav>
<a data-switch href="${rel(twin ?? addresses.front(other))}" hreflang="${locales[other].tag}"${attribute('rel', paired && twin !== undefined && 'alternate')}><span lang="${locales[other].tag}" dir="${locales[other].dir}">${t('switch.short')}</span> <span class="sr-only">${switchLabel}</span></a>
${kind === 'article' && raw('<div class="progress"></div>')}
</header>
<main id="main">
${main}
</main>
<footer class="foot">
<nav aria-label="${t('site.sections')}">
<ul>
<li><a href="${rel(addresses.front(lang))}">${t('site.home')}</a></li>${nav.map((item) => html`<li><a href="${hrefOf(item)}">${item.label}</a></li>`)}
<li><a href="${rel(addresses.feed(lang))}">${t('list.feed')}</a></li>
<li><button type="button" data-keys hidden>${t('keys.title')}</button></li>
</ul>
</nav>
<p>${site.name[lang]}: ${site.tagline[lang]}</p>
</footer>
<script type="application/json" id="page-data">{"text":${texts}${work && [raw(',"work":'), formatJson(work)]}}</script>
<link rel="stylesheet" href="${rel(assets.laterStyles)}">
</body>
</html>
`.text;
  return { frame: formatFrame(assets, options), own };
}
