import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { decodeTarget } from '../content/links.ts';
import type { ErrorName } from '../errors.ts';

export interface PageFault {
  readonly name: ErrorName & `Page${string}`;
  readonly params: Readonly<Record<string, string>>;
}

export interface PageReview {
  readonly links: readonly string[];
  readonly faults: readonly PageFault[];
}

const loads: Readonly<Record<string, readonly [attribute: string, directive: string]>> = {
  script: ['src', 'script-src'],
  img: ['src', 'img-src'],
  audio: ['src', 'media-src'],
  video: ['src', 'media-src'],
  source: ['src', 'media-src'],
  track: ['src', 'media-src'],
  iframe: ['src', 'frame-src'],
  embed: ['src', 'object-src'],
  object: ['data', 'object-src'],
};

const base = 'http://site.invalid/';

const elementsOf = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []));

const read = ({ properties }: Element, name: string): string | undefined =>
  typeof properties[name] === 'string' ? properties[name] : undefined;

function readPolicy(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const meta = elements.find(({ properties }) => String(properties.httpEquiv).includes('Content-Security-Policy'));
  const directives = (meta ? (read(meta, 'content') ?? '') : '').split(/;\s*/);
  return new Map(directives.map((one) => one.split(' ')).map(([name = '', ...sources]) => [name, sources]));
}

/** CSP3, "Does url match expression"; paths as prefixes. */
function covers(source: string, url: URL, origin: string): boolean {
  if (source === "'self'") return url.origin === origin;
  const [, host = '', path = ''] = /^https:\/\/([^/]+)(.*)$/.exec(source) ?? [];
  const isHost = host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
  return isHost && url.protocol === 'https:' && url.pathname.startsWith(path);
}

function findBlocked(elements: readonly Element[], here: URL): PageFault[] {
  const policy = readPolicy(elements);
  return elements.flatMap((element) => {
    const { tagName, properties } = element;
    const faults: PageFault[] = [];
    const block = (name: PageFault['name'], part: string) => faults.push({ name, params: { part } });
    const [attribute, directive] =
      tagName === 'link' && String(properties.rel) === 'stylesheet' ? ['href', 'style-src'] : (loads[tagName] ?? []);
    const address = attribute && read(element, attribute);
    if (address && URL.canParse(address, here.href)) {
      const url = new URL(address, here);
      const sources = policy.get(directive!) ?? [];
      if (url.protocol !== 'about:' && !sources.some((source) => covers(source, url, here.origin)))
        block('PageSourceBlocked', `<${tagName} ${attribute}="${address}">`);
    }
    if (properties.style !== undefined) block('PageStyleBlocked', `<${tagName} style="${read(element, 'style')}">`);
    for (const name of Object.keys(properties).filter((one) => /^on[A-Z]/.test(one)))
      block('PageScriptBlocked', `<${tagName} ${name.toLowerCase()}="…">`);
    if (/^\s*javascript:/i.test(read(element, 'href') ?? '')) block('PageScriptBlocked', '<a href="javascript:…">');
    return faults;
  });
}

/** Search engines would leave the page out. */
function findOtherAddress(elements: readonly Element[], path: string, siteUrl: string | undefined): PageFault[] {
  const link = elements.find(({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'canonical');
  const address = link && read(link, 'href');
  if (!siteUrl || !address?.startsWith(siteUrl)) return [];
  const stated = decodeTarget(address.slice(siteUrl.length)).replace(/(^|\/)$/, '$1index.html');
  return stated === path ? [] : [{ name: 'PageAddressOther', params: { stated } }];
}

function listLinks(elements: readonly Element[], here: URL): string[] {
  const paths = new Set<string>();
  for (const element of elements) {
    const href = element.tagName === 'a' ? read(element, 'href') : undefined;
    const url = href !== undefined && URL.canParse(href, here.href) ? new URL(href, here) : undefined;
    if (url?.origin !== here.origin || url.pathname === here.pathname) continue;
    paths.add(decodeTarget(url.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html'));
  }
  return [...paths];
}

/** Reads a finished page as a browser would. @param path below `dist/` @param siteUrl public address, where known */
export function inspectPage(html: string, path: string, siteUrl?: string): PageReview {
  const here = new URL(path.split('/').map(encodeURIComponent).join('/'), base);
  const elements = elementsOf(fromHtml(html));
  const root = elements.find(({ tagName }) => tagName === 'html');
  const faults = [...findBlocked(elements, here), ...findOtherAddress(elements, path, siteUrl)];
  if (!root || !read(root, 'lang')) faults.push({ name: 'PageLanguageMissing', params: {} });
  const head = elements.find(({ tagName }) => tagName === 'head');
  if (!head || !elementsOf(head).some(({ tagName, children }) => tagName === 'title' && children.length > 0))
    faults.push({ name: 'PageTitleMissing', params: {} });
  const unique = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return { links: listLinks(elements, here), faults: [...unique.values()] };
}
