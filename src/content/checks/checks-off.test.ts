import { expect, test } from 'vitest';
import { createFinding } from '../../errors.ts';
import { makeEdition } from '../testing/make-content.ts';
import { assembleWorks } from '../work.ts';
import { gatherChecksOff, isSwitchedOff } from './checks-off.ts';

test('what one edition switches off holds for its work, and the settings for all', () => {
  const { works } = assembleWorks([
    makeEdition('en', 'a', { checks: { off: ['LengthsDiffer'] } }),
    makeEdition('fa', 'a'),
    makeEdition('en', 'b'),
  ]);
  const checksOff = gatherChecksOff(works, ['PairLikely']);
  const isOff = (name: 'LengthsDiffer' | 'PairLikely' | 'LinksDiffer', file: string) =>
    isSwitchedOff({ checksOff }, createFinding(name, { file }));
  expect(isOff('LengthsDiffer', 'content/fa/a.mdx')).toBe(true);
  expect(isOff('LengthsDiffer', 'content/en/b.mdx')).toBe(false);
  expect(isOff('PairLikely', 'content/en/b.mdx')).toBe(true);
  expect(isOff('LinksDiffer', 'content/en/a.mdx')).toBe(false);
});
