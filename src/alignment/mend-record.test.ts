import { describe, expect, it } from 'vitest';
import { mergeRecords, parseConflict } from './mend-record.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';

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

  it('takes of one unit the human version, then the one nearer to the text, then the reviewed one', () => {
    const human = unit('aa', 'old', { by: 'human' });
    const fresh = unit('aa', 'new');
    const stale: RecordUnit = { ...unit('aa', 'old'), now: { en: ['new'] } };
    const choose = (a: RecordUnit, b: RecordUnit, ...texts: string[]) =>
      mergeRecords(record([a]), record([b]), present(...texts)).units[0];
    expect(choose(fresh, human, 'new')).toBe(human);
    expect(choose(unit('aa', 'old'), fresh, 'new')).toBe(fresh);
    const reviewed: RecordUnit = { ...stale, en: ['new'], now: undefined };
    expect(choose(stale, reviewed, 'new', 'old')).toBe(reviewed);
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
