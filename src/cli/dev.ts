import { type ChildProcess, fork } from 'node:child_process';
import { watch } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchFolder } from '../integration/watch-folder.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
/** What Vite and the dev server itself reload: all else is code that a process loads once. */
const reloaded = ['client', 'components', 'layouts', 'pages', 'styles'].map((room) => src + room + sep);
/** Milliseconds in which several changes count as one. */
const SETTLE = 50;
const settingsFiles = ['beyt.config.ts', process.env.BEYT_CONFIG].flatMap((file) => (file ? [resolve(file)] : []));

let server: ChildProcess;
/** Whether it stops in order to start again. */
let isRestarting = false;
let hasRestarted = false;

function start(): void {
  server = fork(fileURLToPath(new URL('./dev-server.ts', import.meta.url)), process.argv.slice(2));
  server.on('exit', (code) => {
    if (isRestarting) {
      isRestarting = false;
      start();
    } else if (!hasRestarted || code === 0) process.exit(code ?? 0);
    // Otherwise a change has broken it: the next one may repair it.
  });
}

let waiting: NodeJS.Timeout | undefined;

/** Starts the server again, once the person who writes the file has written all of it. */
function noteChange(path: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => restart(path), SETTLE);
}

function restart(path: string): void {
  console.log(`${path} has changed: starting again`);
  hasRestarted = true;
  isRestarting = server.exitCode === null;
  if (isRestarting) server.send('stop');
  else start();
}

/**
 * `npm run dev`: live editing. A saved edition, of either language, appears on every page that shows it; so does a
 * changed component or style. Where settings or other code change, the server starts again.
 */
start();
watchFolder(src, (path) => {
  if (/\.(?:ts|json)$/.test(path) && !/\.test\.ts$/.test(path) && !reloaded.some((room) => path.startsWith(room)))
    noteChange(path);
});
watch('.', (_event, name) => {
  if (name !== null && settingsFiles.includes(resolve(name))) noteChange(name);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.kill(signal);
    process.exit();
  });
