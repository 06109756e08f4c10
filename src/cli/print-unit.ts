import { styleText } from 'node:util';
import { textOfBlock } from '../alignment/records/reconcile.ts';
import { joinTexts } from '../alignment/records/staleness.ts';
import { diffWords } from '../alignment/records/words-diff.ts';
import type { Unit } from '../alignment/unit.ts';
import type { Lang } from '../markdown/block.ts';
import type { SiteEntry } from '../upkeep/open-site.ts';
import { layOutText, type TerminalBidi } from './terminal-text.ts';

export interface Screen {
  readonly width: number;
  readonly bidi: TerminalBidi;
  readonly hasColours: boolean;
}

const NAMES: Readonly<Record<Lang, string>> = { en: 'English', fa: 'Persian' };

export function formatUnit(unit: Unit, entry: SiteEntry, reasons: readonly string[], screen: Screen): string {
  const confidence =
    unit.by === 'auto' && unit.en.length > 0 && unit.fa.length > 0 ? ` ${unit.confidence.toFixed(2)}` : '';
  const head = `${entry.name} · ${unit.id}${confidence} · ${reasons.join('; ')}`;
  const sides = (['en', 'fa'] as const).map((lang) => formatSide(unit, entry, lang, screen));
  const moved = unit.stale && formatMove(unit, entry, screen);
  return [paint('bold', head, screen), ...sides, ...(moved ? [moved] : [])].join('\n');
}

function formatSide(unit: Unit, entry: SiteEntry, lang: Lang, screen: Screen): string {
  const blocks = (entry[lang] ?? []).filter((_, i) => unit[lang].includes(i));
  const line = entry.compiled[lang]?.places().blocks[unit[lang][0]!]?.line;
  const place = line ? ` ${entry.work.editions[lang]!.file}:${line}` : '';
  const head = paint('dim', `  ${NAMES[lang]}${place}`, screen);
  const texts = blocks.length > 0 ? blocks.map(textOfBlock) : ['—'];
  const lines = texts.flatMap((text) =>
    layOutText(text, blocks.length > 0 ? lang : 'en', screen.width - 4, screen.bidi),
  );
  return [head, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** `[-old-]{+new+}`, as `git diff --word-diff` writes it. */
function formatMove(unit: Unit, entry: SiteEntry, screen: Screen): string {
  const { moved, reviewed } = unit.stale!;
  const now = joinTexts(unit[moved].map((i) => textOfBlock(entry[moved]![i]!)));
  const text = diffWords(joinTexts(reviewed[moved]), now)
    .map(({ kind, text }) => {
      const space = /^\s*/.exec(text)![0];
      const words = text.slice(space.length);
      if (kind === 'same') return text;
      return kind === 'added' ? `${space}{+${words}+}` : `${space}[-${words}-]`;
    })
    .join('');
  const lines = layOutText(text.trim(), moved, screen.width - 4, screen.bidi).map((line) => `    ${line}`);
  return [paint('dim', `  Changed in the ${NAMES[moved]}`, screen), ...lines].join('\n');
}

export function paint(style: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string, screen: Screen): string {
  return screen.hasColours ? styleText(style, text, { validateStream: false }) : text;
}
