import { digestText } from '../base/digest.ts';
import { escapeHtml } from '../base/escape-html.ts';
import { mapTags } from '../base/html-tags.ts';
import { decodeTarget } from '../content/links.ts';
import { ContentError, createFinding } from '../errors.ts';
import { findOutside } from './outside.ts';
import { formatPolicy } from './policy.ts';

export interface PageFacts {
  readonly noindex: boolean;
  readonly alternates: readonly (readonly [tag: string, href: string])[];
  /** Below `dist/`, in `_astro/`. */
  readonly assets: readonly string[];
  /** SHA-256 in base64; only of scripts that run. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const inlineText = /<(script|style)(\s(?:[^<>"']|"[^"]*"|'[^']*')*)?>(.*?)<\/\1>/gis;
const running = /^(?:module|importmap|speculationrules|(?:text|application)\/(?:javascript|ecmascript))?$/i;

function readAttribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=\\s|$)`, 'i').exec(
    attributes,
  );
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

/** So that the site works in any folder, and without a host. */
function relativizeAddresses(html: string, path: string): string {
  if (!/["' ]\/(?!\/)/.test(html)) return html;
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

interface Shell {
  readonly html: string;
  readonly texts: readonly string[];
  readonly inline: Pick<PageFacts, 'scripts' | 'styles'>;
}

function openShell(page: string): Shell {
  const texts: string[] = [];
  const [scripts, styles] = [new Set<string>(), new Set<string>()];
  const html = page.replace(inlineText, (whole, tag: string, attributes = '', text: string) => {
    if (text === '') return whole;
    if (/^style$/i.test(tag)) styles.add(digestText(text));
    else if (
      readAttribute(attributes, 'src') === undefined &&
      running.test(readAttribute(attributes, 'type')?.trim() ?? '')
    )
      scripts.add(digestText(text));
    texts.push(text);
    return `<${tag}${attributes}>\0</${tag}>`;
  });
  return { html, texts, inline: { scripts: [...scripts], styles: [...styles] } };
}

function closeShell(html: string, texts: readonly string[]): string {
  const parts = html.split('\0');
  return parts.map((part, i) => part + (texts[i] ?? '')).join('');
}

function findForbiddenForm(html: string, allowed: readonly string[]): string | undefined {
  if (!html.includes('<form')) return undefined;
  const actions = [...html.matchAll(/<form\s(?:[^<>"']|"[^"]*"|'[^']*')*>/gi)].map(([tag]) =>
    readAttribute(tag.slice(5, -1), 'action'),
  );
  return actions.find((action) => action && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(action) && !allowed.includes(action));
}

const charset = /<meta\s+charset=[^>]*>/i;

/** Right after the charset, so that the policy governs all that follows. */
function insertPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`;
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

function readFacts(html: string): Pick<PageFacts, 'noindex' | 'alternates'> {
  const end = html.search(/<\/head>/i);
  const head = html.slice(0, end < 0 ? html.length : end);
  const robots = /<meta\s[^>]*name=["']robots["'][^>]*>/i.exec(head)?.[0] ?? '';
  const alternates: [string, string][] = [];
  for (const [link] of head.matchAll(/<link\s[^>]*rel=["']alternate["'][^>]*>/gi)) {
    const [tag, href] = [readAttribute(link, 'hreflang'), readAttribute(link.replace(/\/?>$/, ' '), 'href')];
    if (tag && href) alternates.push([tag, href]);
  }
  return { noindex: /noindex/i.test(robots), alternates };
}

/**
 * Makes a rendered page one of this site: its addresses relative, its content policy written from the scripts and
 * styles that it holds.
 * @param path below `dist/`
 * @param outside the settings of what pages may load from other hosts, and send there
 * @param file whose fault it is where something is wrong with the page
 * @throws where a form sends to where the settings do not allow it, and where the page holds a framework's island, which the content policy does not let run
 */
export function finishHtml(
  html: string,
  path: string,
  outside: Parameters<typeof findOutside>[1],
  file = path,
): { html: string; facts: PageFacts } {
  if (html.includes('<astro-island'))
    throw new Error(
      `The page ${path} shows a component with a client: directive. The content policy of the site does not let islands of a framework run: use a <script> in an .astro component instead, which needs no directive.`,
    );
  const shell = openShell(html);
  const form = findForbiddenForm(shell.html, outside.forms);
  if (form) throw new ContentError([createFinding('PageFormForbidden', { file }, { path, address: form })]);
  const relative = relativizeAddresses(shell.html, path);
  const policy = formatPolicy({
    searches: relative.includes(' data-search-link'),
    ...shell.inline,
    movesBase: path === '404.html',
    hasManifest: relative.includes('<link rel="manifest"'),
    ...findOutside(html, outside),
  });
  const facts = { ...readFacts(relative), assets: listAssets(html), ...shell.inline };
  return { html: closeShell(insertPolicy(relative, policy), shell.texts), facts };
}
