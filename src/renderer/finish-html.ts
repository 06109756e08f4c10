import { digestText } from '../publish/digest.ts';
import { mapTags } from '../publish/html-tags.ts';
import { formatPolicy } from '../publish/policy.ts';
import { decodeTarget } from '../works/links.ts';

/** What a page says of itself to whoever lists pages, and which files of Vite's making it names. */
export interface PageFacts {
  readonly noindex: boolean;
  /** `hreflang` and address of its `<link rel="alternate">`s. */
  readonly alternates: readonly (readonly [tag: string, href: string])[];
  /** Paths below `dist/` in `_astro/`. */
  readonly assets: readonly string[];
  /** SHA-256 in base64 of its inline scripts that run, and of its inline styles. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const inlineScript = /<script(\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>(.*?)<\/script>/gis;
const inlineStyle = /<style(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>(.*?)<\/style>/gis;
/** Types of scripts that browsers run; others are data. */
const running = /^(?:module|importmap|speculationrules|(?:text|application)\/(?:javascript|ecmascript))?$/i;

function readAttribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=\\s|$)`, 'i').exec(
    attributes,
  );
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

/** Makes addresses that begin at the root of the host relative to the page: a site works in any folder, and without a host. */
function relativizeAddresses(html: string, path: string): string {
  if (!/=["']?\/(?!\/)/.test(html)) return html;
  const up = '../'.repeat(path.split('/').length - 1);
  // Without a host, a folder has no first page.
  const toRelative = (address: string) =>
    address.replace(/^\/(?!\/)/, up).replace(/(^|\/)(?=$|[?#])/, (_, slash: string) => `${slash}index.html`);
  return mapTags(html, (tag) =>
    tag.replace(
      /(\s(?:href|src|poster|action|formaction|data|srcset|imagesrcset)=)("[^"]*"|'[^']*')/gi,
      (match, name: string, quoted: string) => {
        const [quote, value] = [quoted[0]!, quoted.slice(1, -1)];
        if (!/(?:^|,\s*)\/(?!\/)/.test(value)) return match;
        const shown = /srcset=$/i.test(name) ? value.split(/,\s+/).map(toRelative).join(', ') : toRelative(value);
        return `${name}${quote}${shown}${quote}`;
      },
    ),
  );
}

/** Digests of the scripts and styles in a page that its content policy has to name. */
function digestInline(html: string): Pick<PageFacts, 'scripts' | 'styles'> {
  const scripts = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(inlineScript)) {
    if (readAttribute(attributes, 'src') !== undefined || text === '') continue;
    if (running.test(readAttribute(attributes, 'type')?.trim() ?? '')) scripts.add(digestText(text));
  }
  const styles = new Set([...html.matchAll(inlineStyle)].map(([, text = '']) => digestText(text)));
  return { scripts: [...scripts], styles: [...styles] };
}

const charset = /<meta\s+charset=[^>]*>/i;

/** Puts a policy where it governs all that follows: right after the charset, or at the beginning of the head. */
function insertPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  const place = charset.exec(html) ?? head ?? /<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return `${html.slice(0, at)}\n${meta}${html.slice(at)}`;
}

const assetReference = /(?:\.\.\/)*(_astro\/[^"'\s,?#)&;<>]+)/g;

function listAssets(html: string): string[] {
  if (!html.includes('_astro/')) return [];
  return [...new Set([...html.matchAll(assetReference)].map((match) => decodeTarget(match[1]!)))];
}

function readFacts(html: string): Omit<PageFacts, 'scripts' | 'styles'> {
  const end = html.search(/<\/head>/i);
  const head = html.slice(0, end < 0 ? html.length : end);
  const robots = /<meta\s[^>]*name=["']robots["'][^>]*>/i.exec(head)?.[0] ?? '';
  const alternates: [string, string][] = [];
  for (const [link] of head.matchAll(/<link\s[^>]*rel=["']alternate["'][^>]*>/gi)) {
    const [tag, href] = [readAttribute(link, 'hreflang'), readAttribute(link.replace(/\/?>$/, ' '), 'href')];
    if (tag && href) alternates.push([tag, href]);
  }
  return { noindex: /noindex/i.test(robots), alternates, assets: listAssets(html) };
}

/**
 * Makes a rendered page one of this site: its addresses relative, its content policy written from the scripts and
 * styles that it holds.
 * @param path below `dist/`
 * @throws where the page holds a framework's island, which the content policy does not let run
 */
export function finishHtml(html: string, path: string): { html: string; facts: PageFacts } {
  if (/<astro-island[\s>]/.test(html))
    throw new Error(
      `The page ${path} shows a component with a client: directive. The content policy of the site does not let islands of a framework run: use a <script> in an .astro component instead, which needs no directive.`,
    );
  const relative = relativizeAddresses(html, path);
  const inline = digestInline(relative);
  const searches = relative.includes(' data-search-link');
  const policy = formatPolicy({ searches, ...inline, movesBase: path === '404.html' });
  return { html: insertPolicy(relative, policy), facts: { ...readFacts(relative), ...inline } };
}
