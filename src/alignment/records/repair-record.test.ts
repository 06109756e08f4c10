import { describe, expect, it } from 'vitest';
import type { AlignmentRecord, RecordUnit } from './record.ts';
import { mergeRecords, parseConflict } from './repair-record.ts';

const unit = (id: string, en: string, extra: Partial<RecordUnit> = {}): RecordUnit => ({
  id,
  en: [en],
  fa: [`${en} fa`],
  by: 'auto',
  ...extra,
});
const record = (units: RecordUnit[], extra: Partial<AlignmentRecord> = {}): AlignmentRecord => ({
  version: 1,
  work: 'w',
  units,
  aliases: {},
  gone: [],
  ...extra,
});
const present = (...en: string[]) => ({ en: new Set(en), fa: new Set(en.map((text) => `${text} fa`)) });

describe('parseConflict', () => {
  it('reads both versions, whatever is left of commas and brackets', () => {
    const { ours, theirs } = parseConflict(`{"version":1,"work":"w","units":[
{"id":"aa","en":["a"],"fa":[],"by":"auto"},
<<<<<<< HEAD
{"id":"bb","en":["b"],"fa":[],"by":"auto"}
],"aliases":{
"old":"aa"
}}
||||||| base
{"id":"dd","en":["d"],"fa":[],"by":"auto"}
],"aliases":{}}
=======
{"id":"cc","en":["c"],"fa":[],"by":"auto"},
],"aliases":{"older":"aa"},"gone":[
{"id":"older","en":["o"],"fa":[],"by":"auto"}
]}
>>>>>>> theirs
`);
    expect(ours.record).toMatchObject({
      work: 'w',
      aliases: { old: 'aa' },
      units: [{ id: 'aa' }, { id: 'bb' }],
      gone: [],
    });
    expect(theirs.record).toMatchObject({
      aliases: { older: 'aa' },
      units: [{ id: 'aa' }, { id: 'cc' }],
      gone: [{ id: 'older' }],
    });
  });

  it('reads sections that git joined without a conflict, so that they stand there twice', () => {
    const { ours, theirs } = parseConflict(`{"version":1,"work":"w","units":[
{"id":"aa","en":["a"],"fa":[],"by":"auto"},

{"id":"bb","en":["says \\"gone\\":["],"fa":[],"by":"auto"}
],"aliases":{
"old":"aa"
},"gone":[
{"id":"old","en":["o"],"fa":[],"by":"auto"},

{"id":"bb","en":["says \\"gone\\":["],"fa":[],"by":"auto"}
],"aliases":{
"older":"aa"
},"gone":[
{"id":"older","en":["p"],"fa":[],"by":"auto"}
]}
`);
    expect(ours).toEqual(theirs);
    expect(ours.record).toMatchObject({
      units: [{ id: 'aa' }, { id: 'bb' }],
      aliases: { old: 'aa', older: 'aa' },
      gone: [{ id: 'old' }, { id: 'bb' }, { id: 'older' }],
    });
  });

  it('gives no record where a line is damaged', () => {
    const { ours, theirs } = parseConflict(
      '<<<<<<< a\n{"id":"aa","en":[}\n=======\n{"id":"aa","en":["a"],"fa":[],"by":"auto"}\n>>>>>>> b\n',
    );
    expect(ours.record).toBeUndefined();
    expect(theirs.record?.units).toHaveLength(1);
  });
});

describe('mergeRecords', () => {
  it('keeps the units of both, each in its place', () => {
    const merged = mergeRecords(
      record([unit('aa', 'a'), unit('xx', 'x'), unit('bb', 'b')]),
      record([unit('aa', 'a'), unit('bb', 'b'), unit('yy', 'y')]),
      present(),
    );
    expect(merged.units.map(({ id }) => id)).toEqual(['aa', 'xx', 'bb', 'yy']);
  });

  it('takes of one unit the human pairing, then the one nearer to the text, then the reviewed one', () => {
    const human = unit('aa', 'old', { by: 'human' });
    const fresh = unit('aa', 'new');
    const stale: RecordUnit = { ...unit('aa', 'old'), now: { en: ['new'] } };
    const choose = (a: RecordUnit, b: RecordUnit, ...texts: string[]) =>
      mergeRecords(record([a]), record([b]), present(...texts)).units[0];
    expect(choose(fresh, human, 'new')).toEqual({ ...fresh, by: 'human' });
    expect(choose(unit('aa', 'old'), fresh, 'new')).toEqual(fresh);
    const reviewed: RecordUnit = { ...stale, en: ['new'], now: undefined };
    expect(choose(stale, reviewed, 'new', 'old')).toEqual({ ...unit('aa', 'old'), en: ['new'] });
  });

  const texts = (en: string[], fa: string[]) => ({ en: new Set(en), fa: new Set(fa) });
  const base: RecordUnit = { id: 'aa', en: ['e0'], fa: ['f0'], by: 'auto' };
  const merge = (ours: RecordUnit[], theirs: RecordUnit[], en: string[], fa: string[]) =>
    mergeRecords(record(ours), record(theirs), texts(en, fa)).units;

  it('leaves a unit of which two branches each changed one side as moved on on both', () => {
    const ours = { ...base, now: { en: ['e1'] } };
    const theirs = { ...base, now: { fa: ['f1'] } };
    const expected = { ...base, now: { en: ['e1'], fa: ['f1'] } };
    expect(merge([ours], [theirs], ['e1'], ['f1'])).toEqual([expected]);
    expect(merge([theirs], [ours], ['e1'], ['f1'])).toEqual([expected]);
  });

  it('leaves a unit that two branches reviewed, and whose texts come one from each, as moved on on both', () => {
    const [ours, theirs] = [
      { ...base, en: ['e1'], fa: ['f1'] },
      { ...base, en: ['e2'], fa: ['f2'] },
    ];
    expect(merge([ours], [theirs], ['e1'], ['f2'])[0]!.now).toEqual({ en: ['e1'], fa: ['f2'] });
    expect(merge([ours], [theirs], ['e2'], ['f2'])).toEqual([theirs]);
  });

  it('takes the version of the branch that alone changed a unit', () => {
    for (const changed of [
      { ...base, now: { en: ['e1'] } },
      { ...base, en: ['e1'] },
    ]) {
      expect(merge([base], [changed], ['e1'], ['f0'])).toEqual([changed]);
      expect(merge([changed], [base], ['e1'], ['f0'])).toEqual([changed]);
    }
  });

  it('brings what one branch did to a unit into the unit that the other merged it into', () => {
    const joined = { id: 'aa', en: ['e0 e9'], fa: ['f0', 'f9'], by: 'auto' as const };
    const lost: RecordUnit = { id: 'bb', en: ['e9'], fa: ['f9'], by: 'auto' };
    const ours = record([joined], { gone: [lost], aliases: { bb: 'aa' } });
    const joinWith = (changed: RecordUnit, en: string[], fa: string[]) =>
      mergeRecords(ours, record([base, changed]), texts(en, fa));
    const merged = joinWith({ ...lost, now: { fa: ['g9'] } }, ['e0 e9'], ['f0', 'g9']);
    expect(merged.units).toEqual([{ ...joined, now: { fa: ['f0', 'g9'] } }]);
    expect([merged.gone, merged.aliases]).toEqual([[lost], { bb: 'aa' }]);
    const reviewed = joinWith({ ...lost, en: ['h9'], fa: ['g9'] }, ['e0 h9'], ['f0', 'g9']);
    expect(reviewed.units).toEqual([{ ...joined, en: ['e0 h9'], fa: ['f0', 'g9'] }]);
  });

  it('keeps the waivers of both', () => {
    const merged = mergeRecords(
      record([unit('aa', 'a', { waive: { A: '1' } })]),
      record([unit('aa', 'a', { waive: { B: '2' } })]),
      present(),
    );
    expect(merged.units[0]!.waive).toEqual({ A: '1', B: '2' });
  });

  it('deletes what one deleted and the other left alone, keeps what the other changed', () => {
    const deleted = record([unit('aa', 'a')], { gone: [unit('bb', 'b')], aliases: { bb: 'aa' } });
    expect(
      mergeRecords(deleted, record([unit('aa', 'a'), unit('bb', 'b')]), present()).units.map(({ id }) => id),
    ).toEqual(['aa']);
    const changed = mergeRecords(deleted, record([unit('aa', 'a'), unit('bb', 'better')]), present());
    expect(changed.units.map(({ id }) => id)).toEqual(['aa', 'bb']);
    expect([changed.gone, changed.aliases]).toEqual([[], {}]);
  });

  it('makes one unit of two with the same id', () => {
    const doubled = record([unit('aa', 'a'), unit('bb', 'b'), unit('aa', 'new')]);
    expect(mergeRecords(doubled, doubled, present('new')).units).toEqual([unit('aa', 'new'), unit('bb', 'b')]);
  });
});
