import { expect, test } from 'vitest';
import { makeEdition } from '../content/testing/make-content.ts';
import { formatFeed, prepareFeedHtml } from './feed.ts';

const item = {
  edition: makeEdition('fa', 'گاه‌شمار', { title: 'A & <b>', date: '2026-05-03' }),
  path: 'fa/گاه‌شمار.html',
  twin: 'en/timeline.html',
  html: '<p data-unit="aa" id="aa">متن</p>',
  authors: ['دبیران'],
  topics: ['جنگ'],
};

test('direction and language on every block; nothing that only our pages use', () => {
  const html =
    '<p data-unit="aa" data-unit-state="stale">x <a class="b-stale" href="#changes-aa">!</a></p>' +
    '<blockquote><p dir="ltr">y</p></blockquote><table><tr><td>1</td></tr></table>' +
    '<img src="../_astro/a.webp" srcset="b.webp 2x" sizes="1px" alt="a > b">';
  expect(prepareFeedHtml(html, 'fa', 'fa/a.html', 'https://x.y/sub/')).toBe(
    '<p dir="rtl" lang="fa-AF">x</p>' +
      '<blockquote dir="rtl" lang="fa-AF"><p dir="ltr">y</p></blockquote>' +
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
  const edition = makeEdition('fa', 'x', {
    title: 'x',
    date: '2026-05-03',
    corrections: [{ date: '2026-05-04', text: 'نوشته بود C++.' }],
  });
  const feed = formatFeed('fa', [{ ...item, edition }], 'https://x.y/');
  expect(feed).toContain('&#60;span lang=&#34;en&#34; dir=&#34;ltr&#34;&#62;C++&#60;/span&#62;');
  expect(feed).not.toContain('bdi');
});

test('what an article says about HTML stays as it is', () => {
  const html = '<pre dir="ltr"><code>&lt;p data-unit="aa" href="b.html" srcset="x"&gt;</code></pre>';
  expect(prepareFeedHtml(html, 'en', 'en/a.html', 'https://x.y/')).toBe(html);
});

test('an item: title, link, date, people, topics, its twin and the whole text', () => {
  const feed = formatFeed('fa', [item], 'https://x.y/');
  // Foreign words keep their order: between U+2068 and U+2069.
  expect(feed).toContain('<title>\u2068A &#38; &#60;b&#62;\u2069</title>');
  expect(feed).toContain(`<link>https://x.y/fa/${encodeURIComponent('گاه‌شمار')}.html</link>`);
  expect(feed).toContain('<pubDate>Sun, 03 May 2026 07:30:00 GMT</pubDate>');
  expect(feed).toContain('<dc:creator>دبیران</dc:creator>');
  expect(feed).toContain('<category>جنگ</category>');
  // Readers take an alternate for the item's own address.
  expect(feed).not.toContain('rel="alternate"');
  expect(feed).toContain('<language>fa-af</language>');
  expect(feed).toContain('&#60;p dir=&#34;rtl&#34; lang=&#34;fa-AF&#34; id=&#34;aa&#34;&#62;متن');
});

test('the sound of the frontmatter is enclosed, by its whole address', () => {
  const sound = { path: '_beyt/media/a b.mp3', bytes: 12, type: 'audio/mpeg' };
  expect(formatFeed('fa', [{ ...item, sound }], 'https://x.y/')).toContain(
    '<enclosure url="https://x.y/_beyt/media/a%20b.mp3" length="12" type="audio/mpeg"/>',
  );
  expect(formatFeed('fa', [{ ...item, sound }], undefined)).not.toContain('enclosure');
  expect(formatFeed('fa', [item], 'https://x.y/')).not.toContain('enclosure');
});

test('without the address of the site no absolute ones are made up', () => {
  const feed = formatFeed('fa', [item], undefined);
  expect(feed).not.toMatch(/<link>https?:/);
  expect(feed).toContain('<guid isPermaLink="false">fa/گاه‌شمار.html</guid>');
});
