import { addresses, relativeHref } from '../content/addresses.ts';
import { locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { Settings } from '../settings/schema.ts';
import { siteIcons } from './site-files.ts';

/** As a manifest writes them: a drawing has any size. */
const sizes: Readonly<Record<string, string>> = { 'favicon.svg': 'any', 'apple-touch-icon.png': '180x180' };

/** @returns JSON; addresses in it are relative to its own @see https://www.w3.org/TR/appmanifest/ */
export function formatWebManifest(lang: Lang, { name, tagline, colours }: Settings): string {
  const here = addresses.webManifest(lang);
  const paper = colours.paper?.light;
  return JSON.stringify({
    name: name[lang],
    description: tagline[lang],
    lang: locales[lang].tag,
    dir: locales[lang].dir,
    start_url: relativeHref(here, addresses.front(lang)),
    // A switch of language stays in the same window.
    scope: '../',
    display: 'minimal-ui',
    ...(paper && { background_color: paper, theme_color: paper }),
    icons: siteIcons.flatMap(({ path }) =>
      sizes[path] ? [{ src: relativeHref(here, path), sizes: sizes[path] }] : [],
    ),
  });
}
