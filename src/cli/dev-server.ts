import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { dev } from 'astro';

// Drafts, and what waits for its time, are shown here; nothing is told to anyone.
process.env.PREVIEW = '1';
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** Milliseconds without a request after which no page is being loaded. */
const QUIET = 300;
/** Milliseconds after which a request is not waited for any longer. */
const PATIENCE = 5000;

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

// A page that is just being loaded would be left with the browser's own error page, and could not follow.
process.on('message', (message) => {
  if (message !== 'stop') return;
  const asked = performance.now();
  setInterval(() => {
    const now = performance.now();
    if ((requests <= 0 && now - lastAt > QUIET) || now - asked > PATIENCE) process.exit();
  }, 20);
});

await dev({});
