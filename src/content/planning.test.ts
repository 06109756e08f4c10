import { expect, test } from 'vitest';
import { describePlan, expiryOf, planWorks, releaseOf } from './planning.ts';
import { makeEdition } from './testing/make-content.ts';
import { assembleWorks } from './work.ts';

const zone = 'Asia/Kabul';

test.each([
  [{ date: '2026-12-01' }, '2026-11-30T19:30:00.000Z'],
  [{ date: '2026-11-01', publish: '2026-12-01T08:00+04:30' }, '2026-12-01T03:30:00.000Z'],
  [{ date: '2026-12-05', publish: '2026-12-01' }, '2026-12-04T19:30:00.000Z'],
  [{ date: '2026-12-01T08:00' }, '2026-12-01T03:30:00.000Z'],
])('published %j', (fields, instant) => {
  expect(releaseOf(makeEdition('en', 'a', fields).frontmatter, zone)?.toISOString()).toBe(instant);
});

test('a page without a date is published at once', () => {
  expect(releaseOf(makeEdition('en', 'about', { kind: 'page', date: '' }).frontmatter, zone)).toBeUndefined();
});

test.each([
  ['2026-12-01', '2026-12-01T19:30:00.000Z'],
  ['2026-12-31', '2026-12-31T19:30:00.000Z'],
  ['2026-12-01T08:00', '2026-12-01T03:30:00.000Z'],
])('expires %s', (expires, instant) => {
  expect(expiryOf(makeEdition('en', 'a', { expires }).frontmatter, zone)?.toISOString()).toBe(instant);
});

const { works } = assembleWorks([
  makeEdition('en', 'now', { date: '2026-11-01' }),
  makeEdition('fa', 'now', { date: '2026-11-01', publish: '2026-12-02' }),
  makeEdition('en', 'later', { date: '2026-12-01' }),
  makeEdition('en', 'draft', { date: '2027-01-01', draft: true }),
  makeEdition('en', 'gone', { date: '2026-11-01', expires: '2026-11-20' }),
  makeEdition('en', 'going', { date: '2026-11-01', expires: '2026-11-29' }),
]);
const show = (now: string) => {
  const plan = planWorks(works, new Date(now), zone);
  return {
    shown: plan.published.map(({ name, editions }) => `${name} ${Object.keys(editions)}`),
    next: plan.nextBuild?.toISOString(),
    plan,
  };
};

test('what is shown at an instant, and when the next build is due', () => {
  expect(show('2026-11-29T05:00Z')).toMatchObject({
    shown: ['going en', 'now en'],
    next: '2026-11-29T19:30:00.000Z',
  });
  expect(show('2026-11-30T19:29:59Z').shown).toEqual(['now en']);
  expect(show('2026-11-30T19:30:00Z').shown).toEqual(['later en', 'now en']);
  expect(show('2026-12-03T00:00Z')).toMatchObject({ shown: ['later en', 'now en,fa'], next: undefined });
});

test('the build says what waits, the nearest first', () => {
  expect(describePlan(show('2026-11-29T05:00Z').plan)).toEqual([
    'content/en/later.mdx waits until 2026-11-30T19:30Z.',
    'content/fa/now.mdx waits until 2026-12-01T19:30Z.',
    'The next build is due at 2026-11-29T19:30Z.',
  ]);
  expect(describePlan(show('2027-01-01').plan)).toEqual([]);
});
