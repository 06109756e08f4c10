import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchFolder } from '../integration/watch-folder.ts';
import { listImportedFiles } from '../settings/imported-files.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
/** Reloaded by Vite and the dev server: a process loads all other code once. */
const reloaded = ['client', 'components', 'layouts', 'pages', 'styles'].map((room) => src + room + sep);
/** Milliseconds in which several changes count as one. */
const SETTLE = 50;
const settingsFile = resolve(process.env.BEYT_CONFIG || 'beyt.config.ts');

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

/** All of them where one has changed, which may import others now. */
function watchSettings(): void {
  const files = [...listImportedFiles(settingsFile)].filter((file) => !file.startsWith(src));
  const watchers = [...new Set(files.map((file) => dirname(file)))].filter(existsSync).map((folder) =>
    watch(folder, (_event, name) => {
      if (name === null || !files.includes(join(folder, name))) return;
      noteChange(relative('.', join(folder, name)));
      for (const watcher of watchers) watcher.close();
      setTimeout(watchSettings, SETTLE);
    }),
  );
}

/** `npm run dev`. Where settings or other code change, the server starts again. */
start();
watchFolder(src, (path) => {
  if (/\.(?:ts|json)$/.test(path) && !/\.test\.ts$/.test(path) && !reloaded.some((room) => path.startsWith(room)))
    noteChange(path);
});
watchSettings();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.kill(signal);
    process.exit();
  });
