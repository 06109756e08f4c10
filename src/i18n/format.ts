import { locales } from '../locales.ts';
import { site } from '../site.ts';
import type { Lang } from '../works/block.ts';

const controls = /[\u200e\u200f]/g;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What is shown of a date. */
const shapes = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

function dateFormat(lang: Lang, calendar: 'gregory' | 'persian', shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${lang}/${calendar}/${shape}`;
  let format = formats.get(key);
  if (!format) {
    const { tag, digits } = locales[lang];
    const options = { timeZone: site.timeZone, ...shapes[shape] };
    format = new Intl.DateTimeFormat(`${tag}-u-ca-${calendar}-nu-${digits}`, options);
    formats.set(key, format);
  }
  return format;
}

/** A frontmatter date as an instant: noon where the newsroom is, so that no time zone moves the day. */
export function toInstant(date: string): Date {
  return new Date(date.length > 10 ? (/[Z+-]\d*:?\d*$/.test(date.slice(11)) ? date : `${date}Z`) : `${date}T07:30:00Z`);
}

/** `3 May 2026`, or «۱۳ ثور ۱۴۰۵»: day, month, year in the language's own calendar and digits. */
export function formatDate(lang: Lang, date: string): string {
  return formatDay(lang, date, locales[lang].calendar).text;
}

/** The year in the page's calendar and digits. */
export function formatYear(lang: Lang, date: string): string {
  return formatDay(lang, date, locales[lang].calendar).year;
}

/** The same day in the other calendar, to stand beside it: Gregorian on Persian pages, Solar Hijri on English ones. */
export function formatOtherCalendar(lang: Lang, date: string): string {
  return formatDay(lang, date, locales[lang].calendar === 'persian' ? 'gregory' : 'persian').text;
}

/** English names of the Solar Hijri months as Afghanistan has them: ICU only knows the Iranian ones (Farvardin…). */
const afghanMonths = 'Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut'.split(' ');

interface Day {
  readonly text: string;
  readonly year: string;
}

/** Days as they were formatted before: lists show the same ones, and formatting is slow. */
const days = new Map<string, Day>();

function formatDay(lang: Lang, date: string, calendar: 'gregory' | 'persian'): Day {
  const key = `${lang} ${calendar} ${date}`;
  const known = days.get(key) ?? makeDay(lang, date, calendar);
  days.set(key, known);
  return known;
}

function makeDay(lang: Lang, date: string, calendar: 'gregory' | 'persian'): Day {
  const parts = dateFormat(lang, calendar, 'day').formatToParts(toInstant(date));
  const isAfghan = lang === 'en' && calendar === 'persian' && locales.fa.tag === 'fa-AF';
  const month = isAfghan ? afghanMonths[numberOfMonth(date) - 1]! : findPart(parts, 'month');
  const year = findPart(parts, 'year').replace(controls, '');
  return { text: `${findPart(parts, 'day')} ${month} ${year}`.replace(controls, ''), year };
}

function findPart(parts: readonly Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string {
  for (const part of parts) if (part.type === type) return part.value;
  return '';
}

function numberOfMonth(date: string): number {
  return Number(dateFormat('en', 'persian', 'month').format(toInstant(date)));
}

const numbers = {
  en: new Intl.NumberFormat(`${locales.en.tag}-u-nu-${locales.en.digits}`),
  fa: new Intl.NumberFormat(`${locales.fa.tag}-u-nu-${locales.fa.digits}`),
};

/** A number in the language's digits and separators. */
export function formatNumber(lang: Lang, value: number): string {
  return numbers[lang].format(value).replace(controls, '');
}

/** What stands between the names of a list: `a, b and c`, «الف، ب و ج». `Intl.ListFormat` writes «، و», which no editor does. */
const between: Readonly<Record<Lang, readonly [comma: string, and: string]>> = {
  en: [', ', ' and '],
  fa: ['، ', ' و '],
};

/** The words between the names of a list of `count`, so that the names themselves may be links. */
export function formatListParts(lang: Lang, count: number): string[] {
  const [comma, and] = between[lang];
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => (i === count - 2 ? and : comma));
}
