import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface PagefindRun {
  /** When it has read all pages; from there on it leaves all processors but one free. */
  readonly read: Promise<void>;
  readonly done: Promise<void>;
}

/** Pagefind's program, which its package's command would only start from another Node. */
const { resolveBinaryPath } = (await import(new URL('./resolveBinary.js', import.meta.resolve('pagefind')).href)) as {
  resolveBinaryPath: (names: readonly string[]) => string;
};

/** Pagefind's command takes a fifth less time than its service. */
export function startPagefind(pages: string, output: string): PagefindRun {
  const command = resolveBinaryPath(['pagefind_extended', 'pagefind']);
  const options = ['--site', resolve(pages), '--output-path', resolve(output), '--force-language', 'x'];
  // Elsewhere it would look for settings of its own.
  const running = spawn(command, options, { cwd: pages, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  running.stderr.on('data', (data) => (complaints += data));
  const done = new Promise<void>((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`Search: Pagefind failed: ${complaints.trim()}`)),
    );
  });
  const read = new Promise<void>((resolve) => {
    running.stdout.on('data', (data) => String(data).includes('[Building search indexes]') && resolve());
    done.then(resolve, () => resolve());
  });
  return { read, done };
}
