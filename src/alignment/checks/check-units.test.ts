import { describe, expect, it } from 'vitest';
import type { Block, BlockType, Lang } from '../../markdown/block.ts';
import type { Unit } from '../unit.ts';
import { checkUnits, unitChecks } from './check-units.ts';
import type { NamedTerm } from './unit-check.ts';

const TERMS: NamedTerm[] = [
  { en: ['Taliban', 'the Taliban'], fa: ['طالبان', 'گروه طالبان'], kind: 'group' },
  { en: ['Pakistani Taliban'], fa: ['تحریک طالبان پاکستان'], kind: 'group' },
  { en: ['Hasht-e-Subh'], fa: ['۸صبح', 'هشت صبح'] },
  { en: ['Bashar al-Assad'], fa: ['بشار اسد'], kind: 'person' },
  { en: ['United States', 'US'], fa: ['ایالات متحده'], kind: 'place' },
  { en: ['United Nations', 'UN'], fa: ['سازمان ملل'], kind: 'group' },
  { en: ['Turkey'], fa: ['ترکیه'], kind: 'place' },
  { en: ['half-space'], fa: ['نیم‌فاصله'], kind: 'term' },
];

interface Given {
  readonly links?: Partial<Record<Lang, readonly string[]>>;
  readonly type?: BlockType;
  readonly lang?: string;
  readonly original?: Lang;
  readonly waive?: Unit['waive'];
}

function check(en: string, fa: string, given: Given = {}) {
  const open = (text: string, lang: Lang): Block[] =>
    text === '' && !given.links?.[lang]
      ? []
      : [
          {
            type: given.type ?? 'p',
            depth: 0,
            text,
            links: given.links?.[lang] ?? [],
            ...(given.lang && { lang: given.lang }),
          },
        ];
  const blocks = { en: open(en, 'en'), fa: open(fa, 'fa') };
  const unit: Unit = {
    id: 'k7q2',
    en: blocks.en.map((_, i) => i),
    fa: blocks.fa.map((_, i) => i),
    confidence: 1,
    by: 'auto',
    state: 'fresh',
    aliases: [],
    ...(given.waive && { waive: given.waive }),
  };
  const doubts = checkUnits([unit], blocks, { original: given.original ?? 'en', terms: TERMS });
  return Object.fromEntries(doubts.map(({ name, lang, params }) => [name, { lang, ...params }]));
}

describe('NumbersDiffer', () => {
  it.each([
    ['It cost 1,200 dollars in 2021.', 'در ۲۰۲۱ یک‌هزار و دوصد، یعنی ۱۲۰۰ دالر ارزش داشت.'],
    ['It lasted 3 days.', 'سه روز طول کشید.'],
    ['The thirty-third man.', 'مرد ۳۳م.'],
    ['Kabul fell on 15 August 2021.', 'کابل روز ۲۴ اسد ۱۴۰۰ سقوط کرد.'],
    ['Kabul fell in 2021.', 'کابل در ۱۴۰۰ سقوط کرد.'],
    ['Some 2.5 million people.', 'حدود ۲٫۵ میلیون تن.'],
    ['Some 3,000 people.', 'حدود ۳ هزار تن.'],
    ['It weighs 70.5 kilos.', 'وزنش ۷۰/۵ کیلوگرام است.'],
    ['Some 2.5 million people.', 'حدود ۲/۵ میلیون تن.'],
    ['It rose by 0.75 percent.', '۰/۷۵ درصد بالا رفت.'],
    ['One in 3/4 of the cases.', 'در ۳/۴ موارد.'],
    ['On 12/5/2021 and 24/7.', 'در ۱۲/۵/۲۰۲۱ و ۲۴/۷.'],
    ['So Hasht-e-Subh wrote.', 'روزنامهٔ ۸صبح چنین نوشت.'],
    ['It cost 1 billion.', 'یک میلیارد ارزش داشت.'],
    ['Some 20 thousand people.', 'حدود بیست هزار تن.'],
    ['It cost 25,000.', 'بیست و پنج هزار ارزش داشت.'],
    ['It cost one hundred and twenty.', '۱۲۰ ارزش داشت.'],
    ['He was 18.', 'هژده سال داشت.'],
    ['The 18th day.', 'روز هیجدهم.'],
    ['W3C and 3rd-party tools.', 'کنسرسیوم وب و ابزارهای دیگران.'],
    ['He sold it for £125m.', 'آن را به ۱۲۵ میلیون پوند فروخت.'],
    ['Winds of 85 mph, 385 miles away.', 'بادی با ۱۳۷ کیلومتر در ساعت در ۶۲۰ کیلومتری.'],
    ['Up to 10 inches of rain.', 'تا ۲۵۰ میلیمتر باران.'],
    ['It may reach 80 degrees.', 'شاید به ۲۷ درجهٔ سانتیگراد برسد.'],
    ['Found at 7.55am.', 'در ۷:۵۵ صبح پیدا شد.'],
    ['Call 0800 555 111.', 'به ۰۸۰۰۵۵۵۱۱۱ زنگ بزنید.'],
    ['The flu of 1968/69.', 'آنفولانزای سال‌های ۱۹۶۸ و ۱۹۶۹.'],
    ['Found in the 1930s.', 'در دههٔ ۳۰ پیدا شد.'],
    ['More than 99.98% of them.', 'بیش از ۹۹/۹۸ درصد.'],
    ['A rate of .08%.', 'نرخ ۰٫۰۸ درصد.'],
    ['See https://example.org/2015/12.', 'این‌جا را ببینید.'],
    ['Phase III began.', 'مرحلهٔ ۳ آغاز شد.'],
    ['It cost 1.5 billion.', 'یک و نیم میلیارد ارزش داشت.'],
    ['It cost one and a half million.', '۱٫۵ میلیون ارزش داشت.'],
    ['20,000–30,000 people.', 'بیست تا سی هزار نفر.'],
    ['20,000 to 30,000 people.', '۲۰ تا ۳۰ هزار نفر.'],
    ['Some 20 to 30 million people.', 'حدود ۲۰ میلیون تا ۳۰ میلیون نفر.'],
    ['Some 21 people.', 'بیست‌ویک تن.'],
    ['Some 121 people.', 'یک‌صدوبیست‌ویک تن.'],
    ['It closed during COVID-19.', 'در دورهٔ کرونا بسته شد.'],
    ['It closed during the pandemic.', 'در دورهٔ کووید-۱۹ بسته شد.'],
    ['Covid-19 came in 2020.', 'کووید ۱۹ در ۲۰۲۰ آمد.'],
    ['Two F-16 jets.', 'دو جنگنده.'],
    ['He is 5ft 10in tall.', 'قدش ۱۷۸ سانتی‌متر است.'],
    ['He is 5 feet 10 inches tall.', 'قدش ۱٫۷۸ متر است.'],
    ['He is 6′2″ and 30 years old.', 'قدش ۱۸۸ سانتی‌متر و ۳۰ ساله است.'],
    ['Some 35 and 42 people.', 'سی‌وپنج و چهل‌ودو تن.'],
  ])('finds nothing in %s', (en, fa) => expect(check(en, fa).NumbersDiffer).toBeUndefined());

  it.each([
    ['It cost 1,200 dollars.', '۱۳۰۰ دالر ارزش داشت.', '1200', '1300'],
    ['It weighs 70.5 kilos.', 'وزنش ۷۰/۶ کیلوگرام است.', '70.5', '70, 6'],
    ['It lasted 45 days.', 'چند روز طول کشید.', '45', ''],
    ['Some 3 million people.', 'حدود ۳ میلیارد تن.', '3000000', '3000000000'],
    ['Kabul fell in 2021.', 'کابل در ۱۴۰۲ سقوط کرد.', '2021', '1402'],
    ['Winds of 85 mph.', 'بادی با ۱۷۳ کیلومتر در ساعت.', '85', '173'],
    ['Some 30 thousand people.', 'حدود بیست هزار تن.', '30000', ''],
    ['Found in the 1930s.', 'در دههٔ ۴۰ پیدا شد.', '1930', '40'],
    ['It cost 1.6 billion.', 'یک و نیم میلیارد ارزش داشت.', '1600000000', ''],
    ['20,000–40,000 people.', 'بیست تا سی هزار نفر.', '40000', ''],
    ['Some 22 people.', 'بیست‌ویک تن.', '22', ''],
    ['Two F-16 jets.', 'دو جنگندهٔ اف-۱۵.', '16', '15'],
    ['COVID-19 killed 19 of them.', 'کرونا چند تن را کشت.', '19', ''],
    ['He is 5ft 10in tall.', 'قدش ۱۵۸ سانتی‌متر است.', '70', '158'],
    ['The flu of 1968/69.', 'آنفولانزای سال ۱۹۶۸.', '1969', ''],
  ])('finds %s', (en, fa, onlyEn, onlyFa) =>
    expect(check(en, fa).NumbersDiffer).toEqual({ lang: 'fa', en: onlyEn, fa: onlyFa }),
  );
});

describe('LinksDiffer and ImagesDiffer', () => {
  it('compares hosts and the number of links inside the site', () => {
    const links = {
      en: ['https://en.wikipedia.org/wiki/Kabul', './a.mdx'],
      fa: ['https://fa.wikipedia.org/x', './b.mdx'],
    };
    expect(check('a', 'b', { links }).LinksDiffer).toBeUndefined();
    expect(check('a', 'b', { links: { ...links, fa: ['./b.mdx'] } }).LinksDiffer).toEqual({
      lang: 'fa',
      en: 'en.wikipedia.org/wiki/Kabul',
      fa: '',
    });
  });

  it.each([
    [['./a.mdx', './bridge.mdx#open'], ['./a.mdx'], './bridge.mdx#open', ''],
    [['./a.mdx'], ['./%D9%BE%D9%84.mdx', './a.mdx'], '', './پل.mdx'],
    [['#first', './a.mdx'], ['./b.mdx'], '#first', ''],
    [['https://www.bbc.com/'], [], 'bbc.com', ''],
    [
      ['https://www.example.org/archive/2019/05/politics/the-long-way-from-kabul-to-herat/the-bridge-at-night.html'],
      [],
      'example.org/…/the-bridge-at-night.html',
      '',
    ],
    [
      [`../${'folder/'.repeat(9)}the-last-part.mdx`],
      [],
      '…/folder/folder/folder/folder/folder/folder/the-last-part.mdx',
      '',
    ],
    [[`https://example.org/${'x'.repeat(100)}end?id=7`], [], `example.org/…${'x'.repeat(40)}end?id=7`, ''],
  ])('names the links of %j and %j so that each can be found', (en, fa, onlyEn, onlyFa) => {
    expect(check('a', 'b', { links: { en, fa } }).LinksDiffer).toEqual({ lang: 'fa', en: onlyEn, fa: onlyFa });
  });

  it('compares images by name, an image for each language aside', () => {
    expect(check('', '', { type: 'img', links: { en: ['../img/map.en.png'], fa: ['img/map.fa.png'] } })).toEqual({});
    const doubts = check('', '', { type: 'img', links: { en: ['img/map.png'], fa: ['img/flag.png'] } });
    expect(doubts).toEqual({ ImagesDiffer: { lang: 'fa', en: 'map.png', fa: 'flag.png' } });
  });
});

describe('TermOtherwise', () => {
  it('knows every spelling, half-spaces and letter forms aside', () => {
    expect(check('The Taliban came.', 'گروه طالبان آمد.')).toEqual({});
    expect(check('The Taliban came.', 'دانشجویان آمدند.').TermOtherwise).toMatchObject({ lang: 'fa', term: 'Taliban' });
  });

  it('takes the longest name', () => {
    expect(check('The Pakistani Taliban came.', 'طالبان آمدند.').TermOtherwise).toMatchObject({
      term: 'Pakistani Taliban',
    });
  });

  it('is content with a part of a person’s name, and leaves common terms alone', () => {
    expect(check('Bashar al-Assad fled.', 'اسد گریخت.')).toEqual({});
    expect(check('A half-space.', 'فاصله‌ای کوچک.')).toEqual({});
  });

  it('does not take a word for an abbreviation that is spelled like it', () => {
    expect(check('Tell us about the US.', 'به ما از آن کشور بگویید.').TermOtherwise).toMatchObject({
      term: 'United States',
    });
    expect(check('It cost US$1.8 billion.', '۱٫۸ میلیارد دالر ارزش داشت.')).toEqual({});
    expect(check('Animals like turkey and pig.', 'حیواناتی مانند فیل‌مرغ و خوک.')).toEqual({});
    expect(check('Tell us, said Kim Jong Un.', 'کیم جونگ اون گفت: به ما بگویید.')).toEqual({});
  });

  it('looks from the original to the translation', () => {
    expect(check('The students came.', 'طالبان آمدند.')).toEqual({});
    expect(check('The students came.', 'طالبان آمدند.', { original: 'fa' }).TermOtherwise).toMatchObject({
      lang: 'en',
    });
  });
});

describe('checks of one side', () => {
  it('WrongScript: what was left untranslated, but not a verse quoted in both', () => {
    const english = 'This sentence was never translated at all.';
    expect(check(english, english).WrongScript).toEqual({ lang: 'fa' });
    expect(check('', english).WrongScript).toEqual({ lang: 'fa' });
    const verse = 'به نام خداوند جان و خرد کزین برتر اندیشه برنگذرد';
    expect(check(verse, verse)).toEqual({});
    expect(check(verse, verse, { original: 'fa' }).WrongScript).toEqual({ lang: 'en' });
    expect(check(verse, '', { lang: 'fa' }).WrongScript).toBeUndefined();
    expect(check(verse, '').WrongScript).toEqual({ lang: 'en' });
    const source = '— @mikeal, "Growing a contributor base in modern open source"';
    expect(check(source, source).WrongScript).toBeUndefined();
    const links = { en: ['https://example.org/'], fa: ['https://example.org/'] };
    expect(check(english, english, { type: 'li', links }).WrongScript).toBeUndefined();
    expect(check(english, english, { links }).WrongScript).toEqual({ lang: 'fa' });
  });

  it('QuotesUnbalanced', () => {
    expect(check('', 'گفت: «برو.').QuotesUnbalanced).toEqual({ lang: 'fa', marks: '« »' });
    expect(check('He said "go.', '').QuotesUnbalanced).toEqual({ lang: 'en', marks: '"' });
    expect(check('He said “go”.', 'گفت: «برو».').QuotesUnbalanced).toBeUndefined();
    expect(check('He said: “Go.', 'گفت: «برو.').QuotesUnbalanced, 'it goes on').toBeUndefined();
    expect(check("He said: 'Go.", 'گفت: «برو.').QuotesUnbalanced).toBeUndefined();
    expect(check('He said: “Go.', 'گفت: «برو».').QuotesUnbalanced).toEqual({ lang: 'en', marks: '“ ”' });
    expect(check('', '۱) نان (تازه) ۲) آب').QuotesUnbalanced).toBeUndefined();
    expect(check('', 'الف) نان ب) آب').QuotesUnbalanced).toBeUndefined();
    expect(check('', 'نان تازه) ۲) آب').QuotesUnbalanced).toEqual({ lang: 'fa', marks: '( )' });
  });
});

it('LengthsDiffer: one side far too long, unless both are short', () => {
  const long = 'The army had not been paid since May and its soldiers went home. ';
  expect(check(long.repeat(3), 'ارتش معاش نگرفته بود و عساکر رفتند.').LengthsDiffer).toMatchObject({ lang: 'fa' });
  expect(check('Yes', 'آری، بی هیچ گمان').LengthsDiffer).toBeUndefined();
});

it('leaves out what is waived, and code', () => {
  const waive = Object.fromEntries(unitChecks.map(({ name }) => [name, 'on purpose']));
  expect(check('It cost 1,200.', '۱۳۰۰ دالر «', { waive })).toEqual({});
  expect(check('x = 1', 'y = "2', { type: 'code' })).toEqual({});
});
