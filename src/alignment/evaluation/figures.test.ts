import { expect, it } from 'vitest';
import { describeConfidence, formatShare } from './figures.ts';

it('says how sure the aligner is, how rightly, and how many wrong units it asks to look at', () => {
  const unit = (confidence: number, right: boolean, finer = false) => ({ confidence, right, finer });
  const judged = [
    unit(0.9, true),
    unit(1, true),
    unit(0.95, false),
    unit(0.89, true),
    unit(0.5, false, true),
    unit(0, false),
  ];
  expect(describeConfidence(judged)).toEqual({ sure: '50.00', right: '66.67', flagged: '2/3', finer: '1/1' });
});

it('has no share of nothing', () => {
  expect([formatShare(0, 0), formatShare(0, 3)]).toEqual(['–', '0.00']);
});
