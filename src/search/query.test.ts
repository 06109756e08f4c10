import { describe, expect, it } from 'vitest';
import { editDistance } from '../base/edit-distance.ts';
import { isUnpronounceable, swapKeyboard } from './keyboard.ts';
import { findNearestWord } from './nearest-word.ts';
import { indexNames, isAnswered, planQuery, widenPlan } from './plan.ts';
import { isAskable, parseQuery } from './query.ts';
import { stemEnglish, stemPersian } from './stem.ts';

describe('parseQuery', () => {
  it('reads words and phrases of both languages', () => {
    expect(parseQuery('Taliban «حقوق بشر» "women’s rights"')).toEqual({
      words: [{ word: 'taliban' }],
      phrases: [
        ['حقوق', 'بشر'],
        ['women', 'rights'],
      ],
    });
  });

  it.each(['”حقوق بشر”', '»حقوق بشر«', '‹حقوق بشر›', '„حقوق بشر”', '″حقوق بشر″', '«حقوق بشر»'])(
    'reads %s as a phrase',
    (text) => expect(parseQuery(`${text} طالبان`)).toEqual({ words: [{ word: 'طالبان' }], phrases: [['حقوق', 'بشر']] }),
  );

  it('reads an open quotation mark as nothing', () => {
    expect(parseQuery('"women rights')).toEqual({ words: [{ word: 'women' }, { word: 'rights' }], phrases: [] });
  });

  it('takes the last word as unfinished only while typing, and not after a space', () => {
    expect(parseQuery('کابل افغ', true).words).toEqual([{ word: 'کابل' }, { word: 'افغ', prefix: true }]);
    expect(parseQuery('کابل افغ ', true).words.at(-1)).toEqual({ word: 'افغ' });
    expect(parseQuery('کابل افغ').words.at(-1)).toEqual({ word: 'افغ' });
  });

  it('joins affixes and keeps the pieces of compounds', () => {
    expect(parseQuery('می خواهد').words).toEqual([{ word: 'میخواهد' }]);
    expect(parseQuery('می‌خواهد').words).toEqual([{ word: 'میخواهد' }]);
    expect(parseQuery('دانش‌آموز').words).toEqual([{ word: 'دانشاموز', parts: ['دانش', 'اموز'] }]);
    expect(parseQuery('foreign-policy').words).toEqual([{ word: 'foreignpolicy', parts: ['foreign', 'policy'] }]);
  });

  it('drops words that every text holds, unless nothing else is asked', () => {
    expect(parseQuery('زنان در افغانستان').words.map((w) => w.word)).toEqual(['زنان', 'افغانستان']);
    expect(parseQuery('در').words).toEqual([{ word: 'در' }]);
  });

  it('has nothing to ask of marks and single letters', () => {
    for (const text of ['', ' ', '«»', '…', '""']) expect(isAskable(parseQuery(text, true))).toBe(false);
    expect(isAskable(parseQuery('ا', true))).toBe(false);
    expect(isAskable(parseQuery('آب', true))).toBe(true);
  });
});

describe('planQuery', () => {
  const names = indexNames([
    ['human rights watch', 'دیدهبان حقوق بشر'],
    ['taliban', 'taleban', 'طالبان'],
  ]);
  const holding =
    (...texts: string[]) =>
    (edge: { words: readonly string[] }) =>
      texts.includes(edge.words.join(' '));

  it('lets a name stand for its other forms', () => {
    const plan = planQuery(parseQuery('طالبان کابل'), names);
    expect(isAnswered(plan, holding('taliban', 'کابل'))).toBe(true);
    expect(isAnswered(plan, holding('taliban'))).toBe(false);
    const long = planQuery(parseQuery('report human rights watch'), names);
    expect(isAnswered(long, holding('report', 'دیدهبان حقوق بشر'))).toBe(true);
  });

  it('lets two words be one', () => {
    const plan = planQuery(parseQuery('دانش آموز کابل'));
    expect(isAnswered(plan, holding('دانشاموز', 'کابل'))).toBe(true);
    expect(isAnswered(plan, holding('دانش', 'کابل'))).toBe(false);
  });

  it('widens words, never phrases', () => {
    const query = parseQuery('کتاب "خانه"');
    const added = widenPlan(planQuery(query), query).edges.slice(planQuery(query).edges.length);
    expect(new Set(added.map((edge) => edge.from))).toEqual(new Set([0]));
  });
});

describe('stems', () => {
  it('brings forms of a Persian word together', () => {
    for (const family of [
      ['کتاب', 'کتابها', 'کتابهای', 'کتابهایشان', 'کتابی', 'کتابشان'],
      ['بزرگ', 'بزرگتر', 'بزرگترین'],
      ['میروم', 'میروند', 'نمیروید'],
      ['گفت', 'گفتند', 'گفته', 'گفتهاند', 'گفتم'],
      ['زن', 'زنها', 'زنهای'],
      ['خبرنگار', 'خبرنگاران'],
      ['نویسنده', 'نویسندگان'],
      ['گزارش', 'گزارشات', 'گزارشهایی'],
      ['افغان', 'افغانی', 'افغانها'],
    ]) {
      expect(new Set(family.map(stemPersian)), family.join(' ')).toHaveLength(1);
    }
  });

  it('leaves names alone', () => {
    for (const name of ['طالبان', 'افغان', 'افغانستان', 'تهران', 'سازمان', 'درخشان'])
      expect(stemPersian(name)).toBe(name);
  });

  it('brings forms of an English word together', () => {
    for (const family of [
      ['alliance', 'alliances'],
      ['policy', 'policies'],
      ['report', 'reports', 'reported', 'reporting'],
      ['stop', 'stops', 'stopped', 'stopping'],
    ]) {
      expect(new Set(family.map(stemEnglish)), family.join(' ')).toHaveLength(1);
    }
    expect(stemEnglish('police')).not.toBe(stemEnglish('policy'));
  });
});

describe('suggestions', () => {
  it('types on the other keyboard', () => {
    expect(swapKeyboard('hgsghl')).toBe('السلام');
    expect(swapKeyboard('اثممخ')).toBe('hello');
    expect(swapKeyboard('hgsghl سلام')).toBeUndefined();
    expect(isUnpronounceable('hgsghl')).toBe(true);
    for (const word of ['photosynthesis', 'alliance', 'سلام']) expect(isUnpronounceable(word)).toBe(false);
  });

  it('counts edits, letters that sound alike at half', () => {
    expect(editDistance('کابل', 'کابل', 2)).toBe(0);
    expect(editDistance('طهران', 'تهران', 2)).toBe(0.5);
    expect(editDistance('alliance', 'aliance', 2)).toBe(1);
    expect(editDistance('taliban', 'tailban', 2)).toBe(1);
    expect(editDistance('kabul', 'herat', 2)).toBe(Infinity);
  });

  it('prefers the nearer word, then the more frequent', () => {
    const vocabulary: [string, number][] = [
      ['سیاست', 3],
      ['سیاسی', 90],
      ['ریاست', 40],
    ];
    expect(findNearestWord('صیاست', vocabulary)).toBe('سیاست');
    expect(findNearestWord('کبوتر', vocabulary)).toBeUndefined();
  });
});
