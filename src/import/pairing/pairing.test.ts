import { describe, expect, test } from 'vitest';
import type { Block, Lang } from '../../markdown/block.ts';
import { parseHtml } from '../markdown/convert-html.ts';
import { readText } from '../markdown/hast-kit.ts';
import { pairDeclared } from './declared-pairs.ts';
import { findPointer, removePointer } from './find-pointer.ts';
import { pairByContent } from './pair-by-content.ts';

describe('lines that lead to the other language', () => {
  test.each([
    [
      'en',
      '<p>Text.</p><p>You can read the Persian version of this text here: <a href="/fa/x/">عنوان</a></p>',
      '/fa/x/',
      'عنوان',
    ],
    ['en', '<p>Text.</p><p>Read the Persian version here: مقدمه</p>', '', 'مقدمه'],
    [
      'en',
      '<p>Text.</p><p>Persian version: نقد Johnny English Strikes Again</p>',
      '',
      'نقد Johnny English Strikes Again',
    ],
    [
      'en',
      '<p>Text.</p><p>You can read the Persian version of this analysis here:</p><p>عنوان نوشته | روزنامه</p>',
      '',
      'عنوان نوشته | روزنامه',
    ],
    ['fa', '<p>متن.</p><p>نسخهٔ انگلیسی این مطلب را <a href="/en/x/">اینجا</a> بخوانید</p>', '/en/x/', ''],
    ['fa', '<p><a href="/en/x/">English</a></p><p>متن.</p>', '/en/x/', ''],
  ] as const)('%s %s', (lang, html, href, title) =>
    expect(findPointer(parseHtml(html), lang)).toMatchObject({ href, title }),
  );
  test('a sentence about a language is none', () =>
    expect(
      findPointer(parseHtml('<p>Persian is spoken here.</p><p>She learnt it as a child.</p>'), 'en'),
    ).toBeUndefined());
});

test('people’s word: groups before links before titles, and no text twice', () => {
  const text = (key: string, lang: Lang, over = {}) => ({ key, lang, title: key, kind: 'article', ...over });
  const group = { by: 'Polylang', id: 'g' };
  const { pairs, contradictions } = pairDeclared([
    text('e1', 'en', { group }),
    text('f1', 'fa', { group }),
    text('e2', 'en', { pointsTo: 'f1' }),
    text('e3', 'en', { pointsTo: 'f3' }),
    text('f3', 'fa', { pointsTo: 'e3' }),
    text('e4', 'en', { pointsToTitle: 'عنوان تازه | روزنامه' }),
    text('f4', 'fa', { title: 'عنوانِ تازه'.replace('ِ', '') }),
  ]);
  expect(pairs.map(({ en, fa, by }) => [en, fa, by])).toEqual([
    ['e1', 'f1', 'Polylang'],
    ['e3', 'f3', 'a link'],
    ['e4', 'f4', 'the line at the end'],
  ]);
  expect(contradictions.map(({ key }) => key)).toEqual(['f1']);
});

test('by content: the translation, not the other story of the same day', async () => {
  const blocks = (...texts: string[]) => texts.map((words): Block => ({ type: 'p', depth: 0, text: words, links: [] }));
  const text = (key: string, lang: Lang, ...texts: string[]) => ({
    key,
    lang,
    kind: 'article',
    images: new Set<string>(),
    readBlocks: () => blocks(...texts),
  });
  const { pairs } = await pairByContent(
    [
      text(
        'e1',
        'en',
        'The hospital in Herat received 250 patients in March.',
        'Doctor Ahmad Karimi said that 17 children had pneumonia.',
        'The ministry of health sent 40 nurses to the hospital.',
        'People fear that the virus will spread in the winter.',
      ),
      text(
        'e2',
        'en',
        'The hospital in Kabul opened a school for 60 nurses.',
        'Doctor Maryam Sadat will teach there from 2021.',
      ),
      text(
        'f1',
        'fa',
        'شفاخانه هرات در ماه مارچ ۲۵۰ بیمار را پذیرفت.',
        'داکتر احمد کریمی گفت که ۱۷ کودک ذات‌الریه داشتند.',
        'وزارت صحت ۴۰ پرستار به شفاخانه فرستاد.',
        'مردم می‌ترسند که ویروس در زمستان گسترش یابد.',
      ),
    ],
    { glossary: [], progress: () => {} },
  );
  expect(pairs.map(({ en, fa }) => [en, fa])).toEqual([['e1', 'f1']]);
});

describe('removePointer', () => {
  test.each([
    ['<p>Text.</p><p>You can read the Persian version here: <a href="/fa/a">نسخهٔ فارسی</a></p>', 'en', 'Text.'],
    ['<p>Text.<br>Read this in <a href="/fa/a">Persian</a></p>', 'en', 'Text.'],
    ['<p>Text.</p><p>See <a href="/fa/a">the Persian</a>.</p>', 'en', 'Text.'],
    ['<p>Text.</p><p>Persian version:</p><p><a href="/fa/a">عنوان این متن</a></p>', 'en', 'Text.'],
    ['<p>Text.</p><p>Persian version: نقد Johnny English Strikes Again</p>', 'en', 'Text.'],
    ['<p>متن.</p><p><a href="/en/a">English</a></p>', 'fa', 'متن.'],
    ['<p>متن.</p><p>نسخهٔ انگلیسی این مطلب را <a href="/en/x/">اینجا</a> بخوانید</p>', 'fa', 'متن.'],
    ['<p>متن.</p><p>نسخهٔ انگلیسی این مطلب را <a href="/en/x/">این‌جا</a> بخوانید</p>', 'fa', 'متن.'],
  ] as const)('takes the line out of %s', (html, lang, left) => {
    const tree = parseHtml(html);
    removePointer(tree, findPointer(tree, lang)!);
    expect(readText(...tree.children).trim()).toBe(left);
  });

  test.each([
    ['<p>Text.</p><p>More is in <a href="/fa/a">Persian</a>, and we say so.</p>', 'en'],
    ['<p>متن.</p><p>بیشتر در <a href="/en/a">انگلیسی</a> است، و ما می‌گوییم.</p>', 'fa'],
    ['<p>The bridge still stands. See <a href="/fa/a">the Persian</a>.</p>', 'en'],
    ['<p>The bridge still stands. Read this in <a href="/fa/a">Persian</a></p>', 'en'],
    ['<p>پل در سال ۱۳۵۰ ساخته شد و هنوز بر جاست. <a href="/en/a">English</a></p>', 'fa'],
    ['<p>More is in<br><a href="/fa/a">Persian</a></p>', 'en'],
    ['<p>Text.<br><a href="/fa/a">Persian</a><br>is spoken here.</p>', 'en'],
    ['<p>Text.</p><p>The ministry published <a href="/fa/a">its report</a> in Persian last year.</p>', 'en'],
    ['<p>Text.</p><p>The Persian version cost less:</p><p><a href="/fa/a">عنوان</a></p>', 'en'],
    ['<p>Text.</p><p>Persian version:</p><p>It follows <a href="/fa/a">tomorrow</a>, we hope.</p>', 'en'],
    ['<p>Text.</p><p><a href="/fa/a">We published every name in Persian</a></p>', 'en'],
  ] as const)('leaves every word of %s', (html, lang) => {
    const tree = parseHtml(html);
    const before = readText(...tree.children);
    const pointer = findPointer(tree, lang)!;
    expect(pointer.href).not.toBe('');
    removePointer(tree, pointer);
    expect(readText(...tree.children)).toBe(before);
  });
});
