import { expect, it, test } from 'vitest';
import { childrenOf, parseXml } from '../../tests/support/parse-xml.ts';
import { findPodcastFaults } from '../../tests/support/podcast-faults.ts';
import { makeEdition } from '../content/testing/make-content.ts';
import { readSettings } from '../settings/read-settings.ts';
import { formatPodcast, toSeconds } from './podcast.ts';

const readOwn = (podcast: object) => {
  const names = { name: { en: 'Herat & us', fa: 'هرات' }, tagline: { en: 'Reports', fa: 'گزارش‌ها' } };
  const { settings, findings } = readSettings({ ...names, podcast }, () => ({ file: 'x', line: 1, column: 1 }));
  expect(findings).toEqual([]);
  return settings;
};

const bridge = {
  edition: makeEdition('fa', 'پل', {
    title: 'پل <هری‌رود>',
    description: 'الف و ب',
    date: '2026-05-03',
    audio: { file: './bridge.mp3', duration: '1:02:03' },
  }),
  path: 'fa/پل.html',
  authors: ['زهرا', 'احمد'],
  file: { path: '_beyt/media/bridge.0123456789.mp3', bytes: 5_242_880, type: 'audio/mpeg' },
};
const walk = {
  edition: makeEdition('fa', 'walk', { date: '2026-04-01', audio: { file: '/audio/walk one.m4a', title: 'پیاده‌روی' } }),
  path: 'fa/walk.html',
  authors: [],
  file: { path: 'audio/walk one.m4a', bytes: 12, type: 'audio/x-m4a' },
};
const options = { siteUrl: 'https://x.y/sub/', settings: readOwn({}), image: '_beyt/media/podcast.png' };

test('has all that RSS 2.0 and Apple Podcasts require', () => {
  expect(findPodcastFaults(formatPodcast('fa', [bridge, walk], options))).toEqual([]);
});

test('an episode, as it is written', () => {
  const feed = formatPodcast('fa', [bridge], options);
  expect(/<item>.*<\/item>/s.exec(feed)![0]).toBe(`<item>
<title>پل &#60;هری‌رود&#62;</title>
<link>https://x.y/sub/fa/%D9%BE%D9%84.html</link>
<guid isPermaLink="true">https://x.y/sub/fa/%D9%BE%D9%84.html</guid>
<pubDate>Sun, 03 May 2026 07:30:00 GMT</pubDate>
<description>الف و ب</description>
<enclosure url="https://x.y/sub/_beyt/media/bridge.0123456789.mp3" length="5242880" type="audio/mpeg"/>
<itunes:duration>3723</itunes:duration>
<itunes:author>زهرا، احمد</itunes:author>
<itunes:explicit>false</itunes:explicit>
</item>`);
});

test('sound may have a title of its own, and a space in its address', () => {
  const [item] = childrenOf(childrenOf(parseXml(formatPodcast('fa', [walk], options)), 'channel')[0]!, 'item');
  expect(childrenOf(item!, 'title')[0]!.text).toBe('پیاده‌روی');
  expect(childrenOf(item!, 'enclosure')[0]!.attributes.url).toBe('https://x.y/sub/audio/walk%20one.m4a');
  expect(childrenOf(item!, 'itunes:duration')).toEqual([]);
});

test('says of itself what the settings say, else what the publication is', () => {
  const read = (settings: ReturnType<typeof readOwn>) => {
    const feed = formatPodcast('en', [bridge], { ...options, settings });
    const [channel] = childrenOf(parseXml(feed), 'channel');
    return (name: string) => childrenOf(channel!, name)[0];
  };
  const plain = read(readOwn({}));
  expect(plain('title')!.text).toBe('Herat & us');
  expect(plain('description')!.text).toBe('Reports');
  expect(plain('language')!.text).toBe('en');
  expect(plain('itunes:category')!.attributes.text).toBe('News');
  expect(plain('itunes:owner')).toBeUndefined();
  const own = read(
    readOwn({
      title: { en: 'Heard', fa: 'شنیده' },
      category: 'Society & Culture',
      explicit: true,
      email: 'a@example.org',
    }),
  );
  expect(own('title')!.text).toBe('Heard');
  expect(own('itunes:category')!.attributes.text).toBe('Society & Culture');
  expect(own('itunes:explicit')!.text).toBe('true');
  expect(childrenOf(own('itunes:owner')!, 'itunes:email')[0]!.text).toBe('a@example.org');
});

it.each([
  ['0:45', 45],
  ['12:34', 754],
  ['1:02:03', 3723],
  ['10:00:00', 36000],
])('%s is %i seconds', (duration, seconds) => expect(toSeconds(duration)).toBe(seconds));
