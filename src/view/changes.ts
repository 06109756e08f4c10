import { diffWords } from '../alignment/records/words-diff.ts';
import type { Unit } from '../alignment/unit.ts';
import { escapeHtml } from '../base/escape-html.ts';
import { formatDate } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { formatHtml } from '../markdown/format-html.ts';
import { h, text } from '../markdown/hast-nodes.ts';
import { isolateInline } from '../markdown/isolate-foreign.ts';
import type { PreparedWork } from '../works/prepared.ts';

function nameSides(unit: Unit, lang: Lang): { moved: string; other: string } {
  const { moved } = unit.stale!;
  return { moved: translate(lang, `language.${moved}`), other: translate(lang, `language.${otherLang(moved)}`) };
}

/** At a block that has fallen behind; scripts open it in place. */
export function formatNote(unit: Unit, lang: Lang): string {
  if (unit.state !== 'stale' || !unit.stale) return '';
  const sides = nameSides(unit, lang);
  const { since } = unit.stale;
  const text = escapeHtml(
    since
      ? translate(lang, 'unit.staleSince', { ...sides, date: formatDate(lang, since) })
      : translate(lang, 'unit.stale', sides),
  );
  return ` <a class="b-stale" href="#changes-${unit.id}">${text}</a>`;
}

export interface UnitChange {
  readonly id: string;
  readonly moved: Lang;
  readonly words: ReturnType<typeof diffWords>;
}

export function listChanges(prepared: PreparedWork): UnitChange[] {
  return prepared.alignment.units
    .filter(({ state }) => state === 'stale')
    .map((unit) => {
      const { moved, reviewed } = unit.stale!;
      const { blocks } = prepared.editions[moved]!.compiled;
      const now = unit[moved].map((index) => blocks[index]!.text).join(' ');
      return { id: unit.id, moved, words: diffWords(reviewed[moved].join(' '), now) };
    });
}

/** HTML: added and removed words are marked, and foreign ones isolated across marks. */
export function formatChange(words: UnitChange['words'], lang: Lang): string {
  const nodes = words.map((word) =>
    word.kind === 'same' ? text(word.text) : h(word.kind === 'added' ? 'ins' : 'del', {}, [text(word.text)]),
  );
  return formatHtml({ type: 'root', children: isolateInline(nodes, lang) ?? nodes })!.html.join('');
}
