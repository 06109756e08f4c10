import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../content/glossary.ts';
import { langs } from '../locales.ts';
import { markHtml } from '../markdown/testing/mark-html.ts';
import { type Compiled, compileEdition, compileWithSatteri } from './compile.ts';

const { glossary } = parseGlossary(readFileSync('tests/fixtures/showcase/glossary.yaml', 'utf8'), 'glossary.yaml');
const head = '---\ntitle: a\n---\n\n';

/** The two ways may write a quotation mark and an attribute without value differently: both mean the same. */
const normalize = ({ html, places, ...rest }: Compiled) => ({
  ...rest,
  places: places(),
  html: markHtml(html)
    .replace(/&quot;/g, '"')
    .replace(/(data-[\w-]+)=""/g, '$1'),
});

const passages = [
  '# Title\n\nSetext\n===',
  'Text with `code`, *emphasis*, **weight**, ~~struck~~ and a line  \nbreak. & < 5 > 3 "quoted"',
  'A link [there](./there.mdx#place), [out](https://example.org), <Term name="Taliban"/>, H<sub>2</sub>O.',
  'سلام دنیا with English, and `کد` code.',
  '- one\n\n  two\n- three\n  1. four\n- [ ] task',
  '> quote\n>\n> > deeper\n>\n> - item',
  '| a | b |\n|:--|--:|\n| 1 | فارسی |',
  '```js title="x"\nconst a = "<b>";\n```',
  '![alone](./i.png)\n\nIn text ![inside](./j.png).',
  'Note[^a] and note[^b].\n\n[^a]: First\n\n[^b]: Second\n\n    with more',
  '<Aside title="T" kind="x">\nloose **b**\n\n- a\n- b\n</Aside>',
  '<Poem lang="fa" by="حافظ">\n<Beyt a="الا یا" b="ایها"/>\n</Poem>',
  '<Quote by="A" source="B">\nQuoted\n</Quote>',
  '<Figure src="x.svg" alt="x" caption="c" credit="d"/>',
  '<dl>\n<dt>a</dt>\n<dd>b `c`</dd>\n</dl>',
  '<details>\n<summary>S</summary>\n\ninner\n\n</details>',
  '<p>a<br/>b</p>\n\n<div class="x">d</div>',
  '{/* a comment */}',
  '---',
];

describe('compileEdition', () => {
  it('writes the published texts as Sätteri writes them', () => {
    for (const lang of langs) {
      const folder = join('tests/fixtures/showcase', lang);
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.mdx'))) {
        const source = readFileSync(join(folder, file), 'utf8');
        const short = compileEdition(source, file, lang, glossary);
        expect(normalize(short), file).toEqual(normalize(compileWithSatteri(source, file, lang, glossary)));
      }
    }
  });

  it('does so with any passages in any order, in both languages', () => {
    const texts = fc.array(fc.constantFrom(...passages), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...langs), (parts, lang) => {
        const source = head + parts.join('\n\n');
        const short = compileEdition(source, 'a.mdx', lang, glossary);
        expect(short.findings).toEqual([]);
        expect(normalize(short)).toEqual(normalize(compileWithSatteri(source, 'a.mdx', lang, glossary)));
      }),
      { numRuns: 200 },
    );
  });

  it('evaluates what an edition computes', () => {
    const { html } = compileEdition(`${head}export const n = 3\n\nThere are {n}.`, 'a.mdx', 'en', glossary);
    expect(markHtml(html)).toContain('There are 3.');
  });

  it('refuses tags left open in braces, which Sätteri would read for minutes', () => {
    const { findings, blocks } = compileEdition(
      `${head}Fine.\n\n${'{a <svg> text\n\n'.repeat(40)}`,
      'a.mdx',
      'en',
      glossary,
    );
    expect(findings).toMatchObject([{ name: 'MarkdownUnreadable', line: 7, column: 4 }]);
    expect(blocks).toEqual([]);
  });

  it('says where the text cannot be read', () => {
    const { findings } = compileEdition(`${head}Broken <b`, 'a.mdx', 'en', glossary);
    expect(findings).toMatchObject([{ name: 'MarkdownUnreadable', line: 5, column: 8 }]);
  });
});

it.each([
  ['a name that nothing has', 'Fine.\n\nThe value is {nowhere}.', 3, 14],
  ['a later one', '{1}\n\n{2} and {[1].map((n) => n.x.y)}.', 3, 9],
  ['in a list', '<ul>\n{nowhere.map((n) => <li>{n}</li>)}\n</ul>', 2, 1],
  ['in an attribute', 'Text.\n\n<span title={nowhere}>x</span>', 3, 1],
  ['in attributes', 'Text.\n\nA <b {...nowhere.x}>x</b>', 3, 3],
  ['in an export', 'Text.\n\nexport const n = nowhere.x;\n\nMore {n}.', 3, 1],
])('an expression that fails is named by its place: %s', (_, text, line, column) => {
  const [finding, ...others] = compileEdition(text, 'a.mdx', 'en', glossary).findings;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ name: 'ExpressionFailed', line, column });
});

it.each([
  ['beside what is imported', 'import { a } from "./a.ts";\n\nFine: {a.b(2).c}.\n\nNot {nowhere}.', 5, 5],
  ['given to what is imported', 'import A from "./a.astro";\n\n<A of={nowhere} />', 3, 1],
])('in an edition that imports, a name that nothing has is found too: %s', (_, text, line, column) => {
  const [finding, ...others] = compileEdition(text, 'a.mdx', 'en', glossary).findings;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ name: 'ExpressionFailed', line, column });
});

it.each([
  'import A, { b as c } from "./a.ts";\n\n<A {...c.d} x={c(1)[2]}>{c.map((n) => <b>{n.x}</b>)} {c + 1} {[...c]}</A>',
  'import * as data from "./data.json";\n\n{data.rows.length}',
  'import { next } from "./a.ts";\n\nexport const list = (() => { const all = []; while (next()) all.push(1); return all; })();\n\n{list.length}',
  'import { a } from "./a.ts";\n\n{null.x}',
])('what depends on what is imported is left to Vite: %s', (text) => {
  const { findings, imports } = compileEdition(text, 'a.mdx', 'en', glossary);
  expect(findings).toEqual([]);
  expect(imports).toBe(true);
});

it.each([
  ['## Head {#my-id}', 9, '{#my-id}'],
  ['![a](./b.png){.wide}', 14, '{.wide}'],
  ['Text {% include x %} text', 6, '{%'],
  ['<!-- a comment -->', 1, '<!--'],
  ['See <https://example.com/> here', 5, '<https:'],
])('in MDX, %s is named for what it is', (text, column, markup) => {
  const [finding] = compileEdition(`Text.\n\n${text}\n`, 'a.mdx', 'en', glossary).findings;
  expect(finding).toMatchObject({ name: 'MarkdownUnreadable', line: 3, column });
  expect(finding!.message).toContain(markup);
});

it('lists and tables whose parts are computed are one block, with nothing between them and their parts', () => {
  const read = (text: string) => {
    const { html, blocks, findings } = compileEdition(text, 'a.mdx', 'en', glossary);
    expect(findings).toEqual([]);
    return { html: html.map((part) => (typeof part === 'string' ? part : `[${part.kind}]`)).join(''), blocks };
  };
  const list = read('<ul>\n<li>one</li>\n{[2].map((n) => <li>{n}</li>)}\n</ul>');
  expect(list.html).toContain('<div[block]><ul><li>one</li><li>2</li></ul>[twin]</div>');
  expect(list.blocks.map(({ type }) => type)).toEqual(['jsx']);
  const table = read('<table><tbody>{[1].map((n) => <tr><td>{n}</td></tr>)}</tbody></table>');
  expect(table.html).toContain('<div[block]><table><tbody><tr><td>1</td></tr></tbody></table>[twin]</div>');
  const rows = read('<table>\n<tr><td>a</td></tr>\n<tr>{[1, 2].map((n) => <td>{n}</td>)}</tr>\n</table>\n\nText.');
  expect(rows.blocks.map(({ type }) => type)).toEqual(['jsx', 'p']);
  const plain = read('<ul>\n<li>one {1}</li>\n{/* two */}\n</ul>');
  expect(plain.blocks.map(({ type }) => type)).toEqual(['li']);
});

it.each(['a.md', 'a.mdx'])(
  'columns of a table keep their side, without a style that the pages would block: %s',
  (file) => {
    const { html, findings } = compileEdition('| a | b | c |\n|:-:|--:|---|\n| 1 | 2 | 3 |\n', file, 'en', glossary);
    expect(findings).toEqual([]);
    const cells = html.join('').match(/<t[hd](?=[ >])[^>]*>/g)!;
    expect(cells.map((cell) => /data-align="(\w+)"/.exec(cell)?.[1])).toEqual([
      ...['center', 'right', undefined],
      ...['center', 'right', undefined],
    ]);
    expect(html.join('')).not.toMatch(/style=|align="(?!center|right)/);
  },
);

it.each([
  ['Sunday 8 August 2021', '<td class="b-whole">Sunday <span>8 August 2021</span></td>'],
  ['یکشنبه ۱۷ اسد', '<td class="b-whole">یکشنبه <span>۱۷ اسد</span></td>'],
  ['پنج\u200cشنبه ۱۵ قوس', '<td class="b-whole">پنج\u200cشنبه <span>۱۵ قوس</span></td>'],
  ['21 March – 20 April', '<td class="b-whole">21 March – 20 April</td>'],
  ['می خوریم', '<td class="b-whole">می خوریم</td>'],
  ['<kbd>Shift</kbd>+<kbd>Space</kbd> or none', '<td class="b-whole"><kbd'],
  ['a word or two more', '<td>a word or two more</td>'],
])('a cell with %s is %s', (words, cell) => {
  const { html } = compileEdition(`| a | b |\n|---|---|\n| ${words} | c |\n`, 'a.mdx', 'en', glossary);
  expect(html.join('').replace(/<\/?bdi[^>]*>/g, '')).toContain(cell);
});

it.each(['۱', 'متن', 'a b'.replace(' ', '-'), 'é'])('a note named %s has an id that its call leads to', (name) => {
  const { html, ids } = compileEdition(`متن[^${name}].\n\n[^${name}]: یادداشت\n`, 'a.md', 'fa', glossary);
  expect(ids).toContain(`fa-fn-${name}`);
  const href = /href="#(fa-fn-[^"]*)"/.exec(html.join(''))![1]!;
  expect(decodeURIComponent(href)).toBe(`fa-fn-${name}`);
});
