import { expect, test } from 'vitest';
import { listLinks } from './list-links.ts';

test('links of a page as files of the site: relative ones, encoded ones, folders, each once', () => {
  const html =
    '<a href="../fa/%D8%A2%D8%A8.html#x">a</a><a class="b" href=\'gone.html?a=1&amp;b=2\'>b</a><a href="gone.html">c</a>' +
    '<a href="../">d</a><link href="style.css">';
  expect(listLinks(html, 'en/donate.html')).toEqual(['fa/آب.html', 'en/gone.html', 'index.html']);
});

test('what leads to the page itself, to other hosts or elsewhere is none', () => {
  const html =
    '<a href="#top">a</a><a href="">b</a><a href="https://other.example/x">c</a><a href="mailto:a@b.example">d</a><a name="e">e</a><a href="http://[">f</a>';
  expect(listLinks(html, 'en/donate.html')).toEqual([]);
});
