import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapTags } from './html-tags.ts';
import { escapeXml } from './xml.ts';

test('XML holds only what XML allows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!#\d+;)|[\ufffe\uffff]|(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])/u);
    }),
  );
  expect(escapeXml('می\u200cرود & <b>\u0000😀')).toBe('می\u200cرود &#38; &#60;b&#62;😀');
});

test('only opening tags are changed, whatever attributes hold', () => {
  expect(mapTags('a < b <p title="x > y">&lt;p&gt;</p><br/>', (tag) => `[${tag.length}]`)).toBe(
    'a < b [17]&lt;p&gt;</p>[5]',
  );
});
