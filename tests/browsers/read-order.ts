import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '../../src/locales.ts';
import { isolateHtml } from '../../src/markdown/isolate-foreign.ts';
import { directionTable } from '../support/direction-table.ts';
import { serveFolder } from '../support/server.ts';
import type { Remote } from './remote.ts';

/**
 * Shows each sentence of the direction table on a line of its own, as the site writes it, and measures its characters.
 * @returns per sentence the indices of its characters from left to right; those that take no room are left out
 */
export async function readOrders(remote: Remote): Promise<number[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-direction-'));
  const lines = directionTable.map(
    ({ lang, text }) => `<p lang="${locales[lang].tag}" dir="${locales[lang].dir}">${isolateHtml(text, lang)}</p>`,
  );
  const style = '<style>p { white-space: pre; font: 20px sans-serif; font-variant-ligatures: none }</style>';
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>x</title>${style}${lines.join('\n')}`,
  );
  const server = await serveFolder(folder);
  try {
    await remote.open(`${server.url}index.html`);
    return await remote.run(() =>
      [...document.querySelectorAll('p')].map((line) => {
        const boxes: { index: number; middle: number }[] = [];
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let index = 0;
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          for (let at = 0; at < text.textContent!.length; at++, index++) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const { left, right } = range.getBoundingClientRect();
            if (right - left > 0.01) boxes.push({ index, middle: (left + right) / 2 });
          }
        return boxes.sort((a, b) => a.middle - b.middle).map((box) => box.index);
      }),
    );
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}
