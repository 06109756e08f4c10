import { expect, test } from 'vitest';
import { openMarked, splitRows } from './open-html.ts';
import { markHtml } from './testing/mark-html.ts';

test('blocks, twins and rows', () => {
  const html =
    '<b-s></b-s><p class="x" data-b="0">a<b-t n="0"></b-t></p><pre data-b="1">c<b-t n="1" bare=""></b-t></pre>';
  expect(openMarked(html)).toEqual([
    { kind: 'row' },
    '<p class="x"',
    { kind: 'block', index: 0 },
    '>a',
    { kind: 'twin', index: 0, bare: false },
    '</p><pre',
    { kind: 'block', index: 1 },
    '>c',
    { kind: 'twin', index: 1, bare: true },
    '</pre>',
  ]);
});

test('links and images, whatever their attributes hold', () => {
  const link = ['<a title="a > b"', { kind: 'link', index: 3 }, '>x</a>'];
  expect(openMarked('<a title="a > b" href="beyt:3">x</a>')).toEqual(link);
  const image = { kind: 'image', index: 1, attributes: 'alt="a > b"' };
  expect(openMarked('<img src="beyt:1" alt="a > b">')).toEqual([image]);
  expect(openMarked('<img alt="a > b" src="beyt:1" />')).toEqual([image]);
  expect(openMarked('<img alt="a" src="beyt:0" width="1">')).toEqual([
    { kind: 'image', index: 0, attributes: 'alt="a" width="1"' },
  ]);
});

test('what a text says about HTML stays as it is', () => {
  const text = '<code> data-b="0"&gt; href="beyt:0" &lt;img src="beyt:0"&gt;</code>';
  expect(openMarked(text)).toEqual([text]);
});

test('top-level elements, but for white space between them', () => {
  const html = '\n<b-s></b-s><ul><li data-b="0">a</li><li data-b="1">b</li></ul>\n<b-s></b-s><hr>';
  expect(splitRows(openMarked(html)).map(markHtml)).toEqual([
    '<ul><li data-b="0">a</li><li data-b="1">b</li></ul>\n',
    '<hr>',
  ]);
});
