import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findAll, type HtmlElement, parseHtml } from './html.ts';

export interface SitePage {
  readonly path: string;
  readonly source: string;
  readonly root: HtmlElement;
  readonly ids: ReadonlySet<string>;
}

export interface Site {
  readonly folder: string;
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, SitePage>;
  read(path: string): string;
  /** Null where the reference is to another host or is no address of a page. Throws where it is not relative. */
  follow(page: SitePage, href: string): { path: string; fragment: string } | null;
}

const base = 'https://site.invalid/';

export function readSite(folder: string): Site {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.split('\\').join('/'))
    .filter((path) => statSync(join(folder, path)).isFile());
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const pages = files
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const source = read(path);
      const root = parseHtml(source);
      const ids = findAll(root, '[id]').map((e) => e.attributes.id!);
      if (new Set(ids).size !== ids.length)
        throw new Error(`${path} has ids twice: ${ids.filter((id, i) => ids.indexOf(id) !== i).join(', ')}`);
      return [path, { path, source, root, ids: new Set(ids) }] as const;
    });
  return {
    folder,
    files: new Set(files),
    pages: new Map(pages),
    read,
    follow(page, href) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return null;
      if (href.startsWith('/')) throw new Error(`${page.path} has an absolute reference: ${href}`);
      const url = new URL(href, base + page.path.split('/').map(encodeURIComponent).join('/'));
      return { path: decodeURIComponent(url.pathname.slice(1)), fragment: decodeURIComponent(url.hash.slice(1)) };
    },
  };
}
