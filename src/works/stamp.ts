import type { Unit } from '../alignment/unit.ts';
import { escapeHtml } from '../base/escape-html.ts';
import type { OpenHtml, Place } from '../markdown/open-html.ts';

export interface StampPage {
  readonly units: readonly Unit[];
  readonly first: ReadonlySet<number>;
  /** On the facing page an id is in one column only. */
  readonly ids: (unit: Unit) => boolean;
  readonly twin: (unit: Unit) => string | null;
  /** Class, hreflang, lang, label; escaped. */
  readonly twinAttributes: string;
  /** A heading has a name of its own, and is not named by its twin link; else null. */
  readonly label: (index: number) => string | null;
  readonly note: (unit: Unit) => string;
  /** Null where it leads nowhere for the time being: what it is on stays, as HTML's placeholder for a link. */
  readonly link: (index: number) => string | null;
  readonly file: (index: number) => string;
  /** The whole element: index, and the attributes it has, as HTML. */
  readonly image: (index: number, attributes: string) => string;
}

export function stampUnits(html: OpenHtml, page: StampPage): string {
  let out = '';
  for (const part of html) out += typeof part === 'string' ? part : stampPlace(part, page);
  return out;
}

function stampPlace(place: Place, page: StampPage): string {
  switch (place.kind) {
    case 'block':
      return stampBlock(place.index, page);
    case 'twin':
      return stampTwin(place.index, page, place.bare);
    case 'link':
      return stampLink(page.link(place.index));
    case 'file':
      return escapeHtml(page.file(place.index));
    case 'image':
      return page.image(place.index, place.attributes);
    case 'row':
      return '';
  }
}

function stampLink(href: string | null): string {
  return href === null ? '' : ` href="${escapeHtml(href)}"`;
}

function stampBlock(index: number, page: StampPage): string {
  const unit = page.units[index];
  if (!unit) return '';
  const id = page.first.has(index) && page.ids(unit) ? ` id="${unit.id}"` : '';
  const state = unit.state === 'fresh' ? '' : ` data-unit-state="${unit.state}"`;
  const name = page.label(index);
  const label = name === null ? '' : ` aria-label="${escapeHtml(name)}"`;
  return ` data-unit="${unit.id}"${id}${state}${label}`;
}

/** @param bare no words to link from: only ids that the unit has taken over */
function stampTwin(index: number, page: StampPage, bare: boolean): string {
  const unit = page.units[index];
  if (!unit) return '';
  const first = page.first.has(index);
  const aliases =
    first && page.ids(unit) ? unit.aliases.map((id) => `<span class="b-alias" id="${id}"></span>`).join('') : '';
  if (bare) return aliases;
  const href = page.twin(unit);
  const link = href === null ? '' : ` <a ${page.twinAttributes} href="${escapeHtml(href)}"></a>`;
  return `${aliases}${first ? page.note(unit) : ''}${link}`;
}
