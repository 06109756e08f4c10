import { describe, expect, it } from 'vitest';
import { assignRecords } from './assign-records.ts';
import type { AlignmentRecord } from './record.ts';

const record = (...texts: string[]): AlignmentRecord => ({
  version: 1,
  work: 'old',
  units: texts.map((text, i) => ({ id: `a${i}`, en: [text], fa: [], by: 'auto' })),
  aliases: {},
  gone: [],
});

const assign = (records: Record<string, AlignmentRecord>, works: Record<string, string[]>) =>
  Object.fromEntries(assignRecords(new Map(Object.entries(records)), new Map(Object.entries(works))));

describe('assignRecords', () => {
  it('gives a record to the work that has most of its texts, and to one only', () => {
    const works = { half: ['a', 'b', 'x', 'y'], most: ['a', 'b', 'c', 'new'] };
    expect(assign({ old: record('a', 'b', 'c', 'd') }, works)).toEqual({ most: 'old' });
  });

  it('gives it to nobody where the texts are others', () => {
    expect(assign({ old: record('a', 'b', 'c') }, { new: ['a', 'x', 'y'] })).toEqual({});
  });

  it('leaves a record with its name, whatever the texts, as long as no other work holds it', () => {
    expect(assign({ own: record('a', 'b', 'c') }, { own: ['x', 'y'], copy: ['a', 'z', 'z'] })).toEqual({ own: 'own' });
    // A copy, even one that is nearer than what the original has become.
    expect(assign({ own: record('a', 'b', 'c') }, { own: ['a', 'b', 'x'], copy: ['a', 'b', 'c'] })).toEqual({
      own: 'own',
    });
    expect(
      assign({ own: record('a', 'b', 'c', 'd') }, { own: ['a', 'b', 'x', 'y'], copy: ['a', 'b', 'c', 'd'] }),
    ).toEqual({ own: 'own' });
  });

  it('follows works that changed names with each other', () => {
    const works = { one: ['c', 'd', 'new'], two: ['a', 'b'] };
    expect(assign({ one: record('a', 'b'), two: record('c', 'd') }, works)).toEqual({ one: 'two', two: 'one' });
  });

  it('gives a work the record that knows both its sides rather than that of its name, which knows one', () => {
    const works = { new: ['a', 'b', 'A', 'B'] };
    expect(assign({ new: record('a', 'b'), old: record('a', 'b', 'A', 'B') }, works)).toEqual({ new: 'old' });
  });
});
