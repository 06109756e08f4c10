import { type ChildProcess, fork } from 'node:child_process';
import { watch } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchFolder } from '../integration/watch-folder.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
/** Reloaded by Vite and the dev server: a process loads all other code once. */
const reloaded = ['client', 'components', 'layouts', 'pages', 'styles'].map((room) => src + room + sep);
/** Milliseconds in which several changes count as one. */
const SETTLE = 50;
const settingsFiles = ['beyt.config.ts', process.env.BEYT_CONFIG].flatMap((file) => (file ? [resolve(file)] : []));

let server: ChildProcess;
let isRestarting = false;
let hasRestarted = false;

function start(): void {
  server = fork(fileURLToPath(new URL('./dev-server.ts', import.meta.url)), process.argv.slice(2));
  server.on('exit', (code) => {
    if (isRestarting) {
      isRestarting = false;
      start();
    } else if (!hasRestarted || code === 0) process.exit(code ?? 0);
    // A change has broken it: the next one may repair it.
  });
}

let waiting: NodeJS.Timeout | undefined;

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

/** `npm run dev`. Where settings or other code change, the server starts again. */
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
