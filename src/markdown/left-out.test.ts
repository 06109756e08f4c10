import { expect, test } from 'vitest';
import { compileText } from './testing/compile-text.ts';
import { markHtml } from './testing/mark-html.ts';

const find = (text: string, lang: 'en' | 'fa' = 'en') =>
  compileText(text, 'mdx', lang).findings.map((f) => `${f.line - 3}:${f.column} ${f.name} ${f.message}`);
const lost = (at: string, component: string, limit: string, content: string) =>
  `${at} ContentLost Readers would not see ${content}: <${component}> ${limit}.`;

const pictures = 'holds pictures and Figures, and nothing else';
const gallery = (at: string, content: string) => lost(at, 'Gallery', pictures, content);
const title = 'takes its title from title="…" or from between its tags';

test.each([
  ['![one](a.png) words *beside* it', '3:15', '"words beside it"'],
  ['![one](a.png)\n\nA paragraph.', '5:1', '"A paragraph."'],
  ['![one](a.png)\n\n- an item\n- another', '5:1', '"an item another"'],
  ['![one](a.png)\n\n<Aside>\n\nA remark.\n\n</Aside>', '5:1', '"A remark."'],
  ['![one](a.png)\n\n<Video src="a.mp4" title="A film" />', '5:1', '<Video>'],
  ['![one](a.png)\n\n<Embed url="https://youtu.be/dQw4w9WgXcQ" title="A film" />', '5:1', '<Embed>'],
  ['![one](a.png) [![two](b.png) more](./b.mdx)', '3:15', '"more"'],
  ['![one](a.png)\n\n{[1, 2].length}', '5:1', '{[1, 2].length}'],
  ['- ![one](a.png)\n- ![two](b.png) two', '4:17', '"two"'],
  [`![one](a.png) ${'long '.repeat(20)}`, '3:15', `"${'long '.repeat(11)}long…"`],
])('a gallery of %j', (content, at, shown) => {
  expect(find(`<Gallery>\n\n${content}\n\n</Gallery>`)).toEqual([gallery(at, shown)]);
});

test('each piece that a gallery leaves out is named, also in an edition that computes something', () => {
  const text = '<Gallery>\n\n![one](a.png) one\n\nTwo\n\n- three\n\n</Gallery>\n\n{1 + 1}';
  expect(find(text)).toEqual([gallery('3:15', '"one"'), gallery('5:1', '"Two"'), gallery('7:1', '"three"')]);
});

test.each([
  '![one](a.png) ![two](b.png)\n![three](c.png)',
  '[![one](a.png)](./b.mdx)',
  "![one](a.png)\n\n---\n\n![two](b.png){' '}",
  '- ![one](a.png)\n- ![two](b.png)',
  '<Figure src="a.png" alt="one">\n\nA *caption*.\n\n</Figure>\n\n{/* a comment */}',
  '<figure><img src="a.png" alt="one" /><figcaption>A caption</figcaption></figure>',
])('a gallery shows all of %j', (content) => {
  expect(find(`<Gallery>\n\n${content}\n\n</Gallery>`)).toEqual([]);
});

test('a picture of a gallery keeps its link', () => {
  const { html, links } = compileText('<Gallery>\n\n[![one](a.png)](./b.mdx)\n\n</Gallery>');
  expect(links).toEqual(['./b.mdx']);
  expect(markHtml(html)).toMatch(/<a href="beyt:0"><span class="b-frame"[^>]*><img/);
});

test.each([
  [
    '<Figure src="a.png" alt="" caption="One">Two</Figure>',
    lost('1:42', 'Figure', 'takes its caption from caption="…" or from between its tags', '"Two"'),
  ],
  ['<Beyt a="سه" b="چهار">دو</Beyt>', lost('1:23', 'Beyt', 'takes its half-lines from a="…" and b="…"', '"دو"')],
  ['<Audio src="a.mp3" title="One">Two</Audio>', lost('1:32', 'Audio', title, '"Two"')],
  ['<Video src="a.mp4" title="One">\n\n**Two**\n\n</Video>', lost('3:1', 'Video', title, '"Two"')],
  ['<Embed url="https://youtu.be/dQw4w9WgXcQ" title="One">Two</Embed>', lost('1:55', 'Embed', title, '"Two"')],
  ['<hr>Two</hr>', lost('1:5', 'hr', 'holds nothing between its tags', '"Two"')],
])('%s', (text, finding) => {
  expect(find(text)).toEqual([finding]);
});

test.each([
  '<Figure src="a.png" alt="">A *caption*</Figure>',
  '<Audio src="a.mp3">A **title**</Audio>',
  '<Aside title="A">\n\nWords {1 + 1}\n\n<Quote by="B">\n\n- an item\n\n</Quote>\n\n</Aside>',
  '<Aside><b>words <div>a block</div></b></Aside>',
  '<Poem by="C">\n  <Beyt a="D" b="E" />\n  Words\n</Poem>',
  'A <Term name="Taliban">**of** {1 + 1}</Term>',
  '<Beyt a="D" b="E">\n\n{/* a comment */}\n\n</Beyt>',
])('%s leaves nothing out', (text) => {
  expect(find(text)).toEqual([]);
});
