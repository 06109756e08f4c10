import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Compiled } from '../works/compile.ts';
import type { Lang } from './block.ts';
import { compileText } from './testing/compile-text.ts';
import { markHtml } from './testing/mark-html.ts';

function findUncovered({ html }: Compiled): string[] {
  const open: boolean[] = [];
  const found: string[] = [];
  for (const [, close, tag, attributes = '', words] of markHtml(html).matchAll(
    /<(\/?)([a-z][\w-]*)((?:[^<>"]|"[^"]*")*)>|([^<]+)/g,
  )) {
    if (words !== undefined) {
      if (words.trim() && !open.some(Boolean)) found.push(words.trim());
    } else if (close) open.pop();
    else if (!/^(br|hr|img|input|wbr)$/.test(tag!) && !/\/$/.test(attributes))
      open.push(/ data-b=|data-footnote|footnotes|-notes"/.test(attributes));
  }
  return found;
}

describe('for every input', () => {
  const word = fc.constantFrom(
    'one',
    'two',
    'سلام',
    'می\u200cرود',
    'AT&T',
    '`code`',
    '**bold**',
    '[link](./a.mdx)',
    'x < y',
    '> 5',
  );
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const piece = fc.oneof(
    line,
    line.map((l) => `## ${l}`),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((ls) => ls.map((l) => `- ${l}`).join('\n')),
    fc.tuple(line, line).map(([a, b]) => `- ${a}\n  - ${b}`),
    line.map((l) => `> ${l}\n>\n> ![i](i.png)`),
    fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
    line.map((l) => `<div>\n${l}\n\n- ${l}\n\n</div>`),
    line.map((l) => `<dl>\n<dt>${l}</dt>\n<dd>${l}</dd>\n</dl>`),
    line.map((l) => `<p align="center"><img src="x.png"> ${l}</p>`),
    line.map((l) => `<details>\n<summary>${l}</summary>\n\n${l}\n\n</details>`),
    fc.constant('```html\n<p data-b="1" data-at="2:3"> href="beyt:0"\n```'),
    fc.constant('Text data-b="0" and ` data-b="1">` and <b-t n="0"></b-t>.'),
    fc.constant('![alone](a.png "a > b")'),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n\n'));

  test('each block is marked once, in order, and no words are outside', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Lang>('en', 'fa'), (source, lang) => {
        const compiled = compileText(source, 'md', lang);
        expect(compiled.findings).toEqual([]);
        const html = markHtml(compiled.html);
        const marks = [...html.matchAll(/<[a-z][^<>]* data-b="(\d+)">/g)].map((m) => Number(m[1]));
        expect([...marks].sort((a, b) => a - b)).toEqual(compiled.blocks.map((_, i) => i));
        const places = [...html.matchAll(/<b-t n="(\d+)"/g)].map((m) => Number(m[1]));
        expect([...places].sort((a, b) => a - b)).toEqual(compiled.blocks.map((_, i) => i));
        expect(findUncovered(compiled)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('each block is on the line that holds its first word', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = `---\ntitle: x\n---\n${source}`.split('\n');
        const { blocks, places } = compileText(source, 'md');
        for (const [index, block] of blocks.entries()) {
          const first = /[\p{L}\p{N}]+/u.exec(block.text)?.[0];
          if (!first || block.type === 'img') continue;
          const { line } = places().blocks[index]!;
          const near = lines.slice(line - 1, line + 1).join('\n');
          expect(near, `${block.type} at ${line}`).toContain(first);
        }
      }),
      { numRuns: 150 },
    );
  });
});
