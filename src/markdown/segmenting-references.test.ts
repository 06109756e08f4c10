import { describe, expect, test } from 'vitest';
import { compileText, listReferences } from './testing/compile-text.ts';
import { markHtml } from './testing/mark-html.ts';

describe('addresses inside', () => {
  test('links and images with their places', () => {
    const { links, images } = listReferences(
      compileText('One [a](./a.mdx#b) and\n[out](https://x.y) ![i](i.png)\n\n- [c](#d)'),
    );
    expect(links).toEqual(['./a.mdx#b 4:5', '#d 7:3']);
    expect(images).toEqual(['i.png 5:20']);
  });

  test('one that looks like the mark of a place is a link like any other', () => {
    const { links, html } = compileText('[a](./a.mdx) and [b](beyt:7)');
    expect(links).toEqual(['./a.mdx', 'beyt:7']);
    expect(markHtml(html)).toContain('href="beyt:1">b</a>');
  });

  test('in raw HTML too', () => {
    const source = 'x\n\n<p>\n  <a href="a.md"><img src="b.png"></a>\n</p>';
    const { links, images } = listReferences(compileText(source, 'md'));
    expect(links).toEqual(['a.md 7:3']);
    expect(images).toEqual(['b.png 7:18']);
  });

  test('headings by their words, numbered where they come twice', () => {
    expect(compileText('# A b\n\n## A b\n\n## نیم\u200cفاصله چیست؟').headings.map((h) => h.slug)).toEqual([
      'a-b',
      'a-b-1',
      'نیم\u200cفاصله-چیست',
    ]);
  });
});

describe('errors', () => {
  const find = (text: string) => compileText(text).findings.map((f) => `${f.line - 3}:${f.column} ${f.name}`);
  test.each([
    ['Fine.\n\nA set {a, b is open', /^\d:\d+ MarkdownUnreadable$/],
    ['Fine.\n\n5 < 6 and <unclosed', /^\d:\d+ MarkdownUnreadable$/],
    ['Fine.\n\n<Aside>\n\nOpen', /^\d:\d+ MarkdownUnreadable$/],
    ['Fine.\n\nValue {missing}', /ExpressionFailed$/],
    ['Fine.\n\nAn <Unknown />', /^3:4 ComponentUnknown$/],
    ['Fine.\n\n<Figure src="a.png" />', /^3:1 ComponentProp$/],
    ['Fine.\n\n<Aside titel="x">x</Aside>', /^3:1 ComponentProp$/],
    ['Fine.\n\nThe <Term>Nobody</Term>', /^3:5 TermUnknown$/],
  ])('%j', (text, expected) => {
    expect(find(text)).toEqual([expect.stringMatching(expected)]);
  });
});
