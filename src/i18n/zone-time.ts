import { remember } from '../base/remember.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const format = remember(
    formats,
    timeZone,
    () => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
  );
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes, seconds = '0'] = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name) ?? [];
  if (!sign) return 0;
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === '-' ? -size : size) * 1000;
}

/** @param written `2026-05-03`, perhaps with `T08:00`, perhaps with `+04:30` @param ofDay the time of a day alone */
export function readInstant(written: string, timeZone: string, ofDay = '12:00'): Date {
  if (/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(written)) return new Date(written);
  const asUtc = Date.parse(`${written.length > 10 ? written : `${written}T${ofDay}`}Z`);
  // Where clocks change, the first guess is off; a second look puts it right.
  const guess = asUtc - offsetAt(timeZone, asUtc);
  return new Date(asUtc - offsetAt(timeZone, guess));
}
