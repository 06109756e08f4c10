import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { langs } from '../locales.ts';
import { markHtml } from '../markdown/testing/mark-html.ts';
import { type Compiled, compileEdition, compileWithSatteri } from './compile.ts';
import { parseGlossary } from './glossary.ts';

const { glossary } = parseGlossary(readFileSync('content/glossary.yaml', 'utf8'), 'glossary.yaml');
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
  it('makes of the published texts what Sätteri’s own engine makes of them', () => {
    for (const lang of langs) {
      const folder = join('content', lang);
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
