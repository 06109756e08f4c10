import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../content/glossary.ts';
import { compileEdition } from '../works/compile.ts';

const { glossary } = parseGlossary(readFileSync('tests/fixtures/showcase/glossary.yaml', 'utf8'), 'glossary.yaml');
const find = (text: string, file = 'a.md') =>
  compileEdition(`Text.\n\n${text}\n`, file, 'en', glossary).findings.map(({ name, line }) => `${line} ${name}`);

describe.each(['a.md', 'a.mdx'])('in %s', (file) => {
  it.each([
    '<iframe src="https://example.org/"></iframe>',
    '<object data="a.swf"></object>',
    '<embed src="a.swf" />',
    '<video poster="https://example.org/a.png" src="/a.mp4"></video>',
    '<audio><source src="https://example.org/a.mp3" /></audio>',
    '<img src="./a.png" srcset="./b.png 2x" alt="" />',
    '<picture><source srcset="https://example.org/x.webp 1x, /y.webp 2x" /></picture>',
    '<picture><source srcset="./b.png 2x" /><img src="./a.png" alt="" /></picture>',
    '<svg><image href="https://example.org/a.png" /></svg>',
    '<svg><use href="sprite.svg#a" /></svg>',
    '<b onclick="alert(1)">b</b>',
    '<p style="color: red">red</p>',
    '<table background="a.png"><tbody><tr><td>x</td></tr></tbody></table>',
    '<link rel="stylesheet" href="a.css" />',
    '<img src="data:image/png;base64,AA" srcset="data:x 2x" alt="" />',
  ])('reports %s', (text) => {
    const found = find(text, file);
    expect(found.filter((one) => one.endsWith(' MarkupBlocked'))).toEqual(['3 MarkupBlocked']);
  });

  it.each([
    '<video src="/clip.mp4" poster="/a.png" controls></video>',
    '<video src="./clip.mp4"></video>',
    '<video src="/a.mp4"><track src="a.vtt" /></video>',
    '<audio controls><source src="/a.mp3" type="audio/mpeg" /></audio>',
    '<svg viewBox="0 0 1 1"><use href="#a" /><path d="M0 0" /></svg>',
    '<p class="x" dir="rtl">text</p>',
    '<form action="/search"><input name="q" /></form>',
  ])('allows %s', (text) => expect(find(text, file)).toEqual([]));

  it('reports each thing of one element, and looks up the rest', () => {
    const text =
      '<picture><source srcset="./b.png 2x, /c.png 3x, ./d.png 4x" /></picture>\n\n<p style="color: red" onclick="go()">x</p>';
    const { findings, links } = compileEdition(text, file, 'en', glossary);
    expect(findings.map(({ line, message }) => `${line} ${/show (.*):/.exec(message)?.[1]}`)).toEqual([
      '1 <source srcset="./b.png">',
      '1 <source srcset="./d.png">',
      '3 style="color: red"',
      '3 onclick="go()"',
    ]);
    expect(links).toEqual(['/c.png']);
  });

  it('looks up files of public/, once each', () => {
    const text = '<video src="/clip.mp4"></video>\n\n<picture><source srcset="/x.webp 1x" /></picture>\n';
    const { links, files } = compileEdition(text, file, 'en', glossary);
    expect({ links, files }).toEqual({ links: ['/x.webp'], files: [{ target: '/clip.mp4', kind: 'film' }] });
  });

  it.each([
    ['<p id="main">x</p>', ['3 IdTaken']],
    ['<p id="site-links">x</p>', ['3 IdTaken']],
    ['<p id="read-next">x</p>', ['3 IdTaken']],
    ['<p id="en-fn-1">x</p>', ['3 IdTaken']],
    ['<p id="a">x</p>\n\n<p id="a">y</p>', ['5 IdTaken']],
    ['<p id="a">x</p>\n\n<p id="b">y</p>\n\nNote[^1].\n\n[^1]: Note', []],
  ])('ids: %s', (text, found) => expect(find(text, file)).toEqual(found));
});

it.each([
  '[q]()',
  '[q](#)',
  '[q](file:///c:/a.txt)',
  '[q](C:\\a.txt)',
  '[q](<C:\\a b.txt>)',
  '[q](javascript:void\\(0\\))',
  '[q](https://)',
  '[q](http:example.org)',
  '[q](https//example.org)',
  '[q](https://https://example.org)',
  '[q](mailto:)',
  '[q](mailto:somebody)',
  '[q](tel:call-me)',
  '[q](htp://example.org)',
  '[q](htpps://example.org)',
  '[q](localhost:4321/a)',
  '[q](smb://host/share)',
  '[q](about:blank)',
  '[q](data:text/plain,x)',
])('a link that does not work: %s', (text) => expect(find(text)).toEqual(['3 LinkUnusable']));

it.each([
  '[q](#head)',
  '[q](./a.mdx)',
  '[q](mailto:a@example.org)',
  '[q](tel:+93701234567)',
  '[q](mailto:?subject=x)',
  '[q](ftp://example.org/a)',
  '[q](tg://resolve?domain=x)',
  '[q](https://example.org)',
  'http://localhost:4321/',
  '[q](?q=1)',
  '[q](/en/a.html)',
  '[q](//example.org/a)',
])('a link that does: %s', (text) => expect(find(text)).toEqual([]));
