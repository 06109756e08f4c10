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

test('a list or a paragraph whose items or lines alternate', () => {
  const both = { en: ['One two three', 'Four five six Seven'], fa: ['یک دو سه', 'چهار پنج شش هفت'] };
  const list = '<ul><li>Four five six</li><li>چهار پنج شش</li><li>Seven</li><li>هفت</li></ul>';
  expect(split(`<p>One two three<br>یک دو سه</p>${list}`)).toEqual(both);
});

test('names of the languages above their columns are no text', () => {
  const rows =
    '<tr><th>English</th><th>فارسی</th></tr><tr><td>One two three</td><td>یک دو سه</td></tr><tr><td>Four</td><td>چهار</td></tr>';
  expect(split(`<table>${rows}</table>`)).toEqual({ en: ['One two three', 'Four'], fa: ['یک دو سه', 'چهار'] });
});

test('a quotation in the other language stays in its text', () => {
  const html = `<p>${'An English text of some length. '.repeat(9)}</p><p>یک سطر فارسی</p>`;
  expect(Object.keys(split(html))).toEqual(['en']);
});
