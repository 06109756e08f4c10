import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, solarToGregorian } from './calendar-dates.ts';
import { normalize } from './words.ts';

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

describe('solarToGregorian', () => {
  it('agrees with ICU on every day it is asked for, 1900 to 2090', () => {
    const days = fc.date({
      min: new Date(Date.UTC(1900, 0, 1)),
      max: new Date(Date.UTC(2090, 0, 1)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const parts = Object.fromEntries(persian.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
        expect(solarToGregorian(parts.year!, parts.month!, parts.day!)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('findDates', () => {
  it.each([
    ['On August 15, 2021 the city fell', '@2021-08-15'],
    ['on the 15th of August 2021', '@2021-08-15'],
    ['در ۲۴ اسد ۱۴۰۰', '@2021-08-15'],
    ['۲۴ مرداد ۱۴۰۰', '@2021-08-15'],
    ['۱۵ آگست ۲۰۲۱', '@2021-08-15'],
    ['۱۵ اوت ۲۰۲۱', '@2021-08-15'],
  ])('reads %s', (text, token) => {
    expect(findDates(normalize(text))).toContain(token);
  });

  it('gives both days that a Solar Hijri day without a year can be', () => {
    expect(findDates(normalize('۲۴ اسد'))).toEqual(['@08-14', '@08-15']);
  });

  it('finds none in numbers that are no dates', () => {
    expect(findDates(normalize('may 1,200 people march 45 miles'))).toEqual([]);
    expect(findDates('24 hours')).toEqual([]);
  });
});
