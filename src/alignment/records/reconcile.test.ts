import { describe, expect, it } from 'vitest';
import { EN, FA, run } from '../testing/reconcile-texts.ts';
import type { AlignmentRecord } from './record.ts';

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
