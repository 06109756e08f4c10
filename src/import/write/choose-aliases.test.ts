import { expect, test } from 'vitest';
import type { Incoming } from '../incoming.ts';
import { chooseAliases } from './choose-aliases.ts';

const text = (key: string, lang: 'en' | 'fa', ...aliases: string[]) =>
  ({ key, lang, title: key, aliases }) as unknown as Incoming;

test('an old address goes to one text, and never takes the place of a page', () => {
  const chosen = chooseAliases(
    [
      // The front pages of a site in two languages, a name that is free, and one that the next text has now.
      text('a', 'en', '/en/', '/?p=1', 'old', 'b-now'),
      text('b', 'en', '/2019/05/b/', '/?p=1', 'old'),
      text('c', 'fa', '/fa/', 'old', '/about', '/en/here.html'),
    ],
    new Map([
      ['a', 'a-now'],
      ['b', 'b-now'],
      ['c', 'c-now'],
    ]),
    new Map([
      ['b', 'c'],
      ['c', 'b'],
    ]),
    ['en/index.html', 'fa/index.html', 'en/here.html'],
    new Map(),
  );
  const page = 'the address of a page today';
  expect(chosen.get('a')).toEqual({
    aliases: ['/?p=1', 'old'],
    taken: [
      { address: '/en/', taken: page },
      { address: 'b-now', taken: page },
    ],
  });
  expect(chosen.get('b')).toEqual({
    aliases: ['/2019/05/b/'],
    taken: [
      { address: '/?p=1', taken: 'an alias of "a" already' },
      { address: 'old', taken: 'an alias of "a" already' },
    ],
  });
  expect(chosen.get('c')).toEqual({
    aliases: ['old', '/about'],
    taken: [
      { address: '/fa/', taken: page },
      { address: '/en/here.html', taken: page },
    ],
  });
});

test('both texts of a work may have had one name', () => {
  const chosen = chooseAliases(
    [text('a', 'en', 'old', 'now'), text('b', 'fa', 'old')],
    new Map([
      ['a', 'now'],
      ['b', 'now'],
    ]),
    new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]),
    [],
    new Map(),
  );
  expect([...chosen.values()].map(({ aliases }) => aliases)).toEqual([['old'], ['old']]);
});

test('an old address that another edition claims stays with it', () => {
  const chosen = chooseAliases(
    [text('a', 'en', '/?p=21', '/2020/01/a/')],
    new Map([['a', 'a-now']]),
    new Map(),
    [],
    new Map([
      ['/?p=21', 'an alias of content/en/first.mdx'],
      ['2020/01/a/index.html', 'a redirect of the settings'],
    ]),
  );
  expect(chosen.get('a')).toEqual({
    aliases: [],
    taken: [
      { address: '/?p=21', taken: 'an alias of content/en/first.mdx already' },
      { address: '/2020/01/a/', taken: 'a redirect of the settings already' },
    ],
  });
});
