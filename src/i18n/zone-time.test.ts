import { expect, test } from 'vitest';
import { readInstant } from './zone-time.ts';

/** Offsets as the IANA time zone database has them. */
test.each([
  ['2026-05-03', 'Asia/Kabul', '2026-05-03T07:30:00.000Z'],
  ['2026-05-03', 'UTC', '2026-05-03T12:00:00.000Z'],
  ['2026-05-03', 'America/Los_Angeles', '2026-05-03T19:00:00.000Z'],
  ['2026-01-03', 'America/Los_Angeles', '2026-01-03T20:00:00.000Z'],
  ['2026-05-03', 'Pacific/Kiritimati', '2026-05-02T22:00:00.000Z'],
  ['2026-12-01T08:00', 'Asia/Kabul', '2026-12-01T03:30:00.000Z'],
  ['2026-12-01T08:00:30', 'Asia/Tehran', '2026-12-01T04:30:30.000Z'],
  ['2026-12-01T08:00+04:30', 'America/Los_Angeles', '2026-12-01T03:30:00.000Z'],
  ['2026-12-01T08:00Z', 'Asia/Kabul', '2026-12-01T08:00:00.000Z'],
  // Clocks in Berlin went from 2:00 to 3:00 on 29 March 2026, and go from 3:00 to 2:00 on 25 October.
  ['2026-03-29T01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
])('%s in %s', (written, timeZone, instant) => {
  expect(readInstant(written, timeZone).toISOString()).toBe(instant);
});

test('a day alone may mean another time of it', () => {
  expect(readInstant('2026-05-03', 'Asia/Kabul', '00:00').toISOString()).toBe('2026-05-02T19:30:00.000Z');
});
