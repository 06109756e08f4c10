import { stripVTControlCharacters } from 'node:util';
import type { Lang } from '../markdown/block.ts';
import { reorderPersian } from './terminal-bidi.ts';

/** `plain` in a file. */
export type TerminalBidi = 'terminal' | 'ours' | 'plain';

/** `BEYT_BIDI` overrules what is known: VTE, Konsole, Apple's and mlterm order right-to-left text themselves. */
export function detectBidi(isTerminal: boolean, env: NodeJS.ProcessEnv): TerminalBidi {
  const said = env.BEYT_BIDI;
  if (said === 'terminal' || said === 'ours' || said === 'plain') return said;
  if (!isTerminal) return 'plain';
  const isMultiplexed = env.TMUX !== undefined || env.STY !== undefined;
  const knows =
    Number(env.VTE_VERSION ?? 0) >= 5800 ||
    env.KONSOLE_VERSION !== undefined ||
    env.TERM_PROGRAM === 'Apple_Terminal' ||
    env.MLTERM !== undefined;
  return knows && !isMultiplexed ? 'terminal' : 'ours';
}

/** In cells; Persian lines end at the right edge and run from right to left. */
export function layOutText(text: string, lang: Lang, width: number, bidi: TerminalBidi): string[] {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, width));
  if (lang === 'en' || bidi === 'plain') return lines;
  return lines.map((line) => {
    const padding = ' '.repeat(Math.max(0, width - countCells(line)));
    return padding + (bidi === 'ours' ? reorderPersian(line) : `\u2067${line}\u2069`);
  });
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && countCells(current) + 1 + countCells(word) > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** Marks and joiners take none, wide characters two. */
export function countCells(text: string): number {
  let cells = 0;
  for (const char of stripVTControlCharacters(text)) {
    if (/[\p{M}\p{Cf}]/u.test(char)) continue;
    cells +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return cells;
}
