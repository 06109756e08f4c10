import { expect, test } from 'vitest';
import { makeContent, makeEdition } from '../content/testing/make-content.ts';
import { arrangeFront } from './front.ts';

const cover = { src: './a.png', alt: 'A' };
const story = (n: number, fields = {}) => makeEdition('en', `s${n}`, { date: `2026-05-0${n}`, ...fields });
const slugs = (editions: readonly { slug: string }[]) => editions.map(({ slug }) => slug);

test('the pinned work leads; the others follow, newest first, an even number of them below', () => {
  const content = makeContent(
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => story(n, n === 2 ? { pinned: true, cover } : {})),
  );
  const front = arrangeFront(content, 'en', { size: 8, sections: [] });
  expect(front.lead?.slug).toBe('s2');
  expect(slugs(front.beside)).toEqual(['s9', 's8', 's7']);
  expect(slugs(front.below)).toEqual(['s6', 's5', 's4', 's3']);
});

test('a lead without a picture is low: fewer works are beside it', () => {
  const content = makeContent(...[1, 2, 3, 4, 5].map((n) => story(n)));
  const front = arrangeFront(content, 'en', { size: 9, sections: [] });
  expect([front.lead?.slug, slugs(front.beside), slugs(front.below)]).toEqual(['s5', ['s4', 's3'], ['s2', 's1']]);
});

test('a section shows what is not above already; one with nothing left, or unknown, is not there', () => {
  const name = { en: 'N', fa: 'N' };
  const content = {
    ...makeContent(...[1, 2, 3].map((n) => story(n, { section: n === 3 ? 'new' : 'old' }))),
    sections: new Map([
      ['new', { name }],
      ['old', { name }],
    ]),
  };
  const front = arrangeFront(content, 'en', { size: 1, sections: ['new', 'old', 'other'] });
  expect(front.sections.map(({ label, editions }) => [label.id, slugs(editions)])).toEqual([['old', ['s2', 's1']]]);
});
