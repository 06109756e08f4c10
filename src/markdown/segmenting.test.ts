import { describe, expect, test } from 'vitest';
import type { Compiled } from '../works/compile.ts';
import type { Block, Lang, Point } from './block.ts';
import { compileText, listReferences } from './testing/compile-text.ts';
import { markHtml } from './testing/mark-html.ts';

/** Lines counted from the first one below the frontmatter. */
const show = (b: Block, { line, column }: Point) => `${b.type}${b.depth || ''} ${line - 3}:${column} ${b.text}`;
const showAll = ({ blocks, places }: Compiled) => blocks.map((block, index) => show(block, places().blocks[index]!));
const segment = (text: string, ending = 'mdx', lang: Lang = 'en') => {
  const compiled = compileText(text, ending, lang);
  expect(compiled.findings).toEqual([]);
  return showAll(compiled);
};

describe('kinds of blocks', () => {
  test('headings and paragraphs', () => {
    expect(segment('# One *two*\n\nFirst\nline.\n\n\n### Deep')).toEqual([
      'h1 1:1 One two',
      'p 3:1 First line.',
      'h3 7:1 Deep',
    ]);
  });

  test('list items, nested and tight', () => {
    expect(segment('- one\n- two\n  - deep\n    goes on\n    1. deeper\n- three')).toEqual([
      'li1 1:1 one',
      'li1 2:3 two',
      'li2 3:5 deep goes on',
      'li3 5:5 deeper',
      'li1 6:1 three',
    ]);
  });

  test('paragraphs of a loose list are items each', () => {
    expect(segment('1. one\n\n   more\n\n2. two')).toEqual(['li1 1:4 one', 'li1 3:4 more', 'li1 5:4 two']);
  });

  test('an item that is an image, and one with an image among words', () => {
    expect(segment('- ![seen](a.png)\n- word ![seen](a.png) word\n  - nested')).toEqual([
      'img 1:3 seen',
      'li1 2:3 word word',
      'li2 3:3 nested',
    ]);
  });

  test('quotations, nested', () => {
    expect(segment('> one\n>\n> two\n>\n> > deep\n>\n> - item')).toEqual([
      'quote1 1:3 one',
      'quote1 3:3 two',
      'quote2 5:5 deep',
      'li1 7:3 item',
    ]);
  });

  test('table rows, with cells set apart', () => {
    expect(segment('| A | B |\n|---|---|\n| 1 | [x](https://x.y) |\n|  |  |')).toEqual([
      'tr 1:1 A | B',
      'tr 3:1 1 | x',
    ]);
  });

  test('footnotes, several paragraphs and lists in them', () => {
    expect(segment('Words[^a].\n\n[^a]: First.\n\n    Second.\n\n    - item')).toEqual([
      'p 1:1 Words.',
      'fn 3:7 First.',
      'fn 5:5 Second.',
      'fn 7:5 item',
    ]);
  });

  test('code, with its lines', () => {
    expect(segment('```js\na\n\n  b\n```\n\n    not code in MDX')[0]).toBe('code 1:1 a\n\n  b');
  });

  test('a fence left open runs to the end', () => {
    expect(segment('Before\n\n```\ncode\n# not a heading')).toEqual(['p 1:1 Before', 'code 3:1 code\n# not a heading']);
  });

  test('images alone, in a paragraph, in a link', () => {
    expect(segment('![alone](a.png)\n\nword ![in](b.png)\n\n[![badge](c.png)](https://x.y)')).toEqual([
      'img 1:1 ',
      'p 3:1 word',
      'img 5:1 ',
    ]);
    expect(listReferences(compileText('![alone](a.png)')).images).toEqual(['a.png 4:1']);
  });

  test('definition lists in JSX', () => {
    expect(
      segment('<dl>\n  <dt>Term `x`</dt>\n  <dd>Meaning.</dd>\n  <dd>\n\n  Own paragraph.\n\n  </dd>\n</dl>'),
    ).toEqual(['dt 2:3 Term x', 'dd 3:3 Meaning.', 'dd 6:3 Own paragraph.']);
  });

  test('definition lists, tables with captions and figures in raw HTML', () => {
    const html =
      'Before.\n\n<dl>\n  <dt>Term</dt>\n  <dd>Meaning <b>b</b>.</dd>\n</dl>\n\n<table>\n<caption>Cap</caption>\n' +
      '<tr><td>1</td><td>2</td></tr>\n</table>\n\n<figure>\n<img src="a.png" alt="seen">\n<figcaption>Shown</figcaption>\n</figure>';
    expect(segment(html, 'md')).toEqual([
      'p 1:1 Before.',
      'dt 4:3 Term',
      'dd 5:3 Meaning b.',
      'caption 9:1 Cap',
      'tr 10:1 1 | 2',
      'img 14:1 seen',
      'caption 15:1 Shown',
    ]);
  });

  test('the components that need no import', () => {
    const text = [
      '<Figure src="a.png" alt="seen" caption="Shown" credit="By X" />',
      '<Figure src="a.png" alt="">\n  Shown *too*.\n</Figure>',
      '<Aside title="Title">\nBody.\n\n- item\n</Aside>',
      '<Quote by="A" source="B">\nQuoted.\n\nMore.\n</Quote>',
      '<Poem by="Poet">\n  <Beyt a="one" b="two" />\n  <Beyt a="three" b="four" />\n</Poem>',
      'The <Term>Taliban</Term> and the <Term name="Taliban">men</Term>.',
    ].join('\n\n');
    expect(segment(text)).toEqual([
      'img 1:1 seen',
      'caption 1:1 Shown By X',
      'img 3:1 ',
      'caption 4:3 Shown too.',
      'p 7:1 Title',
      'p 8:1 Body.',
      'li1 10:1 item',
      'quote1 14:1 Quoted.',
      'quote1 16:1 More.',
      'caption 13:1 A, B',
      'p 20:3 one two',
      'p 21:3 three four',
      'caption 19:1 Poet',
      'p 24:1 The Taliban and the men.',
    ]);
  });

  test('a language that the author states, for the block or for what it lies in', () => {
    const text = [
      'Plain.',
      '<Poem lang="fa">\n  <Beyt a="یک" b="دو" />\n</Poem>',
      '<p lang="ar">سلام</p>',
      '<p lang="en-GB">Here.</p>',
      '<div lang="fa">\n\nدرون\n\n</div>',
    ];
    const { blocks } = compileText(text.join('\n\n'));
    expect(blocks.map(({ lang }) => lang)).toEqual([undefined, 'fa-AF', 'ar', undefined, 'fa']);
  });

  test('wrappers are transparent', () => {
    expect(segment('<div dir="rtl">\n\nOne.\n\n- two\n\n</div>\n\n<div>three</div>\n\n<p>four</p>')).toEqual([
      'p 3:1 One.',
      'li1 5:1 two',
      'p 9:1 three',
      'p 11:1 four',
    ]);
  });

  test('a summary with words below it', () => {
    expect(segment('<details>\n<summary>Short</summary>\nLong.\n</details>')).toEqual([
      'caption 2:1 Short',
      'p 2:25 Long.',
    ]);
  });

  test.each([
    '<a name="two"/>',
    "<A NAME='two' />",
    '<span id="two"/>',
    '<div/>',
    '<a href="x" title="a > b"/>',
    '<br/>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    '<!-- <a/> -->',
  ])('an empty element takes nothing of what follows into it: %s', (tag) => {
    const following = ['p 3:1 Two <a/>.', 'p 5:1 Three.'];
    expect(segment(`${tag}\n\nTwo \`<a/>\`.\n\nThree.`, 'md')).toEqual(following);
    if (tag === '<div/>') return;
    expect(segment(`One ${tag} one.\n\nTwo \`<a/>\`.\n\nThree.`, 'md').slice(1)).toEqual(following);
  });

  test.each([
    ['<a name="two">\n\nTwo.\n\n- three', ['p 3:1 Two.', 'li1 5:1 three']],
    ['<a href="https://x.y/">\n\nTwo.\n\n</a>\n\nThree.', ['p 3:1 Two.', 'p 7:1 Three.']],
    ['<span lang="en">\n\n## Two\n\nThree.\n\n</span>', ['h2 3:1 Two', 'p 5:1 Three.']],
    ['<ins>\n\nTwo.\n\n</ins>', ['p 3:1 Two.']],
    ['<a href="https://x.y/">One <p>two</p> three</a>', ['p 1:1 One', 'p 1:28 two', 'p 1:1 three']],
  ])('what is around blocks has no words of its own: %s', (text, blocks) => {
    expect(segment(text, 'md')).toEqual(blocks);
  });

  test('a list below bold words that nobody closed has no paragraph around it', () => {
    expect(segment('<b>One\n- two\n- three', 'md')).toEqual(['p 1:1 One', 'li1 2:1 two', 'li1 3:1 three']);
    expect(segment('<b>\n\n- two\n\n</b>')).toEqual(['li1 3:1 two']);
  });

  test('loose words in raw HTML', () => {
    expect(
      segment('<div align="center">\nLoose.\n<p>In p.</p>\n</div>\n\n<b>\nbold\n</b>\n\n<center>mid</center>', 'md'),
    ).toEqual(['p 1:1 Loose.', 'p 3:1 In p.', 'p 6:1 bold', 'p 10:1 mid']);
  });

  test('imported components, and the prose inside them', () => {
    const text =
      'import Card from "./card.astro";\n\n<Card />\n\n<Card>one *line*</Card>\n\n<Card title="x">\n\nProse.\n\n- item\n\n</Card>';
    const compiled = compileText(text);
    expect(compiled.imports).toBe(true);
    expect(showAll(compiled)).toEqual(['jsx 3:1 ', 'jsx 5:1 one line', 'p 9:1 Prose.', 'li1 11:1 item']);
  });

  test('expressions, comments and exports', () => {
    const compiled = compileText('export const n = 4;\n\n{/* nothing */}\n\n{n + 1}\n\nSum {n}.');
    const html = markHtml(compiled.html);
    expect(compiled.findings).toEqual([]);
    expect(showAll(compiled)).toEqual(['jsx 5:1 ', 'p 7:1 Sum .']);
    expect(html).toContain('>5<');
    expect(html).toContain('Sum 4.');
  });

  test('empty paragraphs, breaks, rules and comments are none', () => {
    expect(segment('&nbsp;\n\n<br />\n\n***\n\n<p></p>\n\nword').filter((l) => !/ $/.test(l))).toEqual(['p 9:1 word']);
    expect(segment('<!-- note -->\n\nword', 'md')).toEqual(['p 3:1 word']);
  });

  test('text as a reader reads it', () => {
    expect(
      segment('نیم\u200cفاصله **می\u200cماند**  \nو [پیوند](https://x.y)[^a].\n\n[^a]: یادداشت', 'mdx', 'fa'),
    ).toEqual(['p 1:1 نیم\u200cفاصله می\u200cماند و پیوند.', 'fn 4:7 یادداشت']);
  });
});
