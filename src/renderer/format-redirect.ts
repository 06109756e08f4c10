import { escapeHtml } from '../base/escape-html.ts';
import { relativeReference } from '../content/addresses.ts';
import { translator } from '../i18n/translate.ts';
import { langs, locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';

/** The same in every such page: one digest in the content policy covers them all. */
const script = 'const link=document.links[0];if(!link.hash)link.hash=location.hash;location.replace(link.href)';

/**
 * The page at an old address. It goes to the new one, to the same fragment, with and without scripts.
 * @param path of the old address, below `dist/`
 * @param to an address elsewhere, or from the root of the site: `/en/new.html#b1`
 */
export function formatRedirect(path: string, to: string, siteUrl: string | undefined): string {
  const isOuter = /^[a-z][a-z\d+.-]*:/i.test(to);
  const target = isOuter ? to : relativeReference(path, decodeURI(to.replace(/^\/+/, '')) || 'index.html');
  const canonical = isOuter ? to : siteUrl && new URL(target, siteUrl + path).href;
  const lang: Lang = langs.find((one) => path.startsWith(`${one}/`)) ?? 'en';
  const t = translator(lang);
  const href = escapeHtml(target);
  return `<!DOCTYPE html>
<html lang="${locales[lang].tag}" dir="${locales[lang].dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="1; url=${href}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${canonical ? `<link rel="canonical" href="${escapeHtml(canonical)}">\n` : ''}<title>${t('moved.title')}</title>
</head>
<body>
<p><a href="${href}">${t('moved.text')}</a></p>
<script>${script}</script>
</body>
</html>
`;
}
