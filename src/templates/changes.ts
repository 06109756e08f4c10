import type { Unit } from '../alignment/unit.ts';
import { diffWords } from '../alignment/words-diff.ts';
import { formatDate } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import { escapeHtml } from '../markdown/render-jsx.ts';
import type { Lang } from '../works/block.ts';
import type { PreparedWork } from '../works/prepared.ts';

function nameSides(unit: Unit, lang: Lang): { moved: string; other: string } {
  const { moved } = unit.stale!;
  return { moved: translate(lang, `language.${moved}`), other: translate(lang, `language.${otherLang(moved)}`) };
}

/** The quiet note at a block that has fallen behind: a link to what changed, which scripts open in place. */
export function formatNote(unit: Unit, lang: Lang): string {
  if (unit.state !== 'stale' || !unit.stale) return '';
  const sides = nameSides(unit, lang);
  const { since } = unit.stale;
  const text = escapeHtml(
    since
      ? translate(lang, 'unit.staleSince', { ...sides, date: formatDate(lang, since) })
      : translate(lang, 'unit.stale', sides),
  );
  return ` <a class="stale" href="#changes-${unit.id}">${text}</a>`;
}

/** What changed in each stale unit since its review: words added and removed. '' when nothing is stale. */
export function formatChanges(prepared: PreparedWork, lang: Lang): string {
  const stale = prepared.alignment.units.filter((unit) => unit.state === 'stale');
  if (!stale.length) return '';
  const items = stale.map((unit) => {
    const { moved, reviewed } = unit.stale!;
    const { tag, dir } = locales[moved];
    const blocks = prepared.editions[moved]!.compiled.blocks;
    const now = unit[moved].map((index) => blocks[index]!.text).join(' ');
    const diff = diffWords(reviewed[moved].join(' '), now)
      .map(({ kind, text }) => {
        const html = escapeHtml(text);
        return kind === 'same' ? html : kind === 'added' ? `<ins>${html}</ins>` : `<del>${html}</del>`;
      })
      .join('');
    const back = escapeHtml(translate(lang, 'unit.back'));
    return `<li id="changes-${unit.id}"><p lang="${tag}" dir="${dir}">${diff}</p><p><a href="#${unit.id}">${back}</a></p></li>`;
  });
  const title = escapeHtml(translate(lang, 'unit.changes'));
  return `<section class="changes" aria-labelledby="changes"><h2 id="changes">${title}</h2><ol>${items.join('')}</ol></section>`;
}
