import { escapeHtml } from '../base/escape-html.ts';
import { addresses, relativeHref } from '../content/addresses.ts';
import { translate } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { PreparedWork } from '../works/prepared.ts';

/** Nobody has said that it is missing on purpose. */
export interface Gap {
  readonly lacking: Lang;
  readonly first: string;
  /** Id of the unit before it that the page shows outside its notes. */
  readonly after: string | undefined;
  readonly count: number;
  readonly isEnd: boolean;
}

/** In reading order. Notes are left out: they are missed where they are called. */
export function listGaps({ alignment, editions }: PreparedWork, lang: Lang): Gap[] {
  const { en, fa } = editions;
  if (!en || !fa) return [];
  const isNote = (side: Lang, index: number) => editions[side]!.compiled.blocks[index]!.type === 'fn';
  const units = alignment.units.filter(
    (unit) => !(unit.en.every((index) => isNote('en', index)) && unit.fa.every((index) => isNote('fa', index))),
  );
  const gaps: Gap[] = [];
  let after: string | undefined;
  let open: { lacking: Lang; first: string; after: string | undefined; count: number } | undefined;
  const close = (isEnd: boolean) => {
    if (open) gaps.push({ ...open, isEnd });
    open = undefined;
  };
  for (const unit of units) {
    const lacking = unit.en.length === 0 ? 'en' : unit.fa.length === 0 ? 'fa' : undefined;
    // What is missing on purpose ends no gap.
    if (lacking === undefined || (unit.state === 'untranslated' && open && open.lacking !== lacking)) close(false);
    if (lacking && unit.state === 'untranslated') {
      open ??= { lacking, first: unit.id, after, count: 0 };
      open.count += 1;
    }
    if (unit[lang].some((index) => !isNote(lang, index))) after = unit.id;
  }
  close(true);
  return gaps;
}

export interface PlacedGap extends Gap {
  /** Index of the row that its note is before: that after the last one at the end. */
  readonly before: number;
  /** Begins within that row, such as a list whose first item is translated. */
  readonly isWithin: boolean;
}

/**
 * Before the passages themselves where the page has them, else after the one that they would follow.
 * @param rows ids of the units of each row, in order, without those of notes
 */
export function placeGaps(gaps: readonly Gap[], rows: readonly (readonly string[])[]): PlacedGap[] {
  const lastRow = rows.findLastIndex((ids) => ids.length > 0);
  return gaps.map((gap) => {
    const first = rows.findIndex((ids) => ids.includes(gap.first));
    if (first < 0) {
      const before = rows.findLastIndex((ids) => ids.some((id) => id === gap.after)) + 1;
      return { ...gap, before, isWithin: false };
    }
    if (rows[first]![0] === gap.first) return { ...gap, before: first, isWithin: false };
    // Nothing can be said between two items or cells. From the next row on all is missing, or this row says what it lacks.
    const isWithin = !(gap.isEnd && first < lastRow);
    return { ...gap, before: isWithin ? first : first + 1, isWithin };
  });
}

export function formatGap(gap: PlacedGap, prepared: PreparedWork, lang: Lang, page: string): string {
  const { lacking, first, count, isEnd } = gap;
  const { original, editions } = prepared.work;
  const other = otherLang(lang);
  const text = escapeHtml(describeGap(gap, lang, original));
  if (lacking !== lang) return `<p class="b-gap">${text}</p>`;
  const { tag } = locales[other];
  const href = `${relativeHref(page, addresses.article(other, editions[other]!.slug))}#${first}`;
  const way = escapeHtml(translate(lang, isEnd ? 'gaps.continue' : 'gaps.read', { count }));
  return `<p class="b-gap">${text} <a href="${escapeHtml(href)}" hreflang="${tag}">${way}</a></p>`;
}

function describeGap({ lacking, count, isEnd, isWithin }: PlacedGap, lang: Lang, original: Lang): string {
  if (isWithin) return translate(lang, lacking === original ? 'gaps.onlyWithin' : 'gaps.twinWithin', { count });
  if (lacking === original) return translate(lang, lacking === lang ? 'gaps.onlyThere' : 'gaps.onlyHere', { count });
  if (lacking === lang) return translate(lang, isEnd ? 'gaps.end' : 'gaps.here', { count });
  return isEnd ? translate(lang, 'gaps.twinEnd') : translate(lang, 'gaps.twinHere', { count });
}
