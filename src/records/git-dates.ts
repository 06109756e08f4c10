import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Lines are 1-based and inclusive; undefined where git does not know. */
export type LineDates = (firstLine: number, lastLine: number) => string | undefined;

/**
 * Read when each line of a file last changed, with `git blame`. Lines not yet committed have the day on which the file
 * was saved. In a shallow clone, lines older than the clone are not known; outside a repository, none are. Blank lines
 * do not count: they belong to no text.
 */
export function readLineDates(file: string): LineDates {
  let days: (string | undefined)[];
  try {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', dirname(file), ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 28,
      });
    const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
    const blame = git('blame', '--line-porcelain', '--', file.slice(dirname(file).length + 1));
    days = parseBlame(blame, isShallow, toDay(statSync(file).mtimeMs));
  } catch {
    return () => undefined;
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  return (firstLine, lastLine) => {
    const known = days
      .slice(firstLine - 1, lastLine)
      .filter((day, i) => day !== undefined && lines[firstLine - 1 + i]?.trim() !== '');
    return known.sort().at(-1);
  };
}

function parseBlame(blame: string, isShallow: boolean, saved: string): (string | undefined)[] {
  const days: (string | undefined)[] = [];
  let commit = '';
  let seconds = 0;
  let isBoundary = false;
  for (const line of blame.split('\n')) {
    if (/^[0-9a-f]{40} /.test(line)) {
      commit = line.slice(0, 40);
      isBoundary = false;
    } else if (line.startsWith('author-time ')) seconds = Number(line.slice(12));
    else if (line === 'boundary') isBoundary = true;
    else if (line.startsWith('\t')) {
      if (/^0+$/.test(commit)) days.push(saved);
      else days.push(isShallow && isBoundary ? undefined : toDay(seconds * 1000));
    }
  }
  return days;
}

function toDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
