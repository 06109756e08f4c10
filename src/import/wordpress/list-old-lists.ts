import type { Lang } from '../../markdown/block.ts';
import type { OldList } from '../source.ts';
import type { People } from './read-people.ts';
import type { Topics } from './read-topics.ts';
import type { WxrItem, WxrSite, WxrTerm } from './wxr.ts';

interface Post {
  readonly lang: Lang;
  readonly draft: boolean;
  readonly item: WxrItem;
}

/** How addresses of a language begin or end, as the posts' own links show. */
interface Shape {
  readonly prefix: string;
  readonly suffix: string;
}

const MOST = 0.6;

/** Of categories, tags, authors, front pages, feeds, with the language's prefix (`/fa/…`) or `?lang=fa`. */
export function listOldLists(
  posts: readonly Post[],
  sites: readonly WxrSite[],
  topics: Pick<Topics, 'idOf'>,
  people: Pick<People, 'find' | 'loginsOf'>,
): OldList[] {
  const lists: OldList[] = [];
  const terms = new Map(sites.flatMap((site) => site.terms).map((term) => [`${term.taxonomy} ${term.slug}`, term]));
  const folders = sites.map(({ address }) =>
    URL.canParse(address) ? new URL(address).pathname.replace(/\/$/, '') : '',
  );
  const published = posts.filter(({ draft }) => !draft);
  // What both languages shared led to the site's main one.
  const langs = /^(?:fa|prs)/i.test(sites[0]?.language ?? '') ? (['fa', 'en'] as const) : (['en', 'fa'] as const);
  for (const lang of langs) {
    const posts = published.filter((post) => post.lang === lang);
    if (posts.length === 0) continue;
    const { prefix, suffix } = readShape(posts, folders[0] ?? '');
    const add = (path: string, place: OldList['place']) =>
      lists.push({ from: `${prefix}${path}${suffix}`, lang, place });
    const isMarked = prefix !== '' || suffix !== '';
    if (isMarked) add('/', { kind: 'front' });
    add('/feed/', { kind: 'feed' });
    const used = new Set(
      posts.flatMap(({ item }) =>
        item.terms.map(({ domain, nicename }) => `${domain === 'tag' ? 'post_tag' : domain} ${nicename}`),
      ),
    );
    for (const key of used) {
      const term = terms.get(key) ?? guessTerm(key);
      const folder = term.taxonomy === 'category' ? 'category' : term.taxonomy === 'post_tag' ? 'tag' : undefined;
      const id = folder && topics.idOf(term.slug);
      if (id) add(`/${folder}/${readPath(term, terms).join('/')}/`, { kind: 'topic', id });
    }
    for (const id of new Set(posts.flatMap(({ item }) => people.find(item))))
      for (const login of people.loginsOf(id)) add(`/author/${login}/`, { kind: 'person', id });
  }
  return lists.filter(({ from }) => !/\s/.test(from));
}

function readShape(posts: readonly Post[], folder: string): Shape {
  const counts = new Map<string, number>();
  for (const { item } of posts) {
    if (!URL.canParse(item.link)) continue;
    const url = new URL(item.link);
    const path = url.pathname.startsWith(`${folder}/`) ? url.pathname.slice(folder.length) : url.pathname;
    const prefix = /^\/(?:en|fa|prs|dari|farsi|english|persian)(?:-[a-z]{2})?(?=\/)/i.exec(path)?.[0] ?? '';
    const lang = url.searchParams.get('lang');
    const key = JSON.stringify([prefix, lang ? `?lang=${lang}` : '']);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < MOST * posts.length) return { prefix: '', suffix: '' };
  const [prefix, suffix] = JSON.parse(first[0]) as [string, string];
  return { prefix, suffix };
}

function guessTerm(key: string): WxrTerm {
  const [taxonomy, slug] = key.split(' ', 2) as [string, string];
  return { id: 0, taxonomy, slug, name: slug, description: '', parent: '' };
}

/** With the slugs of the categories above. */
function readPath(term: WxrTerm, terms: ReadonlyMap<string, WxrTerm>): string[] {
  const path = [term.slug];
  for (let at: WxrTerm | undefined = term, depth = 0; at?.parent && depth < 5; depth++) {
    at = terms.get(`${term.taxonomy} ${at.parent}`);
    if (at) path.unshift(at.slug);
  }
  return path;
}
