import { expect, test } from 'vitest';
import { inspectPage } from './inspect-page.ts';

const listLinks = (html: string, path: string) => inspectPage(html, path).links;

test('links of a page as files of the site: relative ones, encoded ones, folders, each once', () => {
  const html =
    '<a href="../fa/%D8%A2%D8%A8.html#x">a</a><a class="b" href=\'gone.html?a=1&amp;b=2\'>b</a><a href="gone.html">c</a>' +
    '<a href="../">d</a><link href="style.css">';
  expect(listLinks(html, 'en/donate.html')).toEqual(['fa/آب.html', 'en/gone.html', 'index.html']);
});

test('links to the page itself, to other hosts or elsewhere are none', () => {
  const html =
    '<a href="#top">a</a><a href="">b</a><a href="https://other.example/x">c</a><a href="mailto:a@b.example">d</a><a name="e">e</a><a href="http://[">f</a>';
  expect(listLinks(html, 'en/donate.html')).toEqual([]);
});

const policy =
  "default-src 'none'; script-src 'self' 'sha256-abc'; style-src 'self'; img-src 'self' https://img.example/own/; media-src 'self'; frame-src https://*.maps.example";

function faultsOf(body: string, root = '<html lang="en">'): string[] {
  const meta = `<title>A</title><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const { faults } = inspectPage(`<!doctype html>${root}<head>${meta}</head><body>${body}</body></html>`, 'en/a.html');
  return faults.map(({ name, params }) => `${name} ${params.part ?? ''}`.trim());
}

// What CSP Level 3 says of each: https://www.w3.org/TR/CSP3/
test.each([
  ['<img src="https://img.example/own/a.png">', []],
  ['<img src="https://img.example/other.png">', ['PageSourceBlocked <img src="https://img.example/other.png">']],
  ['<img src="../a.png"><video src="a.mp4"></video>', []],
  ['<img src="data:image/gif;base64,AA">', ['PageSourceBlocked <img src="data:image/gif;base64,AA">']],
  ['<iframe src="https://a.maps.example/x"></iframe>', []],
  ['<iframe src="https://maps.example/x"></iframe>', ['PageSourceBlocked <iframe src="https://maps.example/x">']],
  ['<iframe src="own.html"></iframe>', ['PageSourceBlocked <iframe src="own.html">']],
  ['<script src="//cdn.example/x.js"></script>', ['PageSourceBlocked <script src="//cdn.example/x.js">']],
  [
    '<link rel="stylesheet" href="https://a.example/x.css">',
    ['PageSourceBlocked <link href="https://a.example/x.css">'],
  ],
  ['<link rel="icon" href="x.svg"><script src="x.js"></script>', []],
  ['<object data="x.pdf"></object>', ['PageSourceBlocked <object data="x.pdf">']],
  ['<p style="color: red">a</p>', ['PageStyleBlocked <p style="color: red">']],
  ['<button onclick="go()">a</button>', ['PageScriptBlocked <button onclick="…">']],
  ['<a href="javascript:go()">a</a>', ['PageScriptBlocked <a href="javascript:…">']],
  ['<p>&lt;p style="color: red"&gt; onclick="x"</p>', []],
  ['<p style="a: b">a</p><p style="a: b">b</p>', ['PageStyleBlocked <p style="a: b">']],
])('%s', (body, faults) => {
  expect(faultsOf(body)).toEqual(faults);
});

test('a page without a title', () => {
  expect(inspectPage('<html lang="en"><svg><title>A</title></svg>', 'a.html').faults).toEqual([
    { name: 'PageTitleMissing', params: {} },
  ]);
});

test('a page without a language, and one that states the address of another', () => {
  expect(faultsOf('<p>a</p>', '<html>')).toEqual(['PageLanguageMissing']);
  const stating = (address: string) =>
    inspectPage(
      `<html lang="fa"><title>A</title><link rel="canonical" href="${address}">`,
      'fa/آب.html',
      'https://a.example/',
    ).faults;
  expect(stating('https://a.example/fa/%D8%A2%D8%A8.html')).toEqual([]);
  expect(stating('https://elsewhere.example/')).toEqual([]);
  expect(stating('https://a.example/fa/x.html')).toEqual([
    { name: 'PageAddressOther', params: { stated: 'fa/x.html' } },
  ]);
});
