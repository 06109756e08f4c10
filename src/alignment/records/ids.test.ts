import { expect, it } from 'vitest';
import { deriveId, ID_PATTERN } from './ids.ts';

it('derives the same id from the same text, for ever', () => {
  // Written down: another id here would change the address of every unit that no record knows yet.
  expect(deriveId('Kabul fell on a Sunday.', new Set())).toBe(deriveId('Kabul fell on a Sunday.', new Set()));
  expect(deriveId('', new Set())).toBe('mp229b');
  expect(deriveId('کابل', new Set())).toBe('wkt8wr');
});

it('passes over ids that were ever given', () => {
  const first = deriveId('text', new Set());
  const second = deriveId('text', new Set([first]));
  expect(second).not.toBe(first);
  expect(deriveId('text', new Set([first, second]))).not.toBe(first);
});

it('gives ids that are short, begin with a letter and spell no word', () => {
  for (let i = 0; i < 2000; i++) {
    const id = deriveId(`text ${i}`, new Set());
    expect(id).toMatch(ID_PATTERN);
    expect(id).toMatch(/^[b-df-hj-np-tv-z][b-df-hj-km-np-tv-z2-9]{5}$/);
  }
});
