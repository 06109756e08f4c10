import { readEmbedAddress } from './embed-address.ts';
import { type HtmlNode, isElement, isNamed, listElements, makeElement, makeText, readText } from './hast-kit.ts';
import { repairLine } from './repair-text.ts';
import type { Surroundings } from './surroundings.ts';

/** Titles of players that say nothing. */
const NAMELESS =
  /^(?:youtube|vimeo|aparat|soundcloud|spotify|google|facebook|twitter)?\s*(?:embed(?:ded)?(?: post| content)?|iframe|(?:video|audio|media)?\s*player|video|audio|maps?)?$/i;

/** An `Embed` where the settings allow it, else a link. Its title is the caption, else the frame's, else the text's. */
export function cleanEmbed(
  address: string,
  use: 'frame' | 'page',
  { title = '', caption = [] }: { readonly title?: string; readonly caption?: readonly HtmlNode[] },
  around: Surroundings,
): HtmlNode[] {
  // A title holds words only: captions with links stay captions.
  const isRich = caption.some((node) => isElement(node) && [node, ...listElements(node)].some((n) => isNamed(n, 'a')));
  const below = isRich ? [makeElement('p', {}, caption)] : [];
  const embed = readEmbedAddress(address, use);
  if (!embed) {
    if (address) around.note({ name: 'ImportPartDropped', params: { what: address.slice(0, 100) } });
    return caption.length > 0 ? [makeElement('p', {}, caption)] : [];
  }
  const name = NAMELESS.test(title.trim()) ? '' : repairLine(title, around.lang, around.repairs);
  const words = (isRich ? '' : readText(...caption)) || name || around.title || embed.provider;
  const { page, provider, shown } = embed;
  if (shown && around.embeds.includes(shown.setting))
    return [makeElement('beyt-embed', { url: shown.url, title: words }), ...below];
  around.note(
    shown
      ? { name: 'ImportEmbedForbidden', params: { host: shown.setting, address: page }, near: page }
      : { name: 'ImportEmbedImpossible', params: { address: page }, near: page },
  );
  const label = words === provider ? words : `${provider}: ${words}`;
  return [makeElement('p', {}, [makeElement('a', { href: page }, [makeText(label)])]), ...below];
}

export function tellEmbedsApart(nodes: Iterable<HtmlNode>, locale: string): void {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (!isNamed(node, 'beyt-embed')) continue;
    const title = String(node.properties.title);
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    if (count > 1) node.properties.title = `${title} (${count.toLocaleString(locale)})`;
  }
}
