import { expect, test } from 'vitest';
import { readEnvironment } from './site.ts';

test.each([
  [{}, undefined],
  [{ SITE_URL: ' ' }, undefined],
  [{ SITE_URL: 'https://news.example.org' }, 'https://news.example.org/'],
  [{ SITE_URL: 'https://example.org/herat//' }, 'https://example.org/herat/'],
])('the public address that %j means', (env, address) => expect(readEnvironment(env).siteUrl).toBe(address));

test('the instant of a build is that of SOURCE_DATE_EPOCH', () =>
  expect(readEnvironment({ SOURCE_DATE_EPOCH: '1767225600' }).now.toISOString()).toBe('2026-01-01T00:00:00.000Z'));

test.each([
  { SITE_URL: 'news.example.org' },
  { SITE_URL: 'https://news.example.org/?page=1' },
  { SOURCE_DATE_EPOCH: '2026-01-01' },
  { SOURCE_DATE_EPOCH: '-1' },
])('a variable that holds what it cannot is named with what to set it to: %j', (env) =>
  expect(() => readEnvironment(env)).toThrow(/^(?:SITE_URL|SOURCE_DATE_EPOCH) is "[^"]+".* set it to /),
);
