import { dev } from 'astro';

// Drafts, and what waits for its time, are shown here; nothing is told to anyone.
process.env.PREVIEW = '1';
process.env.ASTRO_TELEMETRY_DISABLED = '1';

await dev({});
