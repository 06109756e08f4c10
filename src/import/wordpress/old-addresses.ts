import { decodeSlug } from '../decode-slug.ts';

export type OldPlace =
  | { readonly kind: 'text'; readonly key: string }
  | { readonly kind: 'topic'; readonly slug: string }
  | { readonly kind: 'author'; readonly slug: string }
  | { readonly kind: 'front' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'outside' };

export interface OldAddresses {
  readonly add: (key: string, addresses: readonly string[], slug: string, id: number) => void;
  /** @param from address of the site that the address was found on, where that is not the first one */
  readonly find: (href: string, from?: string) => OldPlace;
  /** Without its host; undefined on another host. */
  readonly toAlias: (address: string, from?: string) => string | undefined;
}

const bareHost = (host: string) => host.toLowerCase().replace(/^www\./, '');

/** @param sites front pages of the old site, one per language perhaps */
export function createOldAddresses(sites: readonly string[]): OldAddresses {
  const hosts = new Set(sites.filter((site) => URL.canParse(site)).map((site) => bareHost(new URL(site).hostname)));
  const base = sites.find((site) => URL.canParse(site)) ?? 'https://old.invalid';
  const folder = new URL(base).pathname.replace(/\/+$/, '');
  /** Languages with hosts of their own often share paths. */
  const byHostAndPath = new Map<string, string>();
  const byPath = new Map<string, string>();
  const byId = new Map<number, string>();
  const bySlug = new Map<string, string | null>();
  const parse = (href: string, from = ''): URL | undefined => {
    const text = href.trim().replace(/&amp;/g, '&');
    const site = `${URL.canParse(from) ? from : base}/`;
    return URL.canParse(text, site) ? new URL(text, site) : undefined;
  };
  const isOurs = (url: URL) =>
    /^https?:$/.test(url.protocol) && (hosts.has(bareHost(url.hostname)) || url.hostname === 'old.invalid');
  const toPath = (url: URL) =>
    decodeSlug(url.pathname)
      .slice(decodeSlug(url.pathname).startsWith(`${folder}/`) ? folder.length : 0)
      .toLowerCase()
      .replace(/\/(?:amp|feed|page\/\d+|comment-page-\d+)\/?$/, '')
      .replace(/\/index\.(?:php|html)/, '')
      .replace(/\/+$/, '') + readLang(url) || '/';
  const readLang = (url: URL) => (url.searchParams.has('lang') ? `?lang=${url.searchParams.get('lang')}` : '');
  const readId = (url: URL) =>
    Number(url.searchParams.get('p') ?? url.searchParams.get('page_id') ?? url.searchParams.get('attachment_id') ?? 0);
  return {
    add: (key, addresses, slug, id) => {
      if (id > 0 && !byId.has(id)) byId.set(id, key);
      for (const address of addresses) {
        const url = parse(address);
        if (!url || !isOurs(url) || toPath(url) === '/') continue;
        byHostAndPath.set(bareHost(url.hostname) + toPath(url), key);
        byPath.set(toPath(url), key);
      }
      const name = slug.toLowerCase();
      if (name) bySlug.set(name, bySlug.has(name) && bySlug.get(name) !== key ? null : key);
    },
    find: (href, from) => {
      const url = parse(href, from);
      if (!url || !isOurs(url)) return { kind: 'outside' };
      const path = toPath(url);
      const id = readId(url);
      if (id > 0) {
        const key = byId.get(id);
        return key ? { kind: 'text', key } : { kind: 'unknown' };
      }
      const key =
        byHostAndPath.get(bareHost(url.hostname) + path) ?? byPath.get(path) ?? byPath.get(path.replace(/\?.*$/, ''));
      if (key) return { kind: 'text', key };
      if (/^\/?(?:[a-z]{2}(?:-[a-z]{2})?)?(?:\?.*)?$/.test(path)) return { kind: 'front' };
      const [, archive, name] = /(?:^|\/)(category|tag|author)\/(?:.*\/)?([^/]+)$/.exec(path) ?? [];
      if (archive) return { kind: archive === 'author' ? 'author' : 'topic', slug: name! };
      // The last part of a changed address is still the post's name.
      const last = bySlug.get(path.split('/').at(-1)!);
      return last ? { kind: 'text', key: last } : { kind: 'unknown' };
    },
    toAlias: (address, from) => {
      const url = parse(address, from);
      if (!url || !isOurs(url)) return undefined;
      const path = decodeSlug(url.pathname).slice(
        decodeSlug(url.pathname).startsWith(`${folder}/`) ? folder.length : 0,
      );
      const query = readId(url) > 0 ? url.search : readLang(url);
      return path === '/' && !query ? undefined : path + query;
    },
  };
}
