import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './words-diff.ts';

describe('diffWords', () => {
  it('shows a number that changed as a whole, and nothing else', () => {
    expect(diffWords('It cost 1,200 dollars.', 'It cost 1,300 dollars.')).toEqual([
      { kind: 'same', text: 'It cost' },
      { kind: 'removed', text: ' 1,200' },
      { kind: 'added', text: ' 1,300' },
      { kind: 'same', text: ' dollars.' },
    ]);
  });

  it('takes a word with a half-space as one word', () => {
    expect(diffWords('او می‌رود.', 'او نمی‌رود.')).toEqual([
      { kind: 'same', text: 'او' },
      { kind: 'removed', text: ' می‌رود' },
      { kind: 'added', text: ' نمی‌رود' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('shows an added "not"', () => {
    expect(diffWords('They did agree', 'They did not agree')).toEqual([
      { kind: 'same', text: 'They did' },
      { kind: 'added', text: ' not' },
      { kind: 'same', text: ' agree' },
    ]);
  });

  it('gives the later text back, and loses no word of the earlier', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'کتاب‌ها', '۱۲', '.', ' '), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ').trimEnd()];
        const segments = diffWords(before, after);
        const keep = (kind: string) =>
          segments.filter((segment) => segment.kind === 'same' || segment.kind === kind).map((segment) => segment.text);
        expect(keep('added').join('')).toBe(segments.length > 0 ? after : '');
        expect(keep('removed').join(' ').split(/\s+/).join('')).toBe(before.split(/\s+/).join(''));
      }),
    );
  });
});
