import { expect, test } from 'vitest';
import { parseHtml } from '../markdown/convert-html.ts';
import { readText } from '../markdown/hast-kit.ts';
import { splitLanguages } from './split-languages.ts';

const split = (html: string) =>
  Object.fromEntries(
    [...splitLanguages(parseHtml(html))].map(([lang, tree]) => [lang, tree.children.map((node) => readText(node))]),
  );

test('one after the other, and paragraph by paragraph', () => {
  const both = { en: ['One two three', 'Four five six'], fa: ['یک دو سه', 'چهار پنج شش'] };
  expect(split('<p>One two three</p><p>Four five six</p><p>یک دو سه</p><p>چهار پنج شش</p>')).toEqual(both);
  expect(split('<p>One two three</p><p>یک دو سه</p><p>Four five six</p><p>چهار پنج شش</p>')).toEqual(both);
});

test('side by side in a table', () => {
  const rows = '<tr><td>One two three</td><td>یک دو سه</td></tr><tr><td>Four five six</td><td>چهار پنج شش</td></tr>';
  expect(split(`<table>${rows}</table>`)).toEqual({
    en: ['One two three', 'Four five six'],
    fa: ['یک دو سه', 'چهار پنج شش'],
  });
});

test('a quotation in the other language stays in its text', () => {
  const html = `<p>${'An English text of some length. '.repeat(9)}</p><p>یک سطر فارسی</p>`;
  expect(Object.keys(split(html))).toEqual(['en']);
});
