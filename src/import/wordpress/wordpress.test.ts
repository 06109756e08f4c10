import { describe, expect, test } from 'vitest';
import { decodeSlug } from '../decode-slug.ts';
import { parseHtml } from '../markdown/convert-html.ts';
import { isElement, readText } from '../markdown/hast-kit.ts';
import { applyAutop } from './autop.ts';
import { detectLanguage } from './detect-language.ts';
import { createAmpersandFilter } from './escape-ampersands.ts';
import { createOldAddresses } from './old-addresses.ts';
import { readDate } from './read-date.ts';
import { expandShortcodes } from './shortcodes.ts';
import type { WxrItem } from './wxr.ts';

describe('dates', () => {
  test.each([
    ['2021-08-20 09:30:00', '2021-08-20 05:00:00', '2021-08-20T09:30+04:30'],
    ['2021-08-20 09:30:00', '2021-08-20 09:30:00', '2021-08-20T09:30Z'],
    ['2013-01-11 20:22:00', '2013-01-12 03:22:00', '2013-01-11T20:22-07:00'],
    ['2021-08-20 09:30:00', '', '2021-08-20T09:30'],
  ])('%s and %s', (date, dateUtc, written) => expect(readDate({ date, dateUtc, published: '' })).toBe(written));
  test.each([
    ['', '', ''],
    ['', '', 'Thu, 01 Jan 1970 00:00:00 +0000'],
    ['', '', 'Wed, 30 Nov -0001 00:00:00 +0000'],
    ['1970-01-01 00:00:00', '', ''],
    ['', '1970-01-01 00:00:00', ''],
  ])('%s and %s and %s are none', (date, dateUtc, published) =>
    expect(readDate({ date, dateUtc, published })).toBe(''),
  );
  test('only the feed has one', () =>
    expect(readDate({ date: '', dateUtc: '', published: 'Fri, 20 Aug 2021 05:00:00 +0000' })).toBe(
      '2021-08-20T05:00Z',
    ));
});

test.each([
  ['%d9%be%d8%b3', 'پس'],
  ['the-bridge', 'the-bridge'],
  // WordPress cuts names at 200 bytes, in the middle of a letter.
  ['%d9%be%d8%b3-%d8', 'پس-'],
  ['%d9%be%d8%b3%d', 'پس'],
])('slug %s', (slug, words) => expect(decodeSlug(slug)).toBe(words));

describe('Classic paragraphs', () => {
  const list = (html: string) => {
    const tree = parseHtml(html);
    applyAutop(tree);
    return tree.children.flatMap((node) => (isElement(node) ? [`${node.tagName}: ${readText(node)}`] : []));
  };
  test('blank lines and line ends', () => expect(list('One\ntwo\n\nThree')).toEqual(['p: One two', 'p: Three']));
  test('around blocks', () => expect(list('One\n<ul>\n<li>a</li>\n</ul>\nTwo')).toEqual(['p: One', 'ul: a', 'p: Two']));
  test('Windows line ends', () => expect(list('One\r\n\r\nTwo')).toEqual(['p: One', 'p: Two']));
});

describe('shortcodes', () => {
  const unknown: string[] = [];
  const dropped: string[] = [];
  const expand = (html: string) =>
    expandShortcodes(html, {
      findAttachment: (id) => (id === 7 ? { url: 'u/7.jpg', alt: 'Seven', caption: '' } : undefined),
      listAttached: () => [7],
      noteUnknown: (name) => unknown.push(name),
      noteDropped: (what) => dropped.push(what),
    })
      .replace(/\s+/g, ' ')
      .trim();
  test.each([
    [
      '[caption width="3"]<img src="a.jpg"> Words[/caption]',
      '<figure><img src="a.jpg"><figcaption>Words</figcaption></figure>',
    ],
    ['[gallery ids="7,8"]', '<div class="beyt-gallery"><figure><img src="u/7.jpg" alt="Seven"></figure></div>'],
    ['[vc_row][vc_column_text]In[/vc_column_text][/vc_row]', 'In'],
    ['[embed]https://vimeo.com/1[/embed]', '<beyt-oembed>https://vimeo.com/1</beyt-oembed>'],
    ['[audio mp3="a.mp3"][/audio]', '<audio src="a.mp3" title=""></audio>'],
    ['as he said [sic] in [2019]', 'as he said [sic] in [2019]'],
    ['[[gallery]]', '[gallery]'],
    ['[vc_column_text]never closed', 'never closed'],
  ])('%s', (html, shown) => expect(expand(html)).toBe(shown));
  test.each([
    ['[gallery ids="1,2"]', ['[gallery ids="1,2"]']],
    ['[gallery ids="7,8"]', ['the file with the id 8']],
    ['[playlist ids="3"]', ['[playlist ids="3"]']],
    ['[contact-form-7 id="4"]', ['[contact-form-7 id="4"]']],
    ['[video][/video]', ['[video]']],
    ['[vc_single_image image="9"]', ['[vc_single_image image="9"]']],
    ['[gallery ids="7"] [vc_row][/vc_row] [vc_empty_space] [toc]', []],
  ])('of %s what shows nothing is reported', (html, wanted) => {
    dropped.length = 0;
    expand(html);
    expect(dropped).toEqual(wanted);
  });
  test('unknown ones stay, and are reported', () => {
    unknown.length = 0;
    expect(expand('a [Form_x id="4"] b')).toBe('a [Form_x id="4"] b');
    expect(unknown).toEqual(['Form_x']);
  });
});

test('bare ampersands are escaped outside of CDATA, wherever the pieces are cut', () => {
  const text = 'a & b &amp; c<![CDATA[d & e]]>f & g &#1610;';
  for (let cut = 1; cut < text.length; cut++) {
    const filter = createAmpersandFilter();
    expect(filter(text.slice(0, cut)) + filter(text.slice(cut)) + filter('', true)).toBe(
      'a &amp; b &amp; c<![CDATA[d & e]]>f &amp; g &#1610;',
    );
  }
});

describe('old addresses', () => {
  const old = createOldAddresses(['https://www.river.example/news']);
  old.add('a', ['https://river.example/news/2019/05/name/'], 'name', 12);
  test.each([
    ['http://www.river.example/news/2019/05/name', 'text'],
    ['/news/?p=12', 'text'],
    ['https://river.example/news/name/', 'text'],
    ['https://river.example/news/2019/05/name/amp/', 'text'],
    ['https://river.example/news/', 'front'],
    ['https://river.example/news/category/a/roads/', 'topic'],
    ['https://river.example/news/nothing/', 'unknown'],
    ['https://other.example/name/', 'outside'],
    ['mailto:a@river.example', 'outside'],
  ])('%s', (href, kind) => expect(old.find(href).kind).toBe(kind));
  test('as an alias', () => expect(old.toAlias('https://river.example/news/2019/05/name/')).toBe('/2019/05/name/'));
});

describe('languages', () => {
  const item = (over: Partial<WxrItem>) => ({ terms: [], meta: new Map(), link: '', ...over }) as unknown as WxrItem;
  const detect = (over: Partial<WxrItem>, text = 'Some words') => detectLanguage(item(over), () => text, 'en-US');
  test('Polylang', () => expect(detect({ terms: [{ domain: 'language', nicename: 'fa', name: '' }] }).lang).toBe('fa'));
  test('WPML', () => expect(detect({ meta: new Map([['_icl_lang_code', ['prs']]]) }).lang).toBe('fa'));
  test('the address', () => expect(detect({ link: 'https://river.example/fa/x/' }).by).toBe('address'));
  test('the text', () => expect(detect({}, 'متن فارسی').lang).toBe('fa'));
  test('another language', () =>
    expect(detect({ terms: [{ domain: 'language', nicename: 'ps', name: '' }] }).lang).toBeUndefined());
});
