import { expect, test } from 'vitest';
import type { Incoming } from '../incoming.ts';
import { chooseAliases } from './choose-aliases.ts';

const text = (key: string, lang: 'en' | 'fa', ...aliases: string[]) => ({ key, lang, aliases }) as unknown as Incoming;

test('an old address leads to one text, and never takes the place of a page', () => {
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
  );
  expect(chosen.get('a')).toEqual({ aliases: ['/?p=1', 'old'], taken: ['/en/', 'b-now'] });
  expect(chosen.get('b')).toEqual({ aliases: ['/2019/05/b/'], taken: ['/?p=1', 'old'] });
  expect(chosen.get('c')).toEqual({ aliases: ['old', '/about'], taken: ['/fa/', '/en/here.html'] });
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
  );
  expect([...chosen.values()].map(({ aliases }) => aliases)).toEqual([['old'], ['old']]);
});
