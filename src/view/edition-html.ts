import type { Unit } from '../alignment/unit.ts';
import { escapeHtml } from '../base/escape-html.ts';
import { addresses, relativeHref } from '../content/addresses.ts';
import { decodeTarget } from '../content/links.ts';
import { formatNumber } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { type OpenHtml, openMarked, splitRows } from '../markdown/open-html.ts';
import { findPlace, type PreparedEdition, type PreparedWork } from '../works/prepared.ts';
import type { Publication } from '../works/publication.ts';
import { type StampPage, stampUnits } from '../works/stamp.ts';
import { formatNote } from './changes.ts';
import { formatGap, listGaps, placeGaps } from './gaps.ts';
import { showFile } from './media.ts';
import { formatPicture, type ShownPicture, showPicture } from './picture.ts';

export interface EditionPiece {
  readonly html: string;
  readonly units: readonly string[];
}

export interface ViewOptions {
  /** Which units get their ids: on the facing page each id is in one column only. */
  readonly ids?: (unit: Unit) => boolean;
  readonly twins?: boolean;
  /** As Vite has compiled it, for an edition that imports modules. */
  readonly module?: string | undefined;
}

/** @param page path below `dist/`; all addresses are relative to it */
export async function viewEdition(
  publication: Publication,
  prepared: PreparedWork,
  lang: Lang,
  page: string,
  options: ViewOptions = {},
): Promise<string> {
  const { html, stampPage } = await openEdition(publication, prepared, lang, page, options);
  const gaps = listGaps(prepared, lang);
  if (gaps.length === 0) return stampUnits(html, stampPage);
  const rows = splitRows(html);
  const { blocks } = prepared.editions[lang]!.compiled;
  const bodies = rows.map((row) => unitsOf(row, stampPage, (index) => blocks[index]!.type !== 'fn'));
  const placed = placeGaps(gaps, bodies);
  const notesBefore = (at: number) =>
    placed.flatMap((gap) => (gap.before === at ? [formatGap(gap, prepared, lang, page)] : [])).join('');
  return rows.map((row, at) => notesBefore(at) + stampUnits(row, stampPage)).join('') + notesBefore(rows.length);
}

function unitsOf(row: OpenHtml, { units }: StampPage, isAsked: (index: number) => boolean = () => true): string[] {
  const ids = row.flatMap((part) =>
    typeof part === 'object' && part.kind === 'block' && isAsked(part.index) ? [units[part.index]!.id] : [],
  );
  return [...new Set(ids)];
}

export async function viewPieces(
  publication: Publication,
  prepared: PreparedWork,
  lang: Lang,
  page: string,
  options: ViewOptions = {},
): Promise<EditionPiece[]> {
  const { html, stampPage } = await openEdition(publication, prepared, lang, page, options);
  return splitRows(html).map((row) => ({ html: stampUnits(row, stampPage), units: unitsOf(row, stampPage) }));
}

async function openEdition(
  publication: Publication,
  prepared: PreparedWork,
  lang: Lang,
  page: string,
  { ids = () => true, twins = true, module }: ViewOptions,
): Promise<{ html: OpenHtml; stampPage: StampPage }> {
  const shown = prepared.editions[lang]!;
  const twinLang = otherLang(lang);
  const twin = prepared.editions[twinLang];
  const { compiled, edition } = shown;
  const images = await Promise.all(
    compiled.images.map((image) => showPicture(publication.contentDir, edition, image, page)),
  );
  const files = await Promise.all(
    compiled.files.map(({ target }) => showFile(publication.contentDir, edition, target, page)),
  );
  const twinHref = twin && relativeHref(page, addresses.article(twinLang, twin.edition.slug));
  const headings = new Map(compiled.headings.map(({ block, text }) => [block, text]));
  const label = escapeHtml(translate(lang, 'twin.label'));
  const stampPage: StampPage = {
    units: shown.units,
    first: shown.first,
    ids,
    twin: (unit) => (twins && twinHref && unit.en.length && unit.fa.length ? `${twinHref}#${unit.id}` : null),
    twinAttributes: `class="twin" rel="alternate" hreflang="${locales[twinLang].tag}" aria-label="${label}"`,
    label: (index) => (twinHref && twins ? (headings.get(index) ?? null) : null),
    note: (unit) => formatNote(unit, lang),
    link: (index) => resolveHref(publication, shown, index, page),
    file: (index) => files[index]!,
    image: (index, attributes) => showImage(images[index] ?? null, compiled.images[index]!, attributes, page),
  };
  const html = module === undefined ? compiled.html : openModule(module);
  return { html: html.map((part) => (typeof part === 'string' ? showDigits(part, lang) : part)), stampPage };
}

/** Astro gives headings ids; ours are those of their units. */
function openModule(html: string): OpenHtml {
  return openMarked(html.replace(/(<h[1-6](?:[^<>"]|"[^"]*")*? data-b="\d+") id="[^"]*"(?=>)/g, '$1'));
}

function showDigits(html: string, lang: Lang): string {
  if (!/data-footnote-(?:back)?ref/.test(html)) return html;
  const calls = /(<a [^>]*data-footnote-(?:ref[^>]*>|backref[^>]*>↩<sup>))(\d+)(?=<)/g;
  return html.replace(calls, (_, link: string, number: string) => link + formatNumber(lang, Number(number)));
}

function resolveHref(publication: Publication, from: PreparedEdition, index: number, page: string): string | null {
  const written = from.compiled.links[index]!;
  const target = publication.resolveLink(from.edition, written);
  if (!target) return written;
  if (target.isHidden) return null;
  let fragment = target.fragment;
  if (fragment && target.edition) {
    const there = publication.prepare(publication.workOf(target.edition)).editions[target.edition.lang]!;
    fragment = findPlace(there, fragment) ?? fragment;
  }
  const same = target.edition === from.edition && fragment;
  const href = same ? '' : relativeHref(page, target.path) + target.query;
  return fragment ? `${href}#${encodeURIComponent(fragment)}` : href;
}

/** Null for an image that `public/` brings as it is. */
function showImage(image: ShownPicture | null, target: string, attributes: string, page: string): string {
  if (image) return formatPicture(image, attributes);
  const src = target.startsWith('/') ? relativeHref(page, decodeTarget(target.slice(1)).normalize('NFC')) : target;
  return `<img src="${escapeHtml(src)}" loading="lazy" ${attributes}>`;
}
