import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Children included. */
export interface Cost {
  /** Seconds by the clock, and of all processors together. */
  readonly wall: number;
  readonly cpu: number;
  /** Largest resident set of one process, in MB. */
  readonly memory: number;
  readonly output: string;
}

/** By GNU time. Waits until earlier writes are on the disk. @throws with the end of what a failed command printed */
export function measureCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Cost {
  const report = join(tmpdir(), `beyt-bench-${process.pid}`);
  if (!existsSync('/usr/bin/time')) throw new Error('GNU time is missing: apt-get install time');
  spawnSync('sync');
  const timed = ['-o', report, '-f', '%e %U %S %M', command, ...args];
  const run = spawnSync('/usr/bin/time', timed, {
    cwd,
    env: { ...process.env, ...env, CI: '1' },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const output = `${run.stdout}${run.stderr}`;
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-2000)}`);
  const [wall, user, system, kilobytes] = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .at(-1)!
    .split(' ')
    .map(Number);
  rmSync(report);
  return { wall: wall!, cpu: user! + system!, memory: kilobytes! / 1024, output };
}

export function takeMedian(costs: readonly Cost[]): Cost {
  return [...costs].sort((a, b) => a.wall - b.wall)[Math.floor((costs.length - 1) / 2)]!;
}
