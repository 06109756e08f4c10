import { describe, expect, it } from 'vitest';
import type { Block } from '../../markdown/block.ts';
import type { Pairing } from '../unit.ts';
import { confirmUnit } from './edit-record.ts';
import { reconcile } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';

const toBlocks = (texts: readonly string[]): Block[] => texts.map((text) => ({ type: 'p', depth: 0, text, links: [] }));

/** Pairs by position: enough to test what reconciling does with the aligner's answer. */
const alignInOrder = (en: readonly Block[], fa: readonly Block[]): Pairing[] =>
  Array.from({ length: Math.max(en.length, fa.length) }, (_, i) => ({
    en: i < en.length ? [i] : [],
    fa: i < fa.length ? [i] : [],
    confidence: 0.953,
  }));

function run(record: AlignmentRecord | null, en: readonly string[] | null, fa: readonly string[] | null) {
  return reconcile(record, en && toBlocks(en), fa && toBlocks(fa), { align: alignInOrder, work: 'w' });
}

const EN = [
  'Kabul fell on a Sunday in August.',
  'The army had not been paid since May.',
  'Nobody gave the order to fight on.',
];
const FA = ['کابل یک‌شنبه‌ای در ماه اسد سقوط کرد.', 'ارتش از ماه ثور معاش نگرفته بود.', 'هیچ‌کس فرمان ادامهٔ جنگ را نداد.'];

describe('reconcile without a record', () => {
  it('gives every unit the same id each time, from its text', () => {
    const first = run(null, EN, FA);
    expect(first.units.map((unit) => unit.id)).toEqual(run(null, EN, FA).units.map((unit) => unit.id));
    expect(new Set(first.units.map((unit) => unit.id)).size).toBe(3);
    for (const { id } of first.units) expect(id).toMatch(/^[a-z][a-z0-9]{5}$/);
    expect(first.changed).toBe(true);
    expect(first.record.units[0]).toEqual({
      id: first.units[0]!.id,
      en: [EN[0]],
      fa: [FA[0]],
      by: 'auto',
      confidence: 0.95,
    });
  });

  it('gives doubled texts ids of their own', () => {
    const { units } = run(null, ['Example:', 'Example:'], ['نمونه:', 'نمونه:']);
    expect(units[0]!.id).not.toBe(units[1]!.id);
  });

  it('takes an edition that does not exist as not translated, never as stale', () => {
    const { units } = run(null, EN, null);
    expect(units.map((unit) => [unit.state, unit.en, unit.fa, unit.stale])).toEqual(
      EN.map((_, i) => ['untranslated', [i], [], undefined]),
    );
  });
});

describe('reconcile with a record', () => {
  const { record } = run(null, EN, FA);
  const ids = record.units.map((unit) => unit.id);

  it('changes nothing when nothing changed', () => {
    const again = run(record, EN, FA);
    expect(again.changed).toBe(false);
    expect(again.record).toEqual(record);
  });

  it('flags exactly the unit in which one word changed, and unflags it when the word is put back', () => {
    const edited = run(record, EN.with(2, 'Somebody gave the order to fight on.'), FA);
    expect(edited.units.map((unit) => unit.state)).toEqual(['fresh', 'fresh', 'stale']);
    expect(edited.units[2]!.stale).toEqual({ moved: 'en', reviewed: { en: [EN[2]], fa: [FA[2]] } });
    expect(edited.units.map((unit) => unit.id)).toEqual(ids);
    const back = run(edited.record, EN, FA);
    expect(back.record).toEqual(record);
  });

  it('keeps an id whose text drifts far away over many runs', () => {
    let current = record;
    const drift = [
      'The army had not been paid for months.',
      'Soldiers went unpaid for months.',
      'Wages stopped, for months.',
    ];
    for (const text of drift) current = run(current, EN.with(1, text), FA).record;
    expect(current.units[1]).toMatchObject({ id: ids[1], en: [EN[1]], now: { en: [drift[2]] } });
    expect(run(current, EN, FA).record).toEqual(record);
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

  it('keeps a split text in one unit and calls it fresh', () => {
    const whole = [`${EN[0]} ${EN[1]}`, EN[2]!];
    const before = run(null, whole, [`${FA[0]} ${FA[1]}`, FA[2]!]).record;
    const split = run(before, EN, [`${FA[0]} ${FA[1]}`, FA[2]!]);
    expect(split.units.map((unit) => [unit.id, unit.en, unit.fa, unit.state])).toEqual([
      [before.units[0]!.id, [0, 1], [0], 'fresh'],
      [before.units[1]!.id, [2], [1], 'fresh'],
    ]);
  });

  it('makes the lesser of two merged units an alias, and gives it back its id when they part again', () => {
    const merged = run(record, [`${EN[0]} ${EN[1]}`, EN[2]!], FA);
    expect(merged.units.map((unit) => [unit.en, unit.fa, unit.state])).toEqual([
      [[0], [0, 1], 'fresh'],
      [[1], [2], 'fresh'],
    ]);
    const [kept, lost] = merged.units[0]!.id === ids[0] ? [ids[0], ids[1]] : [ids[1], ids[0]];
    expect(merged.aliases).toEqual({ [lost!]: kept });
    expect(merged.units[0]!.aliases).toEqual([lost]);
    const parted = run(merged.record, EN, FA);
    expect(parted.units.map((unit) => unit.id)).toEqual(ids);
    expect(parted.aliases).toEqual({});
  });

  it('parts a unit that was split in both editions, unless an editor paired it', () => {
    const whole = { en: [`${EN[0]} ${EN[1]}`, EN[2]!], fa: [`${FA[0]} ${FA[1]}`, FA[2]!] };
    const before = run(null, whole.en, whole.fa).record;
    const parted = run(before, EN, FA);
    expect(parted.units.map((unit) => [unit.en, unit.fa, unit.state])).toEqual(EN.map((_, i) => [[i], [i], 'fresh']));
    expect(parted.units.filter((unit) => unit.id === before.units[0]!.id)).toHaveLength(1);
    const human = { ...before, units: before.units.map((unit) => ({ ...unit, by: 'human' as const })) };
    expect(run(human, EN, FA).units[0]).toMatchObject({ id: before.units[0]!.id, en: [0, 1], fa: [0, 1] });
  });

  it('answers for a deleted unit at its neighbour, and gives the id back with the text', () => {
    const deleted = run(record, [EN[0]!, EN[2]!], [FA[0]!, FA[2]!]);
    expect(deleted.units.map((unit) => unit.id)).toEqual([ids[0], ids[2]]);
    expect(deleted.aliases).toEqual({ [ids[1]!]: ids[0] });
    expect(deleted.record.gone).toEqual([record.units[1]]);
    expect(run(deleted.record, EN, FA).record).toEqual(record);
  });

  it('shows the text whose twin was deleted as untranslated, with what was there', () => {
    const { units } = run(record, [EN[0]!, EN[2]!], FA);
    expect(units[1]).toMatchObject({ id: ids[1], en: [], fa: [1], state: 'untranslated', stale: { moved: 'en' } });
  });

  it('leaves the texts of an edition that is away as they are', () => {
    expect(run(record, EN, null).changed).toBe(false);
    expect(run(record, null, FA).changed).toBe(false);
    expect(run(record, null, null).record).toEqual(record);
  });

  it('follows swapped sections', () => {
    const { units } = run(record, [EN[2]!, EN[0]!, EN[1]!], FA);
    expect(units.map((unit) => [unit.id, unit.en, unit.fa, unit.state])).toEqual([
      [ids[2], [0], [2], 'fresh'],
      [ids[0], [1], [0], 'fresh'],
      [ids[1], [2], [1], 'fresh'],
    ]);
  });

  it('does not give a deleted text’s id to another text in its place', () => {
    const other = 'A wholly unlike remark about orchards, bees and honey in spring.';
    const { units, aliases } = run(
      record,
      EN.with(1, other),
      FA.with(1, 'سخنی دیگر دربارهٔ باغ و زنبور و عسل در بهار.'),
    );
    expect(ids).not.toContain(units[1]!.id);
    expect(aliases).toEqual({ [ids[1]!]: units[1]!.id });
  });

  it('does not give a text to the unit that had the same one once, when what that has now is deleted', () => {
    const doubled = ['For example:', 'For example:', ...EN];
    const twins = ['برای نمونه:', 'مثلاً:', ...FA];
    const first = run(null, doubled, twins).record;
    const edited = run(first, doubled.with(0, 'Another example:'), twins);
    expect(edited.units[0]!.state).toBe('stale');
    const { units } = run(edited.record, doubled.slice(1), twins);
    const owner = units.find((unit) => unit.en.includes(0))!;
    expect(owner.id).toBe(first.units[1]!.id);
    expect(owner.fa).toEqual([1]);
  });

  it('does not take a short text for put back because a longer one has its words', () => {
    const by = 'auto' as const;
    const longer = 'For example: the guards at the northern gate had left their posts before noon.';
    const known: AlignmentRecord = {
      version: 1,
      work: 'w',
      units: [
        { id: 'aaaaaa', en: [EN[1]!, 'For example:'], fa: [FA[1]!], by, now: { en: [EN[1]!, longer] } },
        { id: 'bbbbbb', en: ['For example:'], fa: ['مثلاً:'], by },
      ],
      aliases: {},
      gone: [],
    };
    const { units } = run(known, [EN[1]!, 'For example:', longer.replace('noon', 'dawn')], [FA[1]!, 'مثلاً:']);
    expect(Object.fromEntries(units.map((unit) => [unit.id, unit.en]))).toEqual({ aaaaaa: [0, 2], bbbbbb: [1] });
  });

  it('pairs a rewritten heading with the twin that stayed, and flags it', () => {
    const { units } = run(record, EN.with(1, 'Wages'), FA);
    expect(units[1]).toMatchObject({ id: ids[1], en: [1], fa: [1], state: 'stale', stale: { moved: 'en' } });
  });

  it('keeps the pair of a paragraph that was rewritten between untouched neighbours, whatever the aligner says', () => {
    const align = (en: readonly Block[], fa: readonly Block[]): Pairing[] => [
      ...en.map((_, i) => ({ en: [i], fa: [], confidence: 1 })),
      ...fa.map((_, i) => ({ en: [], fa: [i], confidence: 1 })),
    ];
    for (const at of EN.keys()) {
      const rewritten = EN.with(at, 'We look at these numbers only to see which pages are read.');
      const { units } = reconcile(record, toBlocks(rewritten), toBlocks(FA), { align, work: 'w' });
      expect(units.map(({ id, state }) => [id, state])).toEqual(ids.map((id, i) => [id, i === at ? 'stale' : 'fresh']));
    }
  });

  it('keeps a rewritten text in a unit between whose texts another one lies', () => {
    // The first and the third are one unit, since an editor said so.
    const unit = { ...record.units[0]!, en: [EN[0]!, EN[2]!], fa: [FA[0]!, FA[2]!], by: 'human' as const };
    const joined: AlignmentRecord = { ...record, units: [unit, record.units[1]!] };
    const { units } = run(joined, EN.with(0, 'We look at these numbers only to see which pages are read.'), FA);
    expect(units.map(({ id, en, fa, state }) => [id, en, fa, state])).toEqual([
      [unit.id, [0, 2], [0, 2], 'stale'],
      [record.units[1]!.id, [1], [1], 'fresh'],
    ]);
  });

  it('keeps a rewritten text that is in its place by its neighbours in both editions, where the record lists others', () => {
    // The record lists the second to fourth together, and the first after them; in English it is among them.
    const last = { en: 'The men went home by night, on foot.', fa: 'مردان شبانه و پیاده به خانه رفتند.' };
    const [en, fa] = [
      [EN[1]!, EN[0]!, EN[2]!, last.en],
      [...FA, last.fa],
    ];
    const unit = { ...record.units[1]!, en: [EN[1]!, EN[2]!, last.en], fa: fa.slice(1), by: 'human' as const };
    const joined: AlignmentRecord = { ...record, units: [unit, record.units[0]!] };
    expect(run(joined, en, fa).units.map(({ state }) => state)).toEqual(['fresh', 'fresh']);
    const { units } = run(joined, en.with(3, 'We look at these numbers only to see which pages are read.'), fa);
    expect(units.map(({ id, en, fa, state }) => [id, en, fa, state])).toEqual([
      [unit.id, [0, 2, 3], [1, 2, 3], 'stale'],
      [record.units[0]!.id, [1], [0], 'fresh'],
    ]);
  });

  it('leads the id of a unit of which both sides were replaced in one run to what takes their place', () => {
    const [en, fa] = [
      'We look at these numbers only to see which pages are read.',
      'باغ‌های انگور در پاییز زیر برف ماندند.',
    ];
    for (const at of EN.keys()) {
      const { units, aliases } = run(record, EN.with(at, en), FA.with(at, fa));
      const taken = units[at]!;
      expect([taken.en, taken.fa, taken.state]).toEqual([[at], [at], 'fresh']);
      expect(ids).not.toContain(taken.id);
      expect(aliases).toEqual({ [ids[at]!]: taken.id });
      expect(taken.aliases).toEqual([ids[at]]);
      expect(units.map(({ id }) => id).toSpliced(at, 1)).toEqual(ids.toSpliced(at, 1));
    }
  });

  it('leads the ids of two neighbours that were replaced on both sides each to its own successor', () => {
    const en = [
      'We look at these numbers only to see which pages are read.',
      'Orchards are planted along the upper canal.',
    ];
    const fa = ['باغ‌های انگور در پاییز زیر برف ماندند.', 'این شماره‌ها تنها نشان می‌دهند که چه خوانده می‌شود.'];
    const { units, aliases } = run(record, [EN[0]!, ...en], [FA[0]!, ...fa]);
    expect(units.map(({ en, fa }) => [en, fa])).toEqual([0, 1, 2].map((i) => [[i], [i]]));
    expect(aliases).toEqual({ [ids[1]!]: units[1]!.id, [ids[2]!]: units[2]!.id });
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

  it('makes one unit of two lines with the same id', () => {
    const [first, ...rest] = record.units;
    const { units, changed } = run({ ...record, units: [first!, { ...first!, en: ['Other.'] }, ...rest] }, EN, FA);
    expect([units.map((unit) => unit.id), changed]).toEqual([ids, true]);
  });

  it('never overrules a human', () => {
    const human: AlignmentRecord = {
      ...record,
      units: [
        { id: 'k7q2', en: [EN[0]!], fa: [FA[1]!], by: 'human' },
        { id: 'm3xa', en: [EN[1]!], fa: [], relation: 'omitted', by: 'human' },
        { id: 'p0ze', en: [EN[2]!], fa: [FA[0]!, FA[2]!], relation: 'adapted', by: 'human' },
      ],
    };
    const next = run(human, [...EN, 'One more.'], [...FA, 'یکی دیگر.', 'افزون بر آن.']);
    expect(next.record.units.slice(0, 3)).toEqual(human.units);
    expect(next.units[1]).toMatchObject({ id: 'm3xa', fa: [], state: 'omitted' });
    expect(next.units.map((unit) => unit.state)).toEqual(['fresh', 'omitted', 'fresh', 'fresh', 'untranslated']);
  });
});
