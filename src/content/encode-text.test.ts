import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from './encode-text.ts';

test('any text comes out as UTF-8, half characters too', () => {
  const texts = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(texts, (text) => {
      expect(Buffer.from(encodeText(text))).toEqual(Buffer.from(text));
    }),
  );
  expect(Buffer.from(encodeText('پ\ud800a'))).toEqual(Buffer.from('پ\ufffda'));
});
