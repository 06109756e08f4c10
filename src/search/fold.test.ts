import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpaced, foldText, foldTokens, foldWithHosts } from './fold.ts';
import { PAD, splitTokens } from './tokens.ts';

const words = (text: string) => foldText(text).filter((token) => token !== PAD);
const same = (...spellings: string[]) => {
  const [first, ...others] = spellings.map((spelling) => words(spelling).join(' '));
  for (const other of others) expect(other).toBe(first);
};

const pieces = fc.constantFrom(
  ...'می نمی رود خواهد میرد ها های تر ترین شان ام اند ی ای گفته خانه گفت و گو جست جو کتاب بزرگ ئی مسئول هیئت طوفان « » ، ؛ . — - · ‌ ـ ً ۱۲ ٣ 1,200 ۱٬۲۰۰'.split(
    ' ',
  ),
  'كتاب‌هاي',
  'خانه‌ی',
  'خانهٔ',
  "women's",
  'don´t',
  'U.S.',
  'colour-blind',
  'organizations',
  'İstanbul',
  'ﷺ',
  '½',
  'ښځه',
  'ګوي',
);
const text = fc.oneof(
  fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 }).map((p) => p.join(' ')),
  fc.array(pieces, { maxLength: 12 }).map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('foldTokens', () => {
  it('gives exactly one token for each token', () => {
    fc.assert(
      fc.property(text, (t) => {
        const folded = foldText(t);
        expect(folded).toHaveLength(splitTokens(t).length);
        for (const token of folded) expect(splitTokens(token)).toEqual([token]);
      }),
      { numRuns: 5000 },
    );
  });

  it('folds a text as written as it folds its words', () => {
    fc.assert(
      fc.property(text, (t) => {
        const tokens = splitTokens(t);
        fc.pre(tokens.length > 0);
        const joined = foldWithHosts(tokens);
        const shown = joined.tokens.map((token, i) =>
          joined.hosts.has(i) ? `${token}<${joined.hosts.get(i)}` : token,
        );
        const show = (token: string, host: string) => `${token}<${host}`;
        expect(foldSpaced(tokens.join(' '), show)).toBe(shown.join(' '));
      }),
      { numRuns: 5000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (t) => {
        const once = foldText(t);
        expect(foldTokens(once)).toEqual(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves only letters, digits and inner hyphens', () => {
    fc.assert(
      fc.property(text, (t) => {
        for (const token of foldText(t))
          if (token !== PAD) expect(token).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
      }),
    );
  });

  it('folds keyboards and scripts', () => {
    same('کتاب‌های', 'كتاب‌هاي', 'کتابهای', 'کتاب های');
    same('۱۲', '١٢', '12');
    same('مُحَمَّد', 'محمد');
    same('ســـلام', 'سلام');
    same('آسیا', 'اسیا');
    same('خانهٔ', 'خانه‌ی', 'خانه ی', 'خانۀ', 'خانه');
    same('رئیس', 'رييس', 'رییس');
    same('۱٬۲۰۰', '1,200', '1200');
  });

  it('joins affixes that stand apart', () => {
    same('می‌رود', 'می رود', 'میرود');
    same('نمی‌خواهد', 'نمی خواهد', 'نميخواهد');
    same('بزرگ‌ترین', 'بزرگ ترین', 'بزرگترین');
    same('گفته‌اند', 'گفته اند', 'گفتهاند');
    same('کتاب‌های‌شان', 'کتاب های شان', 'کتابهایشان');
    expect(foldText('او می رود .')).toEqual(['او', 'میرود', PAD, PAD]);
    expect(words('در این و آن')).toEqual(['در', 'این', 'و', 'ان']);
  });

  it('remembers the words that endings were joined to', () => {
    const { tokens, hosts } = foldWithHosts(splitTokens('این کتاب های شان'));
    expect(tokens).toEqual(['این', 'کتابهایشان', PAD, PAD]);
    expect([...hosts]).toEqual([[1, 'کتاب']]);
  });

  it('joins spelling families', () => {
    same('ائتلاف', 'ایتلاف', 'إئتلاف');
    same('گفتگو', 'گفت‌وگو', 'گفت و گو', 'گفت‌و‌گو');
    same('گفتگوها', 'گفت‌وگوها', 'گفت و گو ها');
    same('مسئولان', 'مسوولان', 'مسؤولان');
    same('هیأت', 'هیئت', 'هيات');
    same('تهران', 'طهران');
    same('ستراتیژی', 'استراتژی');
    same('اگست', 'آگست', 'آگوست', 'اوت');
    same('جولای', 'ژوئیه');
    same('اپریل', 'آوریل');
    same('تاجکستان', 'تاجیکستان');
  });

  it('keeps Pashto letters', () => {
    expect(words('ښځه ګوري ټول ډېر ړوند ږغ څوک ځای ڼ ۍ ې')).toEqual(
      'ښځه ګوری ټول ډېر ړوند ږغ څوک ځای ڼ ۍ ې'.split(' '),
    );
  });

  it('folds English', () => {
    same('Colour', 'color', 'COLOUR');
    same('organisation', 'Organization');
    same('café', 'cafe');
    same("women's", 'women’s', 'women');
    same("don't", 'don’t', 'dont');
    same('U.S.', 'US');
    same('theatre', 'theater');
    same('travelling', 'traveling');
    same('defence', 'defense');
    expect(words('foreign-policy')).toEqual(['foreign-policy']);
  });

  it('takes a possessive ending from the end of a word alone', () => {
    expect(foldText("O'Sullivan O’Sullivan Fa'sil")).toEqual(foldText('OSullivan OSullivan Fasil'));
    expect(foldText("the mill's wheel")).toEqual(foldText('the mill wheel'));
  });

  it('does not bring different words together', () => {
    for (const [a, b] of [
      ['می‌خواهد', 'می'],
      ['راهی', 'راه'],
      ['زیبای', 'زیبایی'],
      ['filling', 'filing'],
      ['طوفانی‌خواه', 'توفان'],
      ['مادر', 'مادری'],
    ]) {
      expect(words(a!)).not.toEqual(words(b!));
    }
  });
});
