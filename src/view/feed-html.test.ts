import { expect, test } from 'vitest';
import { prepareFeedHtml } from './feed-html.ts';

test('direction and language on every block; nothing that only our pages use', () => {
  const html =
    '<p data-unit="aa" data-unit-state="stale">x <a class="b-stale" href="#changes-aa">!</a></p>' +
    '<blockquote><p dir="ltr">y</p></blockquote><table><tr><td>1</td></tr></table>' +
    '<img src="../_astro/a.webp" srcset="b.webp 2x" sizes="1px" alt="a > b">';
  expect(prepareFeedHtml(html, 'fa', 'fa/a.html', 'https://x.y/sub/')).toBe(
    '<p dir="rtl" lang="fa-AF">x</p>' +
      '<blockquote dir="rtl" lang="fa-AF"><p lang="fa-AF" dir="ltr">y</p></blockquote>' +
      '<table dir="rtl" lang="fa-AF"><tr dir="rtl" lang="fa-AF"><td>1</td></tr></table>' +
      '<img src="https://x.y/sub/_astro/a.webp" alt="a > b">',
  );
});

test('addresses are absolute, fragments too; those of others stay', () => {
  const html =
    '<a href="b.html?q=1&amp;r=2">b</a><a href="#n">n</a><a href="https://o.x/">o</a><a href="mailto:a@b.c">m</a>';
  expect(prepareFeedHtml(html, 'en', 'en/a.html', 'https://x.y/')).toBe(
    '<a href="https://x.y/en/b.html?q=1&amp;r=2">b</a><a href="https://x.y/en/a.html#n">n</a>' +
      '<a href="https://o.x/">o</a><a href="mailto:a@b.c">m</a>',
  );
  expect(prepareFeedHtml(html, 'en', 'en/a.html', undefined)).toBe(html);
});

test('foreign words keep their order in readers that drop <bdi>, as feedparser does', () => {
  const html =
    '<p>از <bdi lang="en" dir="ltr">C++</bdi> تا <bdi>@a</bdi></p><pre dir="ltr"><code>&lt;bdi&gt;&lt;/bdi&gt;</code></pre>';
  expect(prepareFeedHtml(html, 'fa', 'fa/a.html', 'https://x.y/')).toBe(
    '<p dir="rtl" lang="fa-AF">از <span lang="en" dir="ltr">C++</span> تا <span dir="auto">@a</span></p>' +
      '<pre dir="ltr"><code>&lt;bdi&gt;&lt;/bdi&gt;</code></pre>',
  );
});

test.each([
  [
    'a poem',
    'en',
    '<figure class="b-poem" lang="fa-AF" dir="rtl"><p class="b-beyt">به نام</p><figcaption>فردوسی</figcaption></figure><p>x</p>',
    '<figure class="b-poem" lang="fa-AF" dir="rtl"><p dir="rtl" lang="fa-AF" class="b-beyt">به نام</p>' +
      '<figcaption dir="rtl" lang="fa-AF">فردوسی</figcaption></figure><p dir="ltr" lang="en">x</p>',
  ],
  [
    'a quotation with a picture, and one within it',
    'fa',
    '<figure lang="en" dir="ltr"><blockquote><p>a<br><img src="https://x.y/a.png" alt=""> <bdi lang="fa-AF" dir="rtl">ب</bdi></p>' +
      '<blockquote lang="ar" dir="rtl"><p>ج</p></blockquote><ul><li>d</li></ul></blockquote></figure><div>ه</div>',
    '<figure lang="en" dir="ltr"><blockquote dir="ltr" lang="en"><p dir="ltr" lang="en">a<br>' +
      '<img src="https://x.y/a.png" alt=""> <span lang="fa-AF" dir="rtl">ب</span></p>' +
      '<blockquote lang="ar" dir="rtl"><p dir="rtl" lang="ar">ج</p></blockquote>' +
      '<ul dir="ltr" lang="en"><li dir="ltr" lang="en">d</li></ul></blockquote></figure>' +
      '<div dir="rtl" lang="fa-AF">ه</div>',
  ],
  [
    'what states only one of the two has the other of what is around it, as on the page',
    'en',
    '<div lang="fa"><p>الف</p><p lang="ps">ب</p></div><p dir="rtl">ج</p>',
    '<div dir="ltr" lang="fa"><p dir="ltr" lang="fa">الف</p><p dir="ltr" lang="ps">ب</p></div>' +
      '<p lang="en" dir="rtl">ج</p>',
  ],
] as const)('what is in another language keeps its own: %s', (_, lang, html, expected) => {
  expect(prepareFeedHtml(html, lang, `${lang}/a.html`, 'https://x.y/')).toBe(expected);
});

test('columns keep their side', () => {
  expect(prepareFeedHtml('<td class="b-whole" data-align="right">1</td>', 'en', 'en/a.html', undefined)).toBe(
    '<td class="b-whole" align="right">1</td>',
  );
});

test('a source has an absolute address, or is left out', () => {
  const html =
    '<picture><source type="image/webp" srcset="a.webp 1x, b.webp 2x"><img src="a.png" alt=""></picture>' +
    '<audio controls><source src="../a.mp3" type="audio/mpeg"></audio>' +
    '<video poster="p.jpg"><source src="https://o.x/a.mp4"><track src="a.vtt"></video>';
  expect(prepareFeedHtml(html, 'en', 'en/a.html', 'https://x.y/sub/')).toBe(
    '<picture><img src="https://x.y/sub/en/a.png" alt=""></picture>' +
      '<audio controls><source src="https://x.y/sub/a.mp3" type="audio/mpeg"></audio>' +
      '<video poster="https://x.y/sub/en/p.jpg"><source src="https://o.x/a.mp4">' +
      '<track src="https://x.y/sub/en/a.vtt"></video>',
  );
});

test('what an article says about HTML stays as it is', () => {
  const html = '<pre dir="ltr"><code>&lt;p data-unit="aa" href="b.html" srcset="x"&gt;</code></pre>';
  expect(prepareFeedHtml(html, 'en', 'en/a.html', 'https://x.y/')).toBe(html);
});
