import type { Lang } from '../../markdown/block.ts';
import { parseHtml } from '../markdown/convert-html.ts';
import { readPlain } from './read-content.ts';
import { readMeta, type WxrItem } from './wxr.ts';

type Items = ReadonlyMap<number, { readonly item: WxrItem }>;

/** A lasting address; '' where it is that of another post, of which this one is a copy. */
export function readGuid({ id, guid }: WxrItem, posts: Items): string {
  const named = Number(/[?&](?:p|page_id)=(\d+)/.exec(guid)?.[1] ?? id);
  return named !== id && posts.has(named) ? '' : guid;
}

export function readPath(item: WxrItem, posts: Items): string {
  const path = [item.slug];
  let parent = item.parent;
  for (let depth = 0; parent > 0 && depth < 5; depth++) {
    const above = posts.get(parent)?.item;
    if (above?.type !== 'page') break;
    path.unshift(above.slug);
    parent = above.parent;
  }
  return path.filter(Boolean).join('/');
}

/** The excerpt, else the description for search engines; or ''. */
export function readDescription(item: WxrItem): string {
  const excerpt = readPlain(parseHtml(item.excerpt.replace(/\[[^\]]*\]/g, ' ')));
  // What SEO plugins fill in from templates is no description.
  const seo = readMeta(item, '_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description')
    .replace(/%%?\w+%%?/g, '')
    .trim();
  return excerpt || readPlain(parseHtml(seo));
}

export function isOtherScript(text: string, lang: Lang): boolean {
  const persian = text.match(/[\u0620-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (persian + latin < 200) return false;
  return lang === 'fa' ? latin > 3 * persian : persian > 3 * latin;
}
