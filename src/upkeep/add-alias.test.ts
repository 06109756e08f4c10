import { expect, test } from 'vitest';
import { addAlias } from './add-alias.ts';

test.each([
  ['no aliases', '---\ntitle: T\n---\n\nText.\n', '---\ntitle: T\naliases: ["old"]\n---\n\nText.\n'],
  ['Windows line ends', '---\r\ntitle: T\r\n---\r\nText', '---\r\ntitle: T\r\naliases: ["old"]\r\n---\r\nText'],
  [
    'a list in brackets',
    "---\naliases: ['a', b] # x\ntitle: T\n---\n",
    '---\naliases: [\'a\', b, "old"] # x\ntitle: T\n---\n',
  ],
  ['an empty list', '---\naliases: []\n---\n', '---\naliases: ["old"]\n---\n'],
  ['one alias', '---\naliases: a-b # x\ntitle: T\n---\n', '---\naliases: [a-b, "old"] # x\ntitle: T\n---\n'],
  [
    'a list of lines',
    '---\naliases:\n  - a # x\n  - "b"\ntitle: T\n---\n',
    '---\naliases:\n  - a # x\n  - "b"\n  - "old"\ntitle: T\n---\n',
  ],
  ['a list that is not indented', '---\naliases:\n- a\n---\n', '---\naliases:\n- a\n- "old"\n---\n'],
])('%s', (_, source, expected) => {
  expect(addAlias(source, 'old')).toBe(expected);
});
