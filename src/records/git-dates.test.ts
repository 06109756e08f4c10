import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLineDates } from './git-dates.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'beyt-dates-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { stdio: 'ignore' });

function commit(text: string, day: string): void {
  writeFileSync(join(dir, 'a.mdx'), text);
  git('add', '-A');
  git('commit', '-q', '-m', 'x', '--date', `${day}T12:00:00Z`);
}

it('knows when lines last changed, blank ones aside', () => {
  git('init', '-q');
  commit('one\n\ntwo\n', '2026-05-01');
  commit('one\n\ntwo\n\nthree\n', '2026-05-03');
  writeFileSync(join(dir, 'a.mdx'), 'one\n\ntwo\n\nthree\n\nnot yet committed\n');
  const dates = readLineDates(join(dir, 'a.mdx'));
  expect([dates(1, 2), dates(3, 4), dates(1, 5), dates(2, 2)]).toEqual([
    '2026-05-01',
    '2026-05-01',
    '2026-05-03',
    undefined,
  ]);
  expect(dates(7, Number.POSITIVE_INFINITY)).toBe(new Date().toISOString().slice(0, 10));
});

it('knows nothing outside a repository, nor of what a shallow clone leaves out', () => {
  writeFileSync(join(dir, 'a.mdx'), 'one\n');
  expect(readLineDates(join(dir, 'a.mdx'))(1, 1)).toBeUndefined();
  git('init', '-q');
  commit('one\n', '2026-05-01');
  commit('one\ntwo\n', '2026-05-03');
  const clone = join(dir, 'clone');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${dir}`, clone], { stdio: 'ignore' });
  expect(readLineDates(join(clone, 'a.mdx'))(1, 2)).toBeUndefined();
});
