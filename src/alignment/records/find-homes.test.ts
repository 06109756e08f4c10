import { describe, expect, it, vi } from 'vitest';
import type { Lang } from '../../markdown/block.ts';
import { type EditionTexts, findHomes } from './find-homes.ts';
import type { AlignmentRecord } from './record.ts';

const record = (...pairs: [string, string][]): AlignmentRecord => ({
  version: 1,
  work: 'old',
  units: pairs.map(([en, fa], i) => ({ id: `a${i}`, en: [en], fa: [fa], by: 'auto' })),
  aliases: {},
  gone: [],
});

const edition = (
  name: string,
  lang: Lang,
  texts: string[],
  own: AlignmentRecord | null = null,
  isPaired = own !== null,
): EditionTexts<string> => ({ edition: name, lang, texts, record: own, isPaired });

const find = (records: AlignmentRecord[], editions: EditionTexts<string>[]) =>
  findHomes(records, editions).map(({ record: one, editions: { en, fa } }) => [records.indexOf(one), en, fa]);

describe('findHomes', () => {
  const known = record(['a', 'الف'], ['b', 'ب'], ['c', 'ج'], ['d', 'د']);

  it('finds a record in its own editions, also where another holds more of it', () => {
    const half = edition('own', 'en', ['a', 'b', 'x', 'y'], known);
    const copy = edition('copy', 'en', ['a', 'b', 'c', 'd']);
    expect(find([known], [copy, half, edition('own', 'fa', ['الف', 'ب'], known)])).toEqual([[0, 'own', 'own']]);
  });

  it('finds a side elsewhere where its own edition holds other texts: in the first that holds most', () => {
    const editions = [
      edition('own', 'en', ['a', 'b', 'c', 'd'], known, false),
      edition('other', 'fa', ['x', 'y'], known, false),
      edition('less', 'fa', ['الف', 'ب']),
      edition('most', 'fa', ['ب', 'ج', 'د']),
      edition('as much', 'fa', ['الف', 'ب', 'ج']),
      edition('wrong language', 'en', ['الف', 'ب', 'ج', 'د']),
    ];
    expect(find([known], editions)).toEqual([[0, 'own', 'most']]);
  });

  it('leaves out a record of which one side is nowhere, or is less than half there', () => {
    const en = edition('own', 'en', ['a', 'b', 'c', 'd'], known, false);
    expect(find([known], [en])).toEqual([]);
    expect(find([known], [en, edition('other', 'fa', ['الف', 'x', 'y', 'z'])])).toEqual([]);
    expect(find([known], [en, edition('long', 'fa', ['الف', 'ب', 'v', 'w', 'x'])])).toEqual([]);
  });

  it('takes no edition from a pair that is at home in its own record', () => {
    const twin = record(['a', 'الف'], ['b', 'ب'], ['c', 'ج'], ['e', 'ه']);
    const editions = [
      edition('twin', 'en', ['a', 'b', 'c', 'e'], twin),
      edition('twin', 'fa', ['الف', 'ب', 'ج', 'ه'], twin),
    ];
    expect(find([known, twin], editions)).toEqual([[1, 'twin', 'twin']]);
  });

  it('gives an edition that two records claim to the one that it holds most of', () => {
    const near = record(['a', 'الف'], ['b', 'ب'], ['c', 'ج'], ['x', 'س']);
    const editions = [edition('one', 'en', ['a', 'b', 'c', 'd']), edition('two', 'fa', ['الف', 'ب', 'ج', 'د'])];
    expect(find([near, known], editions)).toEqual([[1, 'one', 'two']]);
  });

  function countWork(works: number, isKnown: boolean): number {
    let reads = 0;
    const count = (texts: string[]) =>
      new Proxy(texts, {
        get: (list, key) => {
          if (/^\d+$/.test(String(key))) reads++;
          return Reflect.get(list, key);
        },
      });
    const records = Array.from({ length: works }, (_, n) => record([`a${n}`, `الف${n}`], [`b${n}`, `ب${n}`]));
    const editions = records.flatMap((own, n) =>
      (['en', 'fa'] as const).map((lang): EditionTexts<string> => {
        const texts = own.units.flatMap((unit) => unit[lang]);
        return { ...edition(`${n}`, lang, [], isKnown ? own : null), texts: count(texts) };
      }),
    );
    const spies = [
      vi.spyOn(Set.prototype, 'has'),
      vi.spyOn(Set.prototype, 'intersection'),
      vi.spyOn(Map.prototype, 'get'),
    ];
    const found = find(records, editions);
    const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spies) spy.mockRestore();
    expect(found).toEqual(records.map((_, n) => [n, `${n}`, `${n}`]));
    return reads + calls;
  }

  it.each([
    ['are where they were', true],
    ['have to be searched for', false],
  ])('does no more for each work where there are many that %s', (_, isKnown) => {
    expect(countWork(80, isKnown) / countWork(10, isKnown)).toBeCloseTo(8, 0);
  });
});
