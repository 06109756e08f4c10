import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, formatListParts, formatNumber, formatOtherCalendar, formatYear, toInstant } from './format.ts';

/** Solar Hijri 1405 begins on 21 March 2026; the 15th of each Afghan month. */
test('Afghan months, day, month, year in Persian digits', () => {
  const days = [
    ['2026-04-04', '۱۵ حمل ۱۴۰۵'],
    ['2026-05-05', '۱۵ ثور ۱۴۰۵'],
    ['2026-06-05', '۱۵ جوزا ۱۴۰۵'],
    ['2026-07-06', '۱۵ سرطان ۱۴۰۵'],
    ['2026-08-06', '۱۵ اسد ۱۴۰۵'],
    ['2026-09-06', '۱۵ سنبلهٔ ۱۴۰۵'],
    ['2026-10-07', '۱۵ میزان ۱۴۰۵'],
    ['2026-11-06', '۱۵ عقرب ۱۴۰۵'],
    ['2026-12-06', '۱۵ قوس ۱۴۰۵'],
    ['2027-01-05', '۱۵ جدی ۱۴۰۵'],
    ['2027-02-04', '۱۵ دلو ۱۴۰۵'],
    ['2027-03-06', '۱۵ حوت ۱۴۰۵'],
  ] as const;
  for (const [date, expected] of days) expect(formatDate('fa', date)).toBe(expected);
});

test('leap years: 1403 had a 30th of Hut, 1404 begins the day after', () => {
  expect(formatDate('fa', '2025-03-20')).toBe('۳۰ حوت ۱۴۰۳');
  expect(formatDate('fa', '2025-03-21')).toBe('۱ حمل ۱۴۰۴');
});

test('English dates, and each the other calendar at hand', () => {
  expect(formatDate('en', '2026-05-03')).toBe('3 May 2026');
  expect(formatOtherCalendar('fa', '2026-05-03')).toMatch(/^۳ می ۲۰۲۶$/);
  expect(formatOtherCalendar('en', '2026-05-03')).toMatch(/^13 \p{L}+ 1405$/u);
  expect([formatYear('en', '2026-05-03'), formatYear('fa', '2026-05-03')]).toEqual(['2026', '۱۴۰۵']);
});

test('a day stays the day that was written, wherever the build runs; a time keeps its zone', () => {
  for (const zone of ['Asia/Kabul', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    process.env.TZ = zone;
    expect(formatDate('en', '2026-01-01')).toBe('1 January 2026');
  }
  delete process.env.TZ;
  expect(formatDate('en', '2026-01-01T21:00Z')).toBe('2 January 2026');
  expect(toInstant('2026-01-01T10:00+04:30').toISOString()).toBe('2026-01-01T05:30:00.000Z');
  expect(toInstant('2026-01-01T10:00').toISOString()).toBe('2026-01-01T05:30:00.000Z');
});

test('every day as ICU writes it, but for the English names of Afghan months', () => {
  const tags = { en: 'en-u-nu-latn', fa: 'fa-AF-u-nu-arabext' };
  const write = (lang: 'en' | 'fa', calendar: string, date: Date) => {
    const shape = { calendar, timeZone: 'Asia/Kabul', day: 'numeric', month: 'long', year: 'numeric' } as const;
    const parts = new Intl.DateTimeFormat(tags[lang], shape).formatToParts(date);
    return (['day', 'month', 'year'] as const).map((type) => parts.find((part) => part.type === type)!.value);
  };
  const moment = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.boolean(), (moment, wholeDay) => {
      const written = wholeDay ? moment.toISOString().slice(0, 10) : moment.toISOString();
      const date = toInstant(written);
      expect(formatDate('en', written)).toBe(write('en', 'gregory', date).join(' '));
      expect(formatDate('fa', written)).toBe(write('fa', 'persian', date).join(' '));
      expect(formatOtherCalendar('fa', written)).toBe(write('fa', 'gregory', date).join(' '));
      const [dayOfMonth, , year] = write('en', 'persian', date);
      const month = Number(
        new Intl.DateTimeFormat('en-u-ca-persian', { month: 'numeric', timeZone: 'Asia/Kabul' }).format(date),
      );
      const name = 'Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut'.split(' ')[month - 1];
      expect(formatOtherCalendar('en', written)).toBe(`${dayOfMonth} ${name} ${year}`);
    }),
  );
});

test('numbers in the language’s digits', () => {
  expect(formatNumber('fa', 12345)).toMatch(/^۱۲٬۳۴۵$/);
  expect(formatNumber('en', 12345)).toBe('12,345');
});

test('no invisible direction marks, for every day', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom('en' as const, 'fa' as const), (date, lang) => {
      const written = date.toISOString().slice(0, 10);
      for (const text of [formatDate(lang, written), formatOtherCalendar(lang, written), formatYear(lang, written)]) {
        expect(text).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(text).toMatch(lang === 'fa' ? /^[^0-9]+$/ : /^[^۰-۹]+$/);
      }
    }),
  );
});

test('lists as each language joins them', () => {
  const join = (lang: 'en' | 'fa', names: string[]) => {
    const between = formatListParts(lang, names.length);
    expect(between).toHaveLength(Math.max(0, names.length - 1));
    return names.map((name, i) => name + (between[i] ?? '')).join('');
  };
  expect(join('en', ['a', 'b', 'c'])).toMatch(/^a, b,? and c$/);
  expect(join('fa', ['ا', 'ب', 'پ'])).toBe('ا، ب و پ');
  expect(join('fa', ['ا'])).toBe('ا');
});
