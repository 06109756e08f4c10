import { preview } from 'astro';
import { readEnvironment } from '../site.ts';
import { runCommand } from './run-command.ts';
import { serverOptions as options, readServer, serverUsage } from './server-options.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const usage = `npm start               build the site, and serve it at http://localhost:4321/
${serverUsage('npm start')}`;

await runCommand({ name: 'npm start', usage, options }, async (values) => {
  const server = readServer(values);
  // Before Astro reads its configuration, whose errors come with a trace.
  readEnvironment();
  await preview({ server });
});
