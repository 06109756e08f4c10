import { listComma } from '../base/list-comma.ts';
import { remember } from '../base/remember.ts';
import { type Locale, locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { site } from '../site.ts';
import { readInstant } from './zone-time.ts';

type Calendar = Locale['calendar'];

const controls = /[\u200e\u200f]/g;
const perCalendar = <T>(make: (calendar: Calendar) => T): Readonly<Record<Calendar, T>> => ({
  gregory: make('gregory'),
  persian: make('persian'),
});
const perLang = <T>(make: (lang: Lang) => T): Readonly<Record<Lang, T>> => ({ en: make('en'), fa: make('fa') });

/** Noon where the newsroom is, so that no time zone moves the day. */
export function toInstant(date: string): Date {
  return readInstant(date, site.timeZone);
}

/** `3 May 2026`, or «۱۳ ثور ۱۴۰۵». */
export function formatDate(lang: Lang, date: string): string {
  return formatDay(lang, date, locales[lang].calendar).text;
}

export function formatYear(lang: Lang, date: string): string {
  return formatDay(lang, date, locales[lang].calendar).year;
}

/** Gregorian on Persian pages, Solar Hijri on English ones. */
export function formatOtherCalendar(lang: Lang, date: string): string {
  return formatDay(lang, date, locales[lang].calendar === 'persian' ? 'gregory' : 'persian').text;
}

/** ICU only knows the Iranian names (Farvardin…). */
const afghanMonths = 'Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut'.split(' ');

interface Day {
  readonly text: string;
  readonly year: string;
}

interface DayNumbers {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const numberFormat = (calendar: Calendar, timeZone: string) =>
  new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
const newsroomDays = numberFormat('gregory', site.timeZone);
const solarDays = numberFormat('persian', 'UTC');

function askNumbers(format: Intl.DateTimeFormat, date: Date): DayNumbers {
  // 5/13/1405 AP: English has the month first in either calendar.
  const [month, day, year] = format.format(date).match(/\d+/g)!.map(Number);
  return { day: day!, month: month!, year: year! };
}

/** In UTC; day 0 is the last of the month before. */
function noonOf({ day, month, year }: DayNumbers): Date {
  // `Date.UTC` takes years of two digits for those of the last century.
  return new Date(new Date(0).setUTCFullYear(year, month - 1, day) + 12 * 3_600_000);
}

const momentDays = new Map<string, DayNumbers>();

function readDay(date: string): DayNumbers {
  if (date.length > 10) return remember(momentDays, date, () => askNumbers(newsroomDays, toInstant(date)));
  return { day: Number(date.slice(8)), month: Number(date.slice(5, 7)), year: Number(date.slice(0, 4)) };
}

/** For each Gregorian month, the Solar Hijri day of its first day, and the one that begins `length` days on. */
const solarMonths = new Map<string, { first: DayNumbers; last: DayNumbers; length: number }>();

/** ICU is slow and asked once a month: within a Gregorian month, a single solar month ends. */
function toSolar({ day, month, year }: DayNumbers): DayNumbers {
  const { first, last, length } = remember(solarMonths, `${year}-${month}`, () => {
    const end = noonOf({ day: 0, month: month + 1, year });
    const ask = (date: Date) => askNumbers(solarDays, date);
    return { first: ask(noonOf({ day: 1, month, year })), last: ask(end), length: end.getUTCDate() };
  });
  const sinceNew = last.day - (length - day);
  return sinceNew > 0 ? { ...last, day: sinceNew } : { ...first, day: first.day + day - 1 };
}

const nameFormats = new Map<string, Intl.DateTimeFormat>();
const monthNames = perLang(() => perCalendar(() => new Map<number, string>()));

function nameMonth(lang: Lang, calendar: Calendar, month: number, day: DayNumbers): string {
  return remember(monthNames[lang][calendar], month, () => {
    const { tag } = locales[lang];
    if (lang === 'en' && calendar === 'persian' && locales.fa.tag === 'fa-AF') return afghanMonths[month - 1]!;
    const options = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const;
    const locale = `${tag}-u-ca-${calendar}`;
    const format = remember(nameFormats, locale, () => new Intl.DateTimeFormat(locale, options));
    // In a whole date: some languages have another form of the name where it is alone.
    const parts = format.formatToParts(noonOf(day));
    return parts.find(({ type }) => type === 'month')!.value.replace(controls, '');
  });
}

const plainNumbers = perLang(
  (lang) => new Intl.NumberFormat(`${locales[lang].tag}-u-nu-${locales[lang].digits}`, { useGrouping: false }),
);
const writtenNumbers = perLang(() => new Map<number, string>());
const days = perLang(() => perCalendar(() => new Map<string, Day>()));

function formatDay(lang: Lang, date: string, calendar: Calendar): Day {
  return remember(days[lang][calendar], date, () => {
    const written = readDay(date);
    const { day, month, year } = calendar === 'persian' ? toSolar(written) : written;
    const write = (value: number) =>
      remember(writtenNumbers[lang], value, () => plainNumbers[lang].format(value).replace(controls, ''));
    return { text: `${write(day)} ${nameMonth(lang, calendar, month, written)} ${write(year)}`, year: write(year) };
  });
}

const numbers = perLang((lang) => new Intl.NumberFormat(`${locales[lang].tag}-u-nu-${locales[lang].digits}`));

export function formatNumber(lang: Lang, value: number): string {
  return numbers[lang].format(value).replace(controls, '');
}

/** `a, b and c`, «الف، ب و ج». `Intl.ListFormat` writes «، و», which no editor does. */
const between: Readonly<Record<Lang, readonly [comma: string, and: string]>> = {
  en: [listComma('en'), ' and '],
  fa: [listComma('fa'), ' و '],
};

/** What is between `count` names, so that the names themselves may be links. */
export function formatListParts(lang: Lang, count: number): string[] {
  const [comma, and] = between[lang];
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => (i === count - 2 ? and : comma));
}
