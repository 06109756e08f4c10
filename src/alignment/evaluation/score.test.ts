import { describe, expect, it } from 'vitest';
import { addScores, f1, NO_SCORE, scoreDocument } from './score.ts';

const unit = (en: number[], fa: number[], confidence = 1) => ({ en, fa, confidence });

describe('scoreDocument', () => {
  it('counts every pair inside a unit as a link, and units only when both sides agree', () => {
    const gold = [unit([0], [0]), unit([1, 2], [1]), unit([3], [])];
    const found = [unit([0], [0]), unit([1], [1], 0.4), unit([2], []), unit([3], [])];
    const score = scoreDocument(found, gold);
    expect([score.linksRight, score.linksFound, score.linksGold]).toEqual([2, 2, 3]);
    expect([score.unitsRight, score.unitsFound, score.unitsGold]).toEqual([2, 4, 3]);
    expect(score.perfect).toBe(0);
    expect(score.judged[1]).toEqual({ confidence: 0.4, right: false, finer: true });
    expect(score.judged[2]).toEqual({ confidence: 1, right: false, finer: false });
  });

  it('leaves out links that are not looked at', () => {
    const score = scoreDocument([unit([0], [0]), unit([1], [1])], [unit([0], [0]), unit([1], [2])], (en) => en === 0);
    expect([score.linksRight, score.linksFound, score.linksGold, score.perfect]).toEqual([1, 1, 1, 1]);
  });
});

describe('addScores', () => {
  it('adds counts over documents', () => {
    const one = scoreDocument([unit([0], [0])], [unit([0], [0])]);
    const sum = [one, one].reduce(addScores, NO_SCORE);
    expect([sum.documents, sum.perfect, sum.linksRight, sum.judged.length]).toEqual([2, 2, 2, 2]);
  });
});

describe('f1', () => {
  it('is the harmonic mean of precision and recall', () => {
    expect(f1(1, 2, 1)).toBeCloseTo(2 / 3);
    expect(f1(0, 0, 0)).toBe(1);
  });
});
