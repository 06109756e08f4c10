import type { Unit } from '../alignment/unit.ts';
import { escapeHtml } from '../markdown/render-jsx.ts';

/** What one page knows of the places that `stampBlocks` left open. */
export interface StampPage {
  /** The unit of each block, by block index. */
  readonly units: readonly Unit[];
  /** Blocks that are the first of their unit. */
  readonly first: ReadonlySet<number>;
  /** Whether a unit's id stands here; on the facing page it stands in one column only. */
  readonly ids: (unit: Unit) => boolean;
  /** Address of a unit's twin, or null where it has none. */
  readonly twin: (unit: Unit) => string | null;
  /** Attributes of the twin link beside `href`: class, hreflang, lang, label. Escaped. */
  readonly twinAttributes: string;
  /** The note at a block whose unit has fallen behind: markup that may stand in a paragraph, or ''. */
  readonly note: (unit: Unit) => string;
  /** The address for a link of the edition, by index. */
  readonly link: (index: number) => string;
  /** The whole element for an image of the edition: index, and the attributes it has, as HTML. */
  readonly image: (index: number, attributes: string) => string;
}

/**
 * Places to fill in. A raw `>` stands in no text and a raw quotation mark in no attribute, so that each pattern can
 * match in a tag only, whatever an article says about HTML.
 */
const places =
  / data-b="(\d+)">|<b-t n="(\d+)"( bare(?:="")?)?><\/b-t>|<b-s><\/b-s>|(<a (?:[^<>"]|"[^"]*")*?)href="beyt:(\d+)"|<img ((?:[^<>"]|"[^"]*")*?)src="beyt:(\d+)"((?:[^<>"]|"[^"]*")*)>/g;

/**
 * Fills in what a page supplies: unit ids, states, twin links, addresses and images. One pass over the HTML.
 * The HTML comes from `compileEdition` or, for editions that import, from Vite with the same plugins.
 */
export function stampUnits(html: string, page: StampPage): string {
  return html.replace(places, (_match, block, twin, bare, anchor, link, before, image, after) => {
    if (block !== undefined) return `${stampBlock(Number(block), page)}>`;
    if (twin !== undefined) return stampTwin(Number(twin), page, bare !== undefined);
    if (link !== undefined) return `${anchor}href="${escapeHtml(page.link(Number(link)))}"`;
    if (image !== undefined) return page.image(Number(image), `${before}${after}`.replace(/\/$/, '').trim());
    return '';
  });
}

function stampBlock(index: number, page: StampPage): string {
  const unit = page.units[index];
  if (!unit) return '';
  const id = page.first.has(index) && page.ids(unit) ? ` id="${unit.id}"` : '';
  const state = unit.state === 'fresh' ? '' : ` data-unit-state="${unit.state}"`;
  return ` data-unit="${unit.id}"${id}${state}`;
}

/** @param bare the block has no words to link from: only the ids that its unit has taken over stand there */
function stampTwin(index: number, page: StampPage, bare: boolean): string {
  const unit = page.units[index];
  if (!unit) return '';
  const first = page.first.has(index);
  const aliases =
    first && page.ids(unit) ? unit.aliases.map((id) => `<span class="alias" id="${id}"></span>`).join('') : '';
  if (bare) return aliases;
  const href = page.twin(unit);
  const link = href === null ? '' : ` <a ${page.twinAttributes} href="${escapeHtml(href)}"></a>`;
  return `${aliases}${first ? page.note(unit) : ''}${link}`;
}

/** Splits an edition's HTML into its top-level elements, each with the indices of its blocks. */
export function splitTopLevel(html: string): { html: string; blocks: number[] }[] {
  return html
    .split('<b-s></b-s>')
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ html: piece, blocks: [...piece.matchAll(/ data-b="(\d+)">/g)].map((m) => Number(m[1])) }));
}
