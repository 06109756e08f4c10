import { translator } from '../i18n/translate.ts';
import { langs, locales, otherLang } from '../locales.ts';
import { addresses, relativeHref } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import { groupRows } from '../works/rows.ts';
import type { Work } from '../works/work.ts';
import { formatChanges } from './changes.ts';
import { viewPieces } from './edition-html.ts';
import { html, raw } from './html.ts';
import { formatPage, type PageContext, type PageText } from './page.ts';

/** The page on which both editions of a work stand side by side, a row a group of units. */
export async function formatFacing(context: PageContext, work: Work): Promise<PageText> {
  const path = addresses.facing(work.name);
  const prepared = context.publication.prepare(work);
  const lang = work.original;
  const other = otherLang(lang);
  const t = translator(lang);
  const en = await viewPieces(context, prepared, 'en', path);
  const fa = await viewPieces(context, prepared, 'fa', path, { ids: (unit) => unit.en.length === 0 });
  const columns = { en, fa };
  const rows = groupRows(
    en.map((piece) => piece.units),
    fa.map((piece) => piece.units),
  );
  const controls = [
    ['order', '', t('facing.englishFirst')],
    ['order', 'fa', t('facing.persianFirst')],
    ['fold', '', t('facing.foldNone')],
    ['fold', 'en', t('facing.foldEnglish')],
    ['fold', 'fa', t('facing.foldPersian')],
  ] as const;
  const title = (l: Lang) => work.editions[l]!.frontmatter.title;
  const language = (l: Lang) => ({ language: translator(l)(`language.${l}`) });
  const column = (l: Lang, text: unknown) =>
    html`<div lang="${locales[l].tag}" dir="${locales[l].dir}">${text as string}</div>`;
  const gap = (l: Lang) => html`<p class="gap">${translator(l)('facing.gap', language(l))}</p>`;
  const titles = langs.map((l) => {
    const href = relativeHref(path, addresses.article(l, work.editions[l]!.slug));
    const link = html`<a data-carry hreflang="${locales[l].tag}" href="${href}">${translator(l)('facing.article', language(l))}</a>`;
    return column(l, html`<p><strong>${title(l)}</strong> ${link}</p>`);
  });
  const main = html`<h1 class="sr-only">${t('facing.title', { title: title(lang) })}</h1>
<div class="controls" role="group" aria-label="${t('facing.controls')}" hidden>
${controls.map(([name, value, label]) => html`<button type="button" data-set="${name}" data-value="${value}" aria-pressed="${String(!value)}">${label}</button>`)}
</div>
<div class="facing" data-work="${work.name}">
<div class="row titles">
${titles}
</div>
${rows.map(
  (row) => html`<div class="row" data-row>
${langs.map((l) => {
  const pieces = columns[l].slice(row[l][0], row[l][1]);
  return column(l, pieces.length ? raw(pieces.map((piece) => piece.html).join('')) : gap(l));
})}
</div>
`,
)}</div>
${raw(formatChanges(prepared, lang))}`;
  return formatPage(context, {
    lang,
    path,
    title: t('facing.title', { title: title(lang) }),
    description: work.editions[lang]!.frontmatter.description,
    twin: addresses.article(other, work.editions[other]!.slug),
    switchLabel: t('switch.article'),
    paired: false,
    kind: 'facing',
    persian: true,
    main,
  });
}
