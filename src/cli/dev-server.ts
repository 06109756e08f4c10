import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { dev } from 'astro';
import { readEnvironment } from '../site.ts';
import { runCommand } from './run-command.ts';
import { serverOptions as options, readServer, serverUsage } from './server-options.ts';

// Drafts, and what waits for its time, are shown; no usage data is sent.
process.env.PREVIEW = '1';
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** In milliseconds without a request. */
const QUIET = 300;
const PATIENCE = 5000;

const usage = `npm run dev               live editing at http://localhost:4321/
${serverUsage('npm run dev')}`;

let requests = 0;
let lastAt = 0;
const note = (change: number): void => {
  requests += change;
  lastAt = performance.now();
};
subscribe('http.server.request.start', (message) => {
  note(1);
  // Also where the browser has gone before the answer was whole.
  (message as { response: ServerResponse }).response.once('close', () => note(-1));
});

/** Once pages that are being loaded have arrived: they could not follow otherwise. */
function awaitStop(): void {
  process.on('message', (message) => {
    if (message !== 'stop') return;
    const asked = performance.now();
    setInterval(() => {
      const now = performance.now();
      if ((requests <= 0 && now - lastAt > QUIET) || now - asked > PATIENCE) process.exit();
    }, 20);
  });
}

await runCommand({ name: 'npm run dev', usage, options }, async (values) => {
  const server = readServer(values);
  // Before Astro reads its configuration, whose errors come with a trace.
  readEnvironment();
  awaitStop();
  await dev({ server });
});
