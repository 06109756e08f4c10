import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';
import { formatBook } from './format-book.ts';

const clean = (html: string) =>
  cleanText(
    html,
    'fa',
    (src) => (src === '../_beyt/a.webp' ? 'picture-1.jpg' : undefined),
    (href) => (href.startsWith('../') ? `https://example.org/${href.slice(3)}` : undefined),
  );

test.each([
  [
    'a passage links to its translation in the book',
    '<p id="ab" data-unit="ab">متن. <a class="twin" rel="alternate" hreflang="en" aria-label="انگلیسی" href="../en/x.html#ab"></a></p>',
    '<p id="ab">متن.\u00a0<a class="twin" href="en.xhtml#ab" lang="en" xml:lang="en" title="انگلیسی">EN</a></p>',
  ],
  [
    'half-lines keep their widths, and their link no space of its own',
    '<p class="b-beyt"><span class="b-misra" data-half="9">الف</span><br><span class="b-misra" data-half="9">ب</span> <a class="twin" href="x#u"></a></p>',
    '<p class="b-beyt"><span class="b-misra" data-half="9">الف</span><br/><span class="b-misra" data-half="9">ب</span> <a class="twin" href="en.xhtml#u" lang="en" xml:lang="en" title="">EN</a></p>',
  ],
  [
    'columns keep their side',
    '<table><tbody><tr><td data-align="right" data-long="">۱</td></tr></tbody></table>',
    '<table><tbody><tr><td data-align="right">۱</td></tr></tbody></table>',
  ],
  [
    'pictures of the book, and no others',
    '<img src="../_beyt/a.webp" srcset="x 2x" loading="lazy" alt="A &amp; B"><img src="gone.png" alt="">',
    '<img src="picture-1.jpg" alt="A &#38; B"/>',
  ],
  [
    'links to the site are whole, those that lead nowhere are words',
    '<a href="../fa/y.html#u">y</a> <a href="z">z</a> <a href="#u">u</a> <a href="https://a.example/">a</a>',
    '<a href="https://example.org/fa/y.html#u">y</a> z <a href="#u">u</a> <a href="https://a.example/">a</a>',
  ],
  [
    'drawings are kept, in their namespace',
    '<svg viewBox="0 0 9 9" role="img" onload="x()"><linearGradient id="g"></linearGradient><text x="1">۱</text><script>x</script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><linearGradient id="g"/><text x="1">۱</text></svg>',
  ],
  [
    'what needs scripts or plays is left out, what stands in for it stays',
    '<script>x</script><audio controls src="a.mp3"><a href="../a.mp3">Listen</a></audio><button>B</button><p hidden>H</p>',
    '<a href="https://example.org/a.mp3">Listen</a>',
  ],
  [
    'lists of things to do say which are done',
    '<ul><li><input type="checkbox" checked disabled> A</li><li><input disabled type="checkbox"> B</li></ul>',
    '<ul><li>☑ A</li><li>☐ B</li></ul>',
  ],
  [
    'a passage that is out of date says so',
    '<p id="ab">متن. <a class="b-stale" href="#changes-ab">انگلیسی <b>نو</b> شده</a></p>',
    '<p id="ab">متن. <small>(انگلیسی <b>نو</b> شده)</small></p>',
  ],
])('%s', (_, html, expected) => expect(clean(html)).toBe(expected));

test('every file of a book in XML is well-formed, whatever the texts hold', () => {
  const files = formatBook({
    id: 'a"b<c&d',
    chapters: [
      { lang: 'fa', title: '<«&»>', description: 'a & b', lines: ['"'], body: clean('<p>a<br>b & c') },
      { lang: 'en', title: 'T', description: '', lines: [], body: '<p>x</p>' },
    ],
    authors: ['A & B'],
    translators: ['C < D'],
    publisher: 'P',
    date: '2026-11-29',
    source: undefined,
    styles: '',
    files: [{ path: 'a.jpg', type: 'image/jpeg', bytes: '' }],
    cover: 'a.jpg',
    words: { en: { contents: 'Contents' }, fa: { contents: 'فهرست' } },
  });
  expect(files[0]).toEqual(['mimetype', 'application/epub+zip']);
  for (const [path, bytes] of files.filter(([path]) => /\.(?:xml|opf|xhtml)$/.test(path))) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => expect.fail(`${path}: ${error.message}`));
    parser.write(String(bytes)).close();
  }
});
