interface CalendarDate {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** As Iranian and Dari write them, letters normalised. */
const GREGORIAN_MONTHS: readonly string[] = [
  'january|jan|ژانویه|جنوری',
  'february|feb|فوریه|فبروری|فیبروری',
  'march|mar|مارس|مارچ',
  'april|apr|اوریل|اپریل',
  'may|مه|می|مای',
  'june|jun|ژوین|جون',
  'july|jul|ژوییه|جولای|جولایی|ژولای',
  'august|aug|اوت|اگست|اگوست',
  'september|sept|sep|سپتامبر|سپتمبر',
  'october|oct|اکتبر|اکتوبر',
  'november|nov|نوامبر|نومبر',
  'december|dec|دسامبر|دسمبر',
];

const SOLAR_MONTHS: readonly string[] = [
  'فروردین|حمل|farvardin|hamal',
  'اردیبهشت|ثور|ordibehesht|sawr',
  'خرداد|جوزا|khordad|jawza',
  'تیر|سرطان|tir|saratan',
  'مرداد|اسد|mordad|asad',
  'شهریور|سنبله|shahrivar|sonbola',
  'مهر|میزان|mehr|mizan',
  'ابان|عقرب|aban|aqrab',
  'اذر|قوس|azar|qaws',
  'دی|جدی|dey|jadi',
  'بهمن|دلو|bahman|dalw',
  'اسفند|حوت|esfand|hut',
];

const MONTHS = new Map<string, { calendar: 'gregorian' | 'solar'; month: number }>();
for (const [calendar, table] of [
  ['gregorian', GREGORIAN_MONTHS],
  ['solar', SOLAR_MONTHS],
] as const) {
  for (const [index, names] of table.entries()) {
    for (const name of names.split('|')) MONTHS.set(name, { calendar, month: index + 1 });
  }
}

const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})(?!\\p{L})(?:\\s*(?:ماه|سال)?[\\s,،]*(\\d{4})(?!\\d))?`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4})(?!\\d))?`,
  'giu',
);

/** As `@2021-08-15` and `@08-15`. A Solar Hijri day without a year may fall on either of two Gregorian days. */
export function findDates(text: string): string[] {
  if (!/\d/.test(text)) return [];
  const tokens: string[] = [];
  for (const [, day, month, year] of text.matchAll(DAY_FIRST)) tokens.push(...nameDate(day!, month!, year));
  for (const [, month, day, year] of text.matchAll(MONTH_FIRST)) {
    // In "12 May 2020" the year's first digits are no day of the month.
    if (LATIN_MONTH.test(month!)) tokens.push(...nameDate(day!, month!, year));
  }
  return [...new Set(tokens)];
}

const LATIN_MONTH = /^[a-z]/i;

function nameDate(day: string, monthName: string, year: string | undefined): string[] {
  const entry = MONTHS.get(monthName.toLowerCase())!;
  const date = { year: year === undefined ? undefined : Number(year), month: entry.month, day: Number(day) };
  if (date.day < 1 || date.day > 31) return [];
  if (entry.calendar === 'gregorian') return nameGregorian(date);
  if (date.year !== undefined) return nameGregorian(solarToGregorian(date.year, date.month, date.day));
  // 1399 was a leap year: 1399 and 1400 show both Gregorian days a Solar day can be.
  return [
    ...new Set(
      [1399, 1400].flatMap((solarYear) => nameGregorian(solarToGregorian(solarYear, date.month, date.day)).slice(-1)),
    ),
  ];
}

function nameGregorian({ year, month, day }: CalendarDate): string[] {
  const short = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year === undefined ? [`@${short}`] : [`@${year}-${short}`, `@${short}`];
}

/** By the 33-year leap cycle (right for Gregorian 1865–2093); the year begins at the spring equinox. */
export function solarToGregorian(year: number, month: number, day: number): Required<CalendarDate> & { year: number } {
  const dayOfYear = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const cycleYear = year - 979;
  const leapDays = Math.floor(cycleYear / 33) * 8 + Math.floor(((cycleYear % 33) + 3) / 4);
  // 1 Farvardin 979 was 20 March 1600.
  const days = 365 * cycleYear + leapDays + dayOfYear + day - 1;
  const gregorian = new Date(Date.UTC(1600, 2, 20) + days * 86_400_000);
  return { year: gregorian.getUTCFullYear(), month: gregorian.getUTCMonth() + 1, day: gregorian.getUTCDate() };
}
