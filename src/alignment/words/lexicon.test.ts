import { describe, expect, it } from 'vitest';
import { learnWordCounts, leaveOut, type StemPair } from './lexicon.ts';
import { parseCommonWords } from './seed-lexicon/common-words.ts';
import { parseLexicon, writeLexicon } from './seed-lexicon/lexicon-file.ts';

const pairs = (...texts: [string, string][]): StemPair[] =>
  texts.map(([en, fa]) => ({ en: en.split(' '), fa: fa.split(' ') }));

const documents = [
  pairs(['red book', 'کتاب سرخ'], ['red house', 'خانه سرخ'], ['book', 'کتاب']),
  pairs(['new house', 'خانه نو'], ['new book', 'کتاب نو']),
];

describe('learnWordCounts', () => {
  it('finds which words translate each other from texts alone', () => {
    const { total } = learnWordCounts(documents);
    for (const [en, fa] of [
      ['red', 'سرخ'],
      ['book', 'کتاب'],
      ['house', 'خانه'],
      ['new', 'نو'],
    ] as const) {
      const row = [...total.pairs.get(en)!].sort((a, b) => b[1] - a[1]);
      expect(row[0]![0]).toBe(fa);
      expect(row[0]![1]).toBeGreaterThan(2 * (row[1]?.[1] ?? 0));
    }
  });

  it('splits into what each document has taught', () => {
    const { total, parts } = learnWordCounts(documents);
    for (const [en, row] of total.pairs) {
      for (const [fa, count] of row) {
        const sum = parts.reduce((whole, part) => whole + (part.pairs.get(en)?.get(fa) ?? 0), 0);
        expect(sum).toBeCloseTo(count, 10);
      }
    }
    expect(parts[1]!.en.has('red')).toBe(false);
  });

  it('weighs pairs by how sure they are', () => {
    const { total } = learnWordCounts([[{ en: ['one'], fa: ['یک'], weight: 0.5 }]]);
    expect(total.en.get('one')).toBe(0.5);
  });
});

describe('leaveOut', () => {
  it('takes a document out again by a negative weight', () => {
    const { total, parts } = learnWordCounts(documents);
    expect(leaveOut([{ counts: total, weight: 1 }], parts[0]!)).toEqual([
      { counts: total, weight: 1 },
      { counts: parts[0], weight: -1 },
    ]);
  });
});

describe('lexicon files', () => {
  it('come back as they were written, but for rare pairs', () => {
    const { total } = learnWordCounts(documents);
    const back = parseLexicon(writeLexicon(total, 0.5));
    expect(back.pairs.get('red')!.get('سرخ')).toBeCloseTo(total.pairs.get('red')!.get('سرخ')!, 1);
    expect(back.en.get('book')).toBe(3);
    expect(back.fa.get('کتاب')).toBe(3);
  });

  it('hold everyday words a line, with comments', () => {
    const counts = parseCommonWords('# words\nbook novel: کتاب رمان\nthe: آن\n');
    expect([...counts.pairs.keys()]).toEqual(['book', 'novel']);
    expect([...counts.pairs.get('novel')!.keys()]).toEqual(['کتاب', 'رمان']);
  });
});
