import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

/** Bytes as `iconv` writes them. */
test.each([
  ['UTF-8 with a mark', 'efbbbf41', 'utf-8', false],
  ['UTF-16 of Windows', 'fffe4100', 'utf-16le', false],
  ['UTF-16 of networks', 'feff0041', 'utf-16be', false],
  // «سلام دنيا» with the ي of its keyboard.
  ['Persian of Windows', 'd3e1c7e320cfe4edc7', 'windows-1256', true],
  // “It’s” said Mina to us all.
  [
    'English of Windows',
    `93497492739420${Buffer.from('said Mina to all of us there, and then she went').toString('hex')}`,
    'windows-1252',
    true,
  ],
] as const)('%s', (_, hex, encoding, isGuessed) => {
  const decoded = decodeText(Buffer.from(hex, 'hex'));
  expect([decoded?.encoding, decoded?.isGuessed]).toEqual([encoding, isGuessed]);
});

test('letters of old encodings', () => {
  expect(decodeText(Buffer.from('d3e1c7e320cfe4edc7', 'hex'))?.text).toBe('سلام دنيا');
  expect(decodeText(Buffer.from('fffe7e063106', 'hex'))?.text).toBe('پر');
});

test('a page says its encoding itself', () => {
  const page = Buffer.concat([Buffer.from('<meta charset="windows-1256"><p>'), Buffer.from('81d1', 'hex')]);
  expect(decodeText(page)).toEqual({
    text: '<meta charset="windows-1256"><p>پر',
    encoding: 'windows-1256',
    isGuessed: false,
  });
});

test.each([
  ['Russian in KOI8', 'f0d2c9d7c5d42c20cdc9d221'],
  ['bytes of a program', '00010203'],
])('%s is not read', (_, hex) => expect(decodeText(Buffer.from(hex, 'hex'))).toBeUndefined());
