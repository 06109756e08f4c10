import { expect, test, vi } from 'vitest';
import { compileText } from './testing/compile-text.ts';
import { markHtml } from './testing/mark-html.ts';

// An expression has Sätteri compile the text.
test.each([
  ['a component between components', '<Aside>\n\n<Term name="Taliban">{1 + 1}</Term>\n\n</Aside>', '>2<'],
  ['inline ones', '<Aside>words <Quote>a <div>b {1 + 1}</div></Quote></Aside>', '>b 2'],
  ['formatting around one', '<Aside>\n\n<b>\n\n<Aside>in {1 + 1}</Aside>\n\n</b>\n\n</Aside>', '>in 2'],
  [
    'a gallery of other things',
    '<Gallery>\n\n![a](a.png)\n\n<Aside>in</Aside>\n\n- an item\n\n</Gallery>\n\n{1 + 1}',
    '',
  ],
])('%s: nothing is left unexpanded, and nothing is printed', (_, text, shown) => {
  const print = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { findings, html } = compileText(text);
  expect(print.mock.calls).toEqual([]);
  print.mockRestore();
  expect(findings.filter(({ name }) => name === 'ExpressionFailed')).toEqual([]);
  expect(markHtml(html)).toContain(shown);
});
