import { describe, expect, it } from 'vitest';
import { alignInOrder, EN, FA, run, toBlocks } from '../testing/reconcile-texts.ts';
import { confirmUnit } from './edit-record.ts';
import { reconcile } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';

describe('which units are stale', () => {
  const { record } = run(null, EN, FA);
  const ids = record.units.map((unit) => unit.id);

  it('flags exactly the unit in which one word changed, and unflags it when the word is put back', () => {
    const edited = run(record, EN.with(2, 'Somebody gave the order to fight on.'), FA);
    expect(edited.units.map((unit) => unit.state)).toEqual(['fresh', 'fresh', 'stale']);
    expect(edited.units[2]!.stale).toEqual({ moved: 'en', reviewed: { en: [EN[2]], fa: [FA[2]] } });
    expect(edited.units.map((unit) => unit.id)).toEqual(ids);
    const back = run(edited.record, EN, FA);
    expect(back.record).toEqual(record);
  });

  it('keeps the day on which a side moved on, until it moves again', () => {
    const edit = (from: AlignmentRecord, text: string, day: string) =>
      reconcile(from, toBlocks(EN.with(2, text)), toBlocks(FA), { align: alignInOrder, work: 'w', dayOf: () => day });
    const since = (result: ReturnType<typeof edit>) => result.units[2]!.stale?.since;
    const moved = edit(record, 'Somebody gave the order to fight on.', '2026-05-03');
    const same = edit(moved.record, 'Somebody gave the order to fight on.', '2026-06-01');
    const again = edit(same.record, 'Somebody gave the order to stop.', '2026-06-01');
    expect([since(moved), since(same), same.changed, since(again)]).toEqual([
      '2026-05-03',
      '2026-05-03',
      false,
      '2026-06-01',
    ]);
  });

  it('takes a change to both sides as a review', () => {
    const en = run(record, EN.with(0, 'Kabul fell on a Sunday in mid-August.'), FA).record;
    const both = run(
      en,
      EN.with(0, 'Kabul fell on a Sunday in mid-August.'),
      FA.with(0, 'کابل یک‌شنبه‌ای در میانهٔ اسد سقوط کرد.'),
    );
    expect(both.units[0]).toMatchObject({ id: ids[0], state: 'fresh' });
    expect(both.record.units[0]!.now).toBeUndefined();
  });

  it('takes paragraphs that were joined, the shorter first, for the same text', () => {
    const short = run(null, ['Kabul fell.', ...EN.slice(1)], ['کابل سقوط کرد.', ...FA.slice(1)]).record;
    const whole = `Kabul fell. ${EN[1]}`;
    const fa = ['کابل سقوط کرد.', ...FA.slice(1)];
    const joined = run(short, [whole, EN[2]!], fa);
    expect(joined.units.map(({ state }) => state)).toEqual(['fresh', 'fresh']);
    expect(joined.record.units[0]).toMatchObject({ en: [whole], fa: fa.slice(0, 2) });
    const edited = run(joined.record, [whole, EN[2]!], fa.with(1, 'ارتش از ماه جوزا معاش نگرفته بود.'));
    expect(edited.units.map(({ stale }) => stale?.moved)).toEqual(['fa', undefined]);
  });

  it('keeps a rewritten text that was joined with its neighbour when the two are parted and swapped', () => {
    const rewritten = 'طالبان بی هیچ جنگی وارد پایتخت شدند و رئیس‌جمهور گریخت.';
    let seen = run(record, EN, FA.with(0, rewritten));
    seen = run(seen.record, EN, [`${rewritten} ${FA[1]}`, FA[2]!]);
    const { units } = run(seen.record, EN, [FA[1]!, rewritten, FA[2]!]);
    expect(units.map((unit) => [unit.en, unit.fa, unit.state])).toEqual([
      [[0, 1], [0, 1], 'stale'],
      [[2], [2], 'fresh'],
    ]);
  });

  it('does not take a change to one of two merged pairs for a review of the other', () => {
    const moved = run(record, EN.with(0, 'Kabul fell on a Monday in August.'), FA).record;
    const both = run(moved, [`Kabul fell on a Monday in August. ${EN[1]}`, EN[2]!], FA.with(1, 'ارتش پول نگرفته بود.'));
    expect(both.units[0]).toMatchObject({ state: 'stale', stale: { moved: 'en', apart: true } });
  });

  it('takes what is only spelled or encoded otherwise for unchanged', () => {
    const respelled = FA.with(0, 'كابل يك شنبه ای در ماه اسد سقوط کرد.').with(2, `\u200f${FA[2]!.normalize('NFD')}`);
    const again = run(record, EN, respelled);
    expect(again.units.map(({ id, state }) => [id, state])).toEqual(ids.map((id) => [id, 'fresh']));
    expect(again.record.units.map(({ fa }) => fa[0])).toEqual(respelled);
  });

  it('leaves a unit whose sides moved on apart stale until an editor confirms it, or both are taken back', () => {
    const now = { en: ['Kabul fell on a Monday.'], fa: ['کابل روز دوشنبه سقوط کرد.'] };
    const apart = { ...record, units: record.units.with(0, { ...record.units[0]!, now }) };
    const show = (en: string, fa: string) => run(apart, EN.with(0, en), FA.with(0, fa)).units[0]!;
    expect(show(now.en[0]!, now.fa[0]!)).toMatchObject({ state: 'stale', stale: { moved: 'en', apart: true } });
    expect(show('Kabul fell on a Tuesday.', now.fa[0]!).state).toBe('stale');
    expect(show(now.en[0]!, 'کابل روز سه‌شنبه سقوط کرد.').state).toBe('stale');
    expect(show(EN[0]!, now.fa[0]!).state).toBe('stale');
    expect(show(EN[0]!, FA[0]!).state).toBe('fresh');
    const seen = run(apart, EN.with(0, now.en[0]!), FA.with(0, now.fa[0]!)).record;
    expect(seen).toEqual(apart);
    const confirmed = confirmUnit(seen, ids[0]!, now);
    expect(run(confirmed, EN.with(0, now.en[0]!), FA.with(0, now.fa[0]!)).units[0]!.state).toBe('fresh');
  });
});
