import { expect, test } from 'vitest';
import type { Lang } from '../../markdown/block.ts';
import { convertTree, parseHtml } from './convert-html.ts';
import { startRepairs } from './repair-text.ts';
import type { Note } from './surroundings.ts';
import { writeMdx } from './write-mdx.ts';

function convert(html: string, lang: Lang = 'en'): { mdx: string; notes: Note[] } {
  const notes: Note[] = [];
  const article = convertTree(parseHtml(html), {
    lang,
    title: 'The bridge',
    embeds: ['youtube', 'x', 'www.aparat.com'],
    findLink: (href) => ({ kind: href.startsWith('/gone') ? 'missing' : 'elsewhere', href }),
    findMedia: (src) => (src.startsWith('gone') ? { kind: 'missing', href: src } : { kind: 'here', href: `./${src}` }),
    note: (note) => notes.push(note),
    repairs: startRepairs(),
  });
  return { mdx: writeMdx(article).trim(), notes };
}

test.each([
  ['wrappers are opened', '<div class="elementor"><section><p>One</p>Two</section></div>', 'One\n\nTwo'],
  ['signs of MDX are escaped', '<p>{a} < b</p>', '\\{a} \\< b'],
  ['two line breaks are two paragraphs', '<p>One<br><br>Two<br>Three</p>', 'One\n\nTwo\\\nThree'],
  ['spaces stay outside of emphasis', '<p>a <b>bold </b>text</p>', 'a **bold** text'],
  ['bold that is not bold', '<p><b style="font-weight:normal">plain</b></p>', 'plain'],
  ['bold by style', '<p>a <span style="font-weight:700">bold</span></p>', 'a **bold**'],
  ['styles by class', '<style>.c1{color:red}.c2{font-style:italic}</style><p><span class="c2">it</span></p>', '*it*'],
  ['a bold heading is a heading', '<h2><strong>Head</strong></h2>', '## Head'],
  ['a first-level heading goes below the title', '<h1>Head</h1><h2>Next</h2>', '## Head\n\n### Next'],
  [
    'a file to download, shown by its name and by a button',
    '<div class="wp-block-file"><a href="r.pdf">Report</a><a href="r.pdf" class="wp-block-file__button">Download</a></div><div class="wp-block-file"><a href="s.pdf" class="wp-block-file__button">Get it</a></div>',
    '[Report](./r.pdf)\n\n[Get it](./s.pdf)',
  ],
  ['no-break spaces', '<p>10&nbsp;km</p>', '10 km'],
  ['raised and lowered', '<p>H<sub>2</sub>O</p>', 'H<sub>2</sub>O'],
  [
    'a picture with its caption',
    '<figure><img src="a.jpg" alt="A"><figcaption>Cap</figcaption></figure>',
    '<Figure src="./a.jpg" alt="A">\n  Cap\n</Figure>',
  ],
  ['a picture linked to itself', '<p><a href="a.jpg"><img src="a.jpg" alt="A"></a></p>', '![A](./a.jpg)'],
  ['a player', '<video src="v.mp4" title="T"></video>', '<Video src="./v.mp4" title="T" />'],
  ['sound in a player of films', '<video src="v.mp3" title="T"></video>', '<Audio src="./v.mp3" title="T" />'],
  [
    'a frame',
    '<iframe src="//www.youtube.com/embed/abcdefghijk"></iframe>',
    '<Embed url="https://www.youtube.com/watch?v=abcdefghijk" title="The bridge" />',
  ],
  [
    'a frame with a title of its own, and one with that of every player',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="Our film"></iframe><iframe src="https://www.youtube.com/embed/abcdefghijl" title="YouTube video player"></iframe>',
    '<Embed url="https://www.youtube.com/watch?v=abcdefghijk" title="Our film" />\n\n<Embed url="https://www.youtube.com/watch?v=abcdefghijl" title="The bridge" />',
  ],
  [
    'two embeds without titles can be told apart',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><iframe src="https://www.youtube.com/embed/abcdefghijl"></iframe>',
    '<Embed url="https://www.youtube.com/watch?v=abcdefghijk" title="The bridge" />\n\n<Embed url="https://www.youtube.com/watch?v=abcdefghijl" title="The bridge (2)" />',
  ],
  [
    'the caption of an embed is its title',
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://www.aparat.com/v/abc12\n</div><figcaption>The <b>north</b> gate</figcaption></figure>',
    '<Embed url="https://www.aparat.com/video/video/embed/videohash/abc12/vt/frame" title="The north gate" />',
  ],
  [
    'a caption with a link stays below',
    '<figure><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><figcaption>By <a href="https://a.example/">A</a></figcaption></figure>',
    '<Embed url="https://www.youtube.com/watch?v=abcdefghijk" title="The bridge" />\n\nBy [A](https://a.example/)',
  ],
  ['who said it', '<blockquote><p>Said</p><cite>Me</cite></blockquote>', '<Quote by="Me">\n  Said\n</Quote>'],
  ['a link to a heading', '<h2 id="x">The head</h2><p><a href="#x">up</a></p>', '## The head\n\n[up](#the-head)'],
  ['a paragraph in the other language', '<p dir="rtl">متن فارسی</p>', '<div lang="fa" dir="rtl">\n  متن فارسی\n</div>'],
  [
    'a quotation in the other language that says no direction',
    '<blockquote><p>بنی آدم اعضای یک پیکرند که در آفرینش</p></blockquote><p>The word کتاب</p>',
    '> <div lang="fa" dir="rtl">\n>   بنی آدم اعضای یک پیکرند که در آفرینش\n> </div>\n\nThe word کتاب',
  ],
  ['a direction that nothing needs', '<p dir="rtl">Plain English</p>', 'Plain English'],
])('%s', (_, html, mdx) => expect(convert(html).mdx).toBe(mdx));

test('notes as Word, Google Docs and pages write them', () => {
  const word =
    '<p>Text<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol><li id="footnote-1"><p>Note <a href="#footnote-ref-1">↑</a></p></li></ol>';
  const google =
    '<p>Text<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Note</p></div>';
  const page =
    '<p>Text<a name="_ftnref1" href="#_ftn1">[1]</a></p><p><a name="_ftn1" href="#_ftnref1">[1]</a> Note</p>';
  for (const html of [word, google, page]) expect(convert(html).mdx).toBe('Text[^1]\n\n[^1]: Note');
});

test('what is missing is named, and no link or picture goes to it', () => {
  const { mdx, notes } = convert('<p>See <a href="/gone/">this</a></p><img src="gone.jpg" alt="G">');
  expect(mdx).toBe('See this\n\n{/* Missing: gone.jpg */}');
  expect(notes.map(({ name }) => name)).toEqual(['ImportLinkUnknown', 'ImportMediaMissing']);
});

test('what the settings do not allow, and what cannot be shown, becomes a link, and is reported', () => {
  const facebook = 'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1';
  const { mdx, notes } = convert(
    `<iframe src="${facebook}"></iframe><beyt-oembed>https://wordpress.tv/2020/01/01/talk/</beyt-oembed><p><iframe src="https://vimeo.com/123"></iframe></p>`,
  );
  expect(mdx).toBe(
    '[Facebook: The bridge](https://www.facebook.com/a/posts/1)\n\n[wordpress.tv: The bridge](https://wordpress.tv/2020/01/01/talk/)\n\n[Vimeo: The bridge](https://vimeo.com/123)',
  );
  expect(notes.map(({ name, params }) => [name, params.host])).toEqual([
    ['ImportEmbedForbidden', 'www.facebook.com'],
    ['ImportEmbedImpossible', undefined],
    ['ImportEmbedForbidden', 'vimeo'],
  ]);
});

test('a post of X that is quoted keeps its words', () => {
  const tweet = (href: string) =>
    `<blockquote class="twitter-tweet"><p>${'A long post. '.repeat(12)}</p>— Me <a href="${href}">May 1</a></blockquote>`;
  expect(convert(tweet('https://twitter.com/me/status/123')).mdx).toContain(`title="${'A long post. '.repeat(12)}— Me`);
  expect(convert(tweet('https://twitter.com/me')).mdx).toMatch(/^> A long post\..*\n>\n> — Me \[May 1\]/s);
});

test('Persian: letters and digits of an Arabic keyboard, half-spaces, direction marks', () => {
  expect(convert('<p>كتاب\u200fهاي می\u200cروند ٢٠¬تا</p>', 'fa').mdx).toBe('کتابهای می\u200cروند ۲۰\u200cتا');
  expect(convert('<p>می¬روند</p>', 'fa').mdx).toBe('می\u200cروند');
  expect(convert('<p>كتاب</p>', 'en').mdx).toBe('كتاب');
});

test('verse set in the middle becomes couplets; other lines do not', () => {
  const verse = '<p style="text-align:center">توانا بود هر که دانا بود<br>ز دانش دل پیر برنا بود</p>';
  expect(convert(verse, 'fa').mdx).toBe(
    '<Poem>\n  <Beyt a="توانا بود هر که دانا بود" b="ز دانش دل پیر برنا بود" />\n</Poem>',
  );
  expect(convert('<p style="text-align:center">یک سطر تنها</p>', 'fa').mdx).toBe('یک سطر تنها');
});

test.each([
  ['<p>a</p><script>chart()</script>', ['<script>']],
  [
    '<p><script async src="https://telegram.org/js/telegram-widget.js?22"></script></p>',
    ['<script src="https://telegram.org/js/telegram-widget.js?22">'],
  ],
  ['<form><input type="text"></form><svg><path d="M0 0"></path></svg>', ['<form>', '<svg>']],
  ['<script type="application/ld+json">{}</script><input type="hidden"><style>a{}</style>', []],
  ['<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>', []],
] as const)('what readers may miss of %s is reported', (html, dropped) => {
  const { notes } = convert(html);
  expect(notes.map(({ name }) => name)).toEqual(dropped.map(() => 'ImportPartDropped'));
  expect(notes.map(({ params }) => params.what)).toEqual(dropped);
});
