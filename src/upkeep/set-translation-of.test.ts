import { expect, test } from 'vitest';
import { setTranslationOf } from './set-translation-of.ts';

test.each([
  ['none so far', '---\ntitle: T\n---\n\nText.\n', '---\ntitle: T\ntranslationOf: "new"\n---\n\nText.\n'],
  ['Windows line ends', '---\r\ntitle: T\r\n---\r\nText', '---\r\ntitle: T\r\ntranslationOf: "new"\r\n---\r\nText'],
  [
    'another one',
    '---\ntranslationOf: سقوط # x\ntitle: T\n---\nText.\n',
    '---\ntranslationOf: "new" # x\ntitle: T\n---\nText.\n',
  ],
  ['one in quotation marks', "---\ntranslationOf: 'old'\n---\n", '---\ntranslationOf: "new"\n---\n'],
])('%s', (_, source, expected) => {
  expect(setTranslationOf(source, 'new')).toBe(expected);
});
