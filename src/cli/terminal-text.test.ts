import { describe, expect, it } from 'vitest';
import { reorderPersian } from './terminal-bidi.ts';
import { detectBidi, layOutText } from './terminal-text.ts';

/** To test the order alone. */
const plain = (line: string) => line.normalize('NFKC');

describe('reorderPersian', () => {
  it('puts the first word on the right', () => {
    expect(plain(reorderPersian('سلام دنیا'))).toBe('ایند مالس');
  });

  it('keeps numbers and Latin words from left to right', () => {
    expect(plain(reorderPersian('در ۱۲٫۵ کیلومتری Kabul City بود'))).toBe('دوب Kabul City یرتمولیک ۱۲٫۵ رد');
    expect(plain(reorderPersian('سال ۱۴۰۰ (2021) بود.'))).toBe('.دوب (2021) ۱۴۰۰ لاس');
  });

  it('keeps a mark behind its letter', () => {
    expect(reorderPersian('د\u0654ر')).toBe('\ufead\ufea9\u0654');
  });

  it('turns quotation marks', () => {
    expect(plain(reorderPersian('گفت «نه»'))).toBe('«هن» تفگ');
  });

  it('joins letters, and not across a half-space', () => {
    expect(reorderPersian('بب')).toBe('\ufe90\ufe91');
    expect(reorderPersian('ب\u200cب')).toBe('\ufe8f\ufe8f');
    expect(reorderPersian('دب')).toBe('\ufe8f\ufea9');
  });
});

describe('layOutText', () => {
  it('breaks lines at the width and sets Persian at the right edge', () => {
    expect(layOutText('one two three', 'en', 8, 'terminal')).toEqual(['one two', 'three']);
    expect(layOutText('یک دو', 'fa', 8, 'terminal')).toEqual(['   \u2067یک دو\u2069']);
    expect(layOutText('یک دو', 'fa', 8, 'plain')).toEqual(['یک دو']);
  });
});

it('knows terminals that order the text themselves', () => {
  expect(detectBidi(true, { VTE_VERSION: '7402' })).toBe('terminal');
  expect(detectBidi(true, { VTE_VERSION: '7402', TMUX: '1' })).toBe('ours');
  expect(detectBidi(true, {})).toBe('ours');
  expect(detectBidi(false, { VTE_VERSION: '7402' })).toBe('plain');
  expect(detectBidi(true, { BEYT_BIDI: 'terminal' })).toBe('terminal');
});
