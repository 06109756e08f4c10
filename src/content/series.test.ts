import { expect, test } from 'vitest';
import { correctionsOf, listCorrections } from './corrections.ts';
import { findLead, listByDate } from './list.ts';
import type { Content } from './load.ts';
import { readNext } from './read-next.ts';
import { listSection } from './sections.ts';
import { findSeriesPlace, listParts } from './series.ts';
import { makeContent, makeEdition } from './testing/make-content.ts';

const both = (text: string) => ({ en: text, fa: text });
const content: Content = {
  ...makeContent(
    makeEdition('en', 'one', { series: 'west', part: 1, date: '2026-03-01', title: 'The road', topics: ['war'] }),
    makeEdition('en', 'two', { series: 'west', part: 2, date: '2026-01-01', title: 'The border', topics: ['war'] }),
    makeEdition('fa', 'two', { date: '2026-01-01' }),
    makeEdition('en', 'later', { series: 'west', date: '2026-05-01', title: 'An afterword', topics: ['war'] }),
    makeEdition('en', 'sooner', { series: 'west', date: '2026-04-01', title: 'An interview' }),
    makeEdition('en', 'rain', { title: 'Rain on the border', date: '2026-02-01', section: 'weather', pinned: true }),
    makeEdition('en', 'snow', { title: 'Snow', date: '2026-02-02', section: 'weather' }),
    makeEdition('en', 'about', { kind: 'page', date: '', title: 'The border' }),
  ),
  series: new Map([['west', { title: both('The west') }]]),
  sections: new Map([['weather', { name: both('Weather'), lead: 'rain' }]]),
};
const edition = (slug: string, lang: 'en' | 'fa' = 'en') =>
  content.works.find(({ editions }) => editions[lang]?.slug === slug)!.editions[lang]!;
const slugs = (editions: readonly { slug: string }[]) => editions.map(({ slug }) => slug);

test('parts by their numbers, then those without one by date', () => {
  expect(slugs(listParts(content, 'west', 'en'))).toEqual(['one', 'two', 'sooner', 'later']);
  expect(findSeriesPlace(content, edition('two'))).toMatchObject({
    id: 'west',
    part: 2,
    of: 4,
    previous: { slug: 'one' },
    next: { slug: 'sooner' },
  });
  expect(findSeriesPlace(content, edition('one'))?.previous).toBeUndefined();
  expect(findSeriesPlace(content, edition('rain'))).toBeUndefined();
});

test('what one edition says of the work holds for the other', () => {
  expect(edition('two', 'fa').frontmatter).toMatchObject({ series: 'west', part: 2 });
  expect(findSeriesPlace(content, edition('two', 'fa'))).toMatchObject({ part: 1, of: 1 });
});

test('pages are in no list, and the pinned work leads', () => {
  expect(slugs(listByDate(content, 'en'))).not.toContain('about');
  expect(findLead(content, 'en')?.slug).toBe('rain');
  expect(findLead(content, 'fa')?.slug).toBe('two');
  expect(slugs(listSection(content, 'weather', 'en'))).toEqual(['rain', 'snow']);
});

test('read next: the next part, then topics, then words', () => {
  expect(slugs(readNext(content, edition('one')))).toEqual(['two', 'sooner', 'later']);
  expect(slugs(readNext(content, edition('two'), 2))).toEqual(['sooner', 'later']);
  expect(slugs(readNext(content, edition('snow'), 1))).toEqual(['rain']);
  expect(slugs(readNext(content, edition('two', 'fa')))).toEqual([]);
});

test('corrections, newest first', () => {
  const a = makeEdition('en', 'a', {
    corrections: [
      { date: '2026-01-01', text: 'first' },
      { date: '2026-03-01', text: 'third' },
    ],
  });
  const b = makeEdition('en', 'b', { corrections: [{ date: '2026-02-01', text: 'second' }] });
  expect(correctionsOf(a).map(({ text }) => text)).toEqual(['third', 'first']);
  expect(listCorrections(makeContent(a, b), 'en').map(({ text, edition }) => `${edition.slug} ${text}`)).toEqual([
    'a third',
    'b second',
    'a first',
  ]);
  expect(listCorrections(makeContent(a, b), 'fa')).toEqual([]);
});
