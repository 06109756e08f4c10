import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.ts';

const run = (isTTY: boolean, env: NodeJS.ProcessEnv) => {
  const written: string[] = [];
  const out = { isTTY, columns: 80, write: (text: string) => written.push(text) > 0 };
  const progress = createProgress(out as never, env);
  progress.begin('works', 2);
  progress.tick('a');
  progress.tick('b');
  progress.begin('lists');
  const stages = progress.end();
  return { stages, shown: written.join('') };
};

describe('createProgress', () => {
  it('shows stages on a terminal and clears its line in the end', () => {
    const { shown } = run(true, {});
    expect(shown).toContain('works: 1 of 2');
    expect(shown.endsWith('\r\x1b[2K')).toBe(true);
  });

  it('is quiet in files and in CI, and keeps time all the same', () => {
    expect(run(false, {}).shown).toBe('');
    const { shown, stages } = run(true, { CI: 'true' });
    expect(shown).toBe('');
    expect([...stages.keys()]).toEqual(['works', 'lists']);
  });
});
