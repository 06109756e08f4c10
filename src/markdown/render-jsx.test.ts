import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from '../base/escape-html.ts';
import { parseGlossary } from '../content/glossary.ts';
import { compileEdition } from '../works/compile.ts';
import { markHtml } from './testing/mark-html.ts';

const { glossary } = parseGlossary('', 'g');
const render = (text: string) => markHtml(compileEdition(`---\ntitle: x\n---\n${text}`, 'a.mdx', 'en', glossary).html);

test('expressions come out as text, lists and nothing', () => {
  expect(render('Sum {1 + 1}, {"<b>"}, {[1, 2].map((n) => n * 2)}, {null}{false}{undefined}.')).toContain(
    'Sum 2, &lt;b&gt;, 24, .',
  );
});

test('attributes as React and as HTML name them', () => {
  const html = render(
    `<div className="a" style={{ fontSize: "2em", color: "red" }} hidden title={'x "1"'}>\n\nIn.\n\n</div>`,
  );
  expect(html).toMatch(/<div class="a" style="font-size:2em;color:red" hidden title="x &quot;1&quot;">/);
});

test('void elements, fragments and functions of the author', () => {
  expect(
    render('export const Twice = ({ children }) => <>{children}{children}</>;\n\na <Twice><em>b</em></Twice> <br />'),
  ).toContain('a <em>b</em><em>b</em> <br>');
});

test('escaped text reads back as it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"]/);
      const back = escaped
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      expect(back).toBe(text);
    }),
  );
});
