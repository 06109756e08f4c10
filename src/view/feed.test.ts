import { expect, test } from 'vitest';
import { makeEdition } from '../content/testing/make-content.ts';
import { formatFeed } from './feed.ts';

const item = {
  edition: makeEdition('fa', 'گاه‌شمار', { title: 'A & <b>', date: '2026-05-03' }),
  path: 'fa/گاه‌شمار.html',
  twin: 'en/timeline.html',
  html: '<p data-unit="aa" id="aa">متن</p>',
  authors: ['دبیران'],
  topics: ['جنگ'],
};

test('foreign words of corrections keep their order in readers that drop <bdi>', () => {
  const edition = makeEdition('fa', 'x', {
    title: 'x',
    date: '2026-05-03',
    corrections: [{ date: '2026-05-04', text: 'نوشته بود C++.' }],
  });
  const feed = formatFeed('fa', [{ ...item, edition }], 'https://x.y/');
  expect(feed).toContain('&#60;span lang=&#34;en&#34; dir=&#34;ltr&#34;&#62;C++&#60;/span&#62;');
  expect(feed).not.toContain('bdi');
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
